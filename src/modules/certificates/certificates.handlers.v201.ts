import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { CertificatesService } from './certificates.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block M in the words of OCPP 2.0.1. */
@Injectable()
export class CertificatesHandlersV201 {
  constructor(private readonly service: CertificatesService) {}

  @OcppHandler('Get15118EVCertificate', '2.0.1')
  async contract(
    request: Messages['Get15118EVCertificate'],
    context: CallContext,
  ): Promise<Answers['Get15118EVCertificate']> {
    const answer = await this.service.decline('Get15118EVCertificate', request, context);
    return { ...answer, exiResponse: '' };
  }

  @OcppHandler('GetCertificateStatus', '2.0.1')
  async status(
    request: Messages['GetCertificateStatus'],
    context: CallContext,
  ): Promise<Answers['GetCertificateStatus']> {
    return this.service.decline('GetCertificateStatus', request, context);
  }
}
