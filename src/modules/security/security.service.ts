import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { naturalKey } from '../../common/natural-key.js';
import { uuidv7 } from '../../common/uuid.js';
import { storable, storableOrNull } from '../../database/storable-text.js';
import { type CallContext, maskText, readTimestamp } from '../../ocpp/index.js';
import { StationPulse } from '../stations/index.js';
import { isCritical } from './security-event-types.js';
import { SecurityEventsStore } from './security-events.store.js';

/** A security event as a station reports it. */
export interface ReportedSecurityEvent {
  readonly type: string;
  /** The station's time, as text. */
  readonly timestamp: string;
  readonly techInfo?: string;
}

/** A certificate that a station wants to be signed. */
export interface SigningRequest {
  /** PEM. */
  readonly csr: string;
  readonly certificateType?: string;
}

/** The answer to a request for signing, with the reason where it is refused. */
export interface SigningAnswer {
  readonly status: 'Accepted' | 'Rejected';
  readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo: string };
}

const NO_AUTHORITY: SigningAnswer = {
  status: 'Rejected',
  statusInfo: { reasonCode: 'NoAuthority', additionalInfo: 'No certificate authority is set up at this CSMS.' },
};

// a station repeats a request that it got no certificate for: it is the same one
const UPSERT_REQUEST = `
  INSERT INTO certificate_requests (id, station_id, natural_key, csr, certificate_type, status, count, first_at, last_at)
  VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, 1, $7, $7)
  ON CONFLICT (station_id, natural_key) DO UPDATE
  SET count = certificate_requests.count + 1, last_at = EXCLUDED.last_at, status = EXCLUDED.status`;

/** What of a CALL concerns the security of a station. */
export type SecurityContext = Pick<CallContext, 'station' | 'receivedAt' | 'originalPayload'>;

/** Functional block A: what stations say about their own security. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly events: SecurityEventsStore,
    private readonly dataSource: DataSource,
    private readonly pulse: StationPulse,
  ) {}

  /** Stores an event; one that was queued while offline, and one of an unknown type, like any other. [OCPP 2.0.1 A04] */
  async record({ type, timestamp, techInfo }: ReportedSecurityEvent, context: SecurityContext): Promise<void> {
    const { station, receivedAt, originalPayload: said } = context;
    const { time, substituted } = readTimestamp(timestamp, receivedAt);
    await this.events.add({
      stationUuid: station.id,
      naturalKey: naturalKey('security-event', said['type'], said['timestamp'], said['techInfo']),
      type: storable(type),
      critical: isCritical(type),
      timestamp: time,
      stationTimestamp: substituted || time.toISOString() !== timestamp ? storableOrNull(timestamp) : null,
      // manufacturers write into it whatever they find useful
      techInfo: techInfo === undefined ? null : storable(maskText(techInfo)),
      receivedAt,
    });
    if (!substituted) this.pulse.observeClock(station.id, time, receivedAt);
  }

  /**
   * Keeps a request for signing, and answers what will become of it: nothing, as long as there is no authority to hand
   * it to. [OCPP 2.0.1 A02.FR.04, A02.FR.12]
   */
  async requestSigning({ csr, certificateType }: SigningRequest, context: SecurityContext): Promise<SigningAnswer> {
    const { station, receivedAt } = context;
    await this.dataSource.query(UPSERT_REQUEST, [
      uuidv7(receivedAt.getTime()),
      station.id,
      naturalKey('certificate-request', csr, certificateType),
      storable(csr),
      storableOrNull(certificateType),
      NO_AUTHORITY.status,
      receivedAt,
    ]);
    return NO_AUTHORITY;
  }
}
