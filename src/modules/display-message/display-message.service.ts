import { Injectable } from '@nestjs/common';
import { type NoticePage, type NoticeQuery, StationNotices } from '../../notices/index.js';
import type { CallContext } from '../../ocpp/index.js';

const KIND = 'NotifyDisplayMessages';

/** Functional block O: what stations show on their displays. */
@Injectable()
export class DisplayMessageService {
  constructor(private readonly notices: StationNotices) {}

  /** Keeps a part of a report. [OCPP 2.0.1 O03, O04] */
  report(requestId: number, content: object, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: KIND, content, requestId }, context);
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  list(stationId: string, query: NoticeQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, [KIND], query);
  }
}
