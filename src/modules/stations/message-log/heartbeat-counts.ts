import type { OcppVersion } from '../../../ocpp/index.js';
import type { LoggedExchange } from './exchange-rows.js';

const MINUTE_MS = 60_000;
const EMPTY_PAYLOAD = Buffer.from('{}');

interface Minute {
  minute: number;
  version: OcppVersion;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

const toExchange = (stationUuid: string, { version, count, firstAt, lastAt }: Minute): LoggedExchange => ({
  stationUuid,
  version,
  direction: 'from-station',
  action: 'Heartbeat',
  messageId: undefined,
  request: EMPTY_PAYLOAD,
  response: undefined,
  outcome: 'answered',
  receivedAt: firstAt,
  answeredAt: lastAt,
  count,
});

/** Counts Heartbeats per station and minute, so that one row stands for all of a minute. */
export class HeartbeatCounts {
  private readonly minutes = new Map<string, Minute>();

  /** Counts one; gives the row of an earlier minute that this one completes. */
  add(stationUuid: string, version: OcppVersion, at: Date): LoggedExchange | undefined {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    const current = this.minutes.get(stationUuid);
    if (current?.minute === minute && current.version === version) {
      current.count += 1;
      current.lastAt = at;
      return undefined;
    }
    this.minutes.set(stationUuid, { minute, version, count: 1, firstAt: at, lastAt: at });
    return current && toExchange(stationUuid, current);
  }

  /** Takes out the rows of all minutes that are over. */
  takeBefore(at: Date): LoggedExchange[] {
    const present = Math.floor(at.getTime() / MINUTE_MS);
    const rows: LoggedExchange[] = [];
    for (const [stationUuid, minute] of this.minutes) {
      if (minute.minute >= present) continue;
      rows.push(toExchange(stationUuid, minute));
      this.minutes.delete(stationUuid);
    }
    return rows;
  }
}
