import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { ProvisioningService } from './provisioning.service.js';

type Messages = StationRequests['2.0' | '2.0.1'];
type Answers = StationResponses['2.0' | '2.0.1'];

/** Block B in the words of OCPP 2.x. */
@Injectable()
export class ProvisioningHandlersV2 {
  constructor(private readonly provisioning: ProvisioningService) {}

  @OcppHandler('BootNotification', '2.0', '2.0.1')
  async boot(request: Messages['BootNotification'], context: CallContext): Promise<Answers['BootNotification']> {
    const { vendorName, model, serialNumber, firmwareVersion, modem } = request.chargingStation;
    const { iccid, imsi } = modem ?? {};
    const report = { vendor: vendorName, model, serialNumber, firmwareVersion, iccid, imsi, reason: request.reason };
    const { status, interval, currentTime } = await this.provisioning.boot(report, context);
    return { status, interval, currentTime: currentTime.toISOString() };
  }
}
