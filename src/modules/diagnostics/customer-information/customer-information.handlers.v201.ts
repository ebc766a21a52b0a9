import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../../ocpp/index.js';
import { CustomerInformationService } from './customer-information.service.js';

/** Reports about customers in the words of OCPP 2.0.1. */
@Injectable()
export class CustomerInformationHandlersV201 {
  constructor(private readonly service: CustomerInformationService) {}

  @OcppHandler('NotifyCustomerInformation', '2.0.1')
  async report(
    request: StationRequests['2.0.1']['NotifyCustomerInformation'],
    context: CallContext,
  ): Promise<StationResponses['2.0.1']['NotifyCustomerInformation']> {
    const { requestId, seqNo, tbc = false, generatedAt, data } = request;
    await this.service.keep({ requestId, seqNo, toBeContinued: tbc, generatedAt, data }, context);
    return {};
  }
}
