import { Injectable } from '@nestjs/common';
import { type NoticePage, type NoticeQuery, StationNotices } from '../../notices/index.js';
import type { CallContext } from '../../ocpp/index.js';

const KIND = 'NotifyMonitoringReport';

/** What of a part of a report tells which part it is. */
export interface ReportPart {
  readonly requestId: number;
  readonly seqNo: number;
}

/** Which monitors stations have, as they report it. */
@Injectable()
export class MonitoringReportsService {
  constructor(private readonly notices: StationNotices) {}

  /** Keeps a part; the same part counts once. [OCPP 2.0.1 N02] */
  report({ requestId, seqNo }: ReportPart, content: object, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: KIND, content, requestId, seqNo, unique: true }, context);
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  list(stationId: string, query: NoticeQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, [KIND], query);
  }
}
