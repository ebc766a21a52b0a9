import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { SecurityService } from './security.service.js';

type Messages = StationRequests['1.6'];
type Answers = StationResponses['1.6'];

/** Block A as the security extension of OCPP 1.6 speaks it. */
@Injectable()
export class SecurityHandlersV16 {
  constructor(private readonly security: SecurityService) {}

  @OcppHandler('SecurityEventNotification', '1.6')
  async event(
    { type, timestamp, techInfo }: Messages['SecurityEventNotification'],
    context: CallContext,
  ): Promise<Answers['SecurityEventNotification']> {
    await this.security.record({ type, timestamp, techInfo }, context);
    return {};
  }

  @OcppHandler('SignCertificate', '1.6')
  async sign({ csr }: Messages['SignCertificate'], context: CallContext): Promise<Answers['SignCertificate']> {
    const { status } = await this.security.requestSigning({ csr }, context);
    return { status };
  }
}
