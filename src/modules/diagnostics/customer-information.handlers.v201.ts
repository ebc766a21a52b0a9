import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { CustomerInformationService } from './customer-information.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block N in the words of OCPP 2.0.1. */
@Injectable()
export class CustomerInformationHandlersV201 {
  constructor(private readonly service: CustomerInformationService) {}

  @OcppHandler('NotifyCustomerInformation', '2.0.1')
  async report(
    request: Messages['NotifyCustomerInformation'],
    context: CallContext,
  ): Promise<Answers['NotifyCustomerInformation']> {
    await this.service.report(request, request, context);
    return {};
  }
}
