import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { SecurityService } from './security.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block A in the words of OCPP 2.0.1. */
@Injectable()
export class SecurityHandlersV201 {
  constructor(private readonly security: SecurityService) {}

  /** [OCPP 2.0.1 A04.FR.03] the answer is empty, whatever happened */
  @OcppHandler('SecurityEventNotification', '2.0.1')
  async event(
    { type, timestamp, techInfo }: Messages['SecurityEventNotification'],
    context: CallContext,
  ): Promise<Answers['SecurityEventNotification']> {
    await this.security.record({ type, timestamp, techInfo }, context);
    return {};
  }

  @OcppHandler('SignCertificate', '2.0.1')
  async sign(
    { csr, certificateType }: Messages['SignCertificate'],
    context: CallContext,
  ): Promise<Answers['SignCertificate']> {
    return this.security.requestSigning({ csr, certificateType }, context);
  }
}
