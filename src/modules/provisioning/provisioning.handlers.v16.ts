import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { ProvisioningService } from './provisioning.service.js';

type Messages = StationRequests['1.6'];
type Answers = StationResponses['1.6'];

/** Block B in the words of OCPP 1.6. */
@Injectable()
export class ProvisioningHandlersV16 {
  constructor(private readonly provisioning: ProvisioningService) {}

  @OcppHandler('BootNotification', '1.6')
  async boot(request: Messages['BootNotification'], context: CallContext): Promise<Answers['BootNotification']> {
    const { chargePointVendor, chargePointModel, chargePointSerialNumber, ...rest } = request;
    const report = {
      vendor: chargePointVendor,
      model: chargePointModel,
      serialNumber: chargePointSerialNumber,
      ...rest,
    };
    const { status, interval, currentTime } = await this.provisioning.boot(report, context);
    return { status, interval, currentTime: currentTime.toISOString() };
  }
}
