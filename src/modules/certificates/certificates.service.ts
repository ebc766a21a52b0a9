import { Injectable } from '@nestjs/common';
import { type NoticePage, type NoticeQuery, StationNotices } from '../../notices/index.js';
import type { CallContext } from '../../ocpp/index.js';

const REASONS = {
  Get15118EVCertificate: 'There is no pool of contract certificates',
  GetCertificateStatus: 'Certificate responders are not asked',
} as const;
type Wanted = keyof typeof REASONS;

/** Why a request was not fulfilled. */
export interface CertificateRefusal {
  readonly status: 'Failed';
  readonly statusInfo: { readonly reasonCode: string; readonly additionalInfo: string };
}

/** Functional block M: what stations want of certificates. */
@Injectable()
export class CertificatesService {
  constructor(private readonly notices: StationNotices) {}

  /**
   * Says at once that it cannot be done: an EV waits for seconds only. The address of a responder is never fetched, a
   * station could have TAU reach into its own network by it. [OCPP 2.0.1 M01, M06]
   */
  async decline(kind: Wanted, content: object, context: CallContext): Promise<CertificateRefusal> {
    const answer: CertificateRefusal = {
      status: 'Failed',
      statusInfo: { reasonCode: 'UnsupportedRequest', additionalInfo: REASONS[kind] },
    };
    await this.notices.keep({ kind, content, answer }, context);
    return answer;
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  list(stationId: string, query: NoticeQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, Object.keys(REASONS), query);
  }
}
