import { Injectable } from '@nestjs/common';
import { type NoticePage, type NoticeQuery, StationNotices } from '../../../notices/index.js';
import type { CallContext } from '../../../ocpp/index.js';

const KIND = 'PublishFirmwareStatusNotification';

/** What local controllers tell about firmware that they publish to stations behind them. */
@Injectable()
export class PublicationsService {
  constructor(private readonly notices: StationNotices) {}

  /** Keeps a status. [OCPP 2.0.1 L03] */
  published(requestId: number | undefined, content: object, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: KIND, content, requestId }, context);
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  list(stationId: string, query: NoticeQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, [KIND], query);
  }
}
