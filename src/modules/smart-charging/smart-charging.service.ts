import { Injectable } from '@nestjs/common';
import { type NoticePage, type NoticeQuery, StationNotices } from '../../notices/index.js';
import type { CallContext } from '../../ocpp/index.js';
import type { ChargingLimitsView } from './dto/charging-limits.dto.js';

/** What a station told about charging: all of it, and what of it is asked for. */
export interface ToldAboutCharging {
  readonly content: object;
  readonly evseId?: number;
  readonly requestId?: number;
  /** Whose limit or profile it is. */
  readonly source?: string;
}

/** Which lists there are, and of which messages they are made. */
export const CHARGING_NOTICES = {
  limits: ['NotifyChargingLimit', 'ClearedChargingLimit'],
  profiles: ['ReportChargingProfiles'],
  needs: ['NotifyEVChargingNeeds'],
  schedules: ['NotifyEVChargingSchedule'],
} as const;

const NO_SMART_CHARGING = {
  status: 'Rejected',
  statusInfo: { reasonCode: 'UnsupportedRequest', additionalInfo: 'There is no smart charging' },
} as const;

/** Functional block K, as far as stations tell something; TAU does not plan charging. */
@Injectable()
export class SmartChargingService {
  constructor(private readonly notices: StationNotices) {}

  /** A limit that somebody else set. [OCPP 2.0.1 K11, K12] */
  limited({ evseId, source, content }: ToldAboutCharging, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: 'NotifyChargingLimit', content, evseId, subject: source }, context);
  }

  /** It was released. [OCPP 2.0.1 K13] */
  unlimited({ evseId, source, content }: ToldAboutCharging, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: 'ClearedChargingLimit', content, evseId, subject: source }, context);
  }

  /** Profiles that a station has; a report may come in parts. [OCPP 2.0.1 K09] */
  report({ evseId, requestId, source, content }: ToldAboutCharging, context: CallContext): Promise<void> {
    return this.notices.keep({ kind: 'ReportChargingProfiles', content, evseId, requestId, subject: source }, context);
  }

  /** What an EV needs; declined, because nobody plans its charging. [OCPP 2.0.1 K15.FR.04] */
  async needs({ evseId, content }: ToldAboutCharging, context: CallContext): Promise<typeof NO_SMART_CHARGING> {
    await this.notices.keep({ kind: 'NotifyEVChargingNeeds', content, evseId, answer: NO_SMART_CHARGING }, context);
    return NO_SMART_CHARGING;
  }

  /** How an EV will charge; accepted, because TAU has set no limit that it could exceed. [OCPP 2.0.1 K15.FR.11] */
  async scheduled({ evseId, content }: ToldAboutCharging, context: CallContext): Promise<{ status: 'Accepted' }> {
    const answer = { status: 'Accepted' } as const;
    await this.notices.keep({ kind: 'NotifyEVChargingSchedule', content, evseId, answer }, context);
    return answer;
  }

  /** The limits of others that hold now. A release without an EVSE is that of the station as a whole. */
  async limitsOf(stationId: string): Promise<ChargingLimitsView> {
    const latest = await this.notices.latest(stationId, CHARGING_NOTICES.limits);
    return { items: latest.filter(({ kind }) => kind === 'NotifyChargingLimit') };
  }

  /** @throws UnknownError `station-unknown` */
  list(stationId: string, list: keyof typeof CHARGING_NOTICES, query: NoticeQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, CHARGING_NOTICES[list], query);
  }
}
