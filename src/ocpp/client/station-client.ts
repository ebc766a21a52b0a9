import type { RegistrationStatus, StationSettings } from '../ports.js';
import type { OcppVersion } from '../versions.js';

/** A station that is connected to this process. */
export interface ConnectedStation {
  readonly stationUuid: string;
  readonly stationId: string;
  readonly version: OcppVersion;
  readonly epoch: bigint;
  /** The lower of what its last BootNotification was answered and the operator's decision; undefined before the first. */
  readonly registration: RegistrationStatus | undefined;
  readonly connectedAt: Date;
}

/** What came of a CALL to a station. `sentAt` is missing where it never left. */
export type CallOutcome =
  | {
      readonly kind: 'answered';
      readonly response: Record<string, unknown>;
      readonly sentAt: Date;
      readonly answeredAt: Date;
    }
  | {
      readonly kind: 'call-error';
      readonly code: string;
      readonly description: string;
      readonly details: unknown;
      readonly sentAt: Date;
      readonly answeredAt: Date;
    }
  /** The CALLRESULT breaks the response schema; the call fails now, the connection stays. */
  | {
      readonly kind: 'broken-answer';
      readonly response: unknown;
      readonly reason: string;
      readonly sentAt: Date;
      readonly answeredAt: Date;
    }
  | { readonly kind: 'timed-out'; readonly sentAt: Date }
  | { readonly kind: 'disconnected'; readonly sentAt: Date | undefined }
  /** The queue of this station is full, or `beforeSend` refused. */
  | { readonly kind: 'not-sent'; readonly reason: string };

export interface CallOptions {
  /** The connection that is meant; once it is gone the CALL has failed, even if the station is back on another one. */
  readonly epoch?: bigint;
  /** Awaited when the CALL's turn has come, just before it is sent; `false` keeps it from being sent. */
  readonly beforeSend?: () => Promise<boolean>;
}

/** Calls stations that are connected to this process: one CALL in flight per station, first in, first out. */
export abstract class StationClient {
  /** The connection of a station, if it is connected to this process. */
  abstract connected(stationUuid: string): ConnectedStation | undefined;
  /**
   * Sends a CALL, exactly as given, to a connected station and waits for what comes of it. Never rejects for anything
   * the station does. Throws OcppError FormatViolation (and its kin) when the payload breaks the version's schema, and
   * NotSupported for an action that the CSMS cannot send in that version.
   */
  abstract call(
    stationUuid: string,
    action: string,
    payload: Record<string, unknown>,
    options?: CallOptions,
  ): Promise<CallOutcome>;

  /** Closes the socket of a station, if it has one here. */
  abstract disconnect(stationUuid: string, code: number, reason: string): void;
  /** The operator changed how a station is treated on the wire: holds at once for an open connection. */
  abstract changeSettings(stationUuid: string, settings: StationSettings): void;
  /** The operator decided anew about a station: what an open connection may send follows at once. */
  abstract changeRegistration(stationUuid: string, decision: RegistrationStatus): void;
}
