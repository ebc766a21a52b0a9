import type { OcppVersion } from './versions.js';

// What the kernel needs from the rest of TAU. The kernel declares, functional blocks provide (see stations/).

/** The operator's decision about a station (B01-B03). */
export type RegistrationStatus = 'Accepted' | 'Pending' | 'Rejected';

/** What the kernel has to know about a registered station. */
export interface RegisteredStation {
  /** Surrogate key of the inventory row, a UUID. */
  readonly id: string;
  /** The identity as registered; letter case may differ from the URL's. */
  readonly stationId: string;
  readonly settings: StationSettings;
  /** What the last BootNotification was answered; undefined before the first one. */
  readonly registration: RegistrationStatus | undefined;
  /** What the operator decided; may have changed since that boot. */
  readonly decision: RegistrationStatus;
  /** Whether a BootNotification of it was ever accepted. */
  readonly everAccepted: boolean;
}

/** Per-station settings of the wire. */
export interface StationSettings {
  /** Versions that may be negotiated; undefined: all. */
  readonly allowedVersions?: readonly OcppVersion[];
  /** Security profile 0 (no credentials; 1.6 only, discouraged) to 3. */
  readonly securityProfile: number;
  /** Seconds until a CALL of ours counts as unanswered. */
  readonly callTimeoutSeconds?: number;
  /** Seconds between the Heartbeats of this station, where it has an interval of its own. */
  readonly heartbeatIntervalSeconds?: number;
  /** Largest frame in bytes that is read from this station. */
  readonly maxFrameBytes?: number;
  /** Names of leniency rules that are switched off for it. */
  readonly disabledRules: readonly string[];
  /** Names of leniency rules that are off by default and switched on for it. */
  readonly enabledRules: readonly string[];
}

/** Somebody asks for a connection: identity as in the URL, credentials as bytes. */
export interface Knock {
  readonly identity: string;
  readonly credentials: { readonly user: Buffer; readonly password: Buffer } | undefined;
  readonly remoteAddress: string;
  readonly secure: boolean;
}

/** Why a connection was refused; kept with the identity, so that operators see who knocked. */
export type RefusalReason =
  | 'unknown-identity'
  | 'no-credentials'
  | 'wrong-user'
  | 'wrong-password'
  | 'too-many-failures'
  | 'insecure-transport'
  | 'no-common-version'
  | 'starting-or-stopping';

export type Admission =
  | { readonly admitted: true; readonly station: RegisteredStation }
  | { readonly admitted: false; readonly reason: RefusalReason };

/** An open connection, as the inventory sees it. */
export interface ConnectionInfo {
  readonly stationUuid: string;
  readonly stationId: string;
  readonly version: OcppVersion;
  readonly remoteAddress: string;
  readonly connectedAt: Date;
}

/** What waits for the database; new stations are kept out while it is too much. */
export abstract class Workload {
  /** Milliseconds for which the oldest of it has waited; 0 where nothing waits. Cheap, asked at every handshake. */
  abstract oldestWaitingMs(): number;
}

/** The inventory of stations, as the kernel sees it. */
export abstract class StationDirectory {
  /** Settles who a connection belongs to, before the 101 (A00.FR.204). Never throws for bad credentials. */
  abstract admit(knock: Knock): Promise<Admission>;
  /** Keeps a refused attempt. Must not throw; may be dropped under load. */
  abstract refused(knock: Pick<Knock, 'identity' | 'remoteAddress'>, reason: RefusalReason): void;
  /** A connection was opened. Resolves with its epoch, larger than that of every earlier connection of the station. */
  abstract connected(connection: ConnectionInfo): Promise<bigint>;
  /**
   * That connection is gone. A later connection of the same station must not be touched: compare epochs. Seen to the end
   * by the inventory: where it cannot be written now, it is written later.
   */
  abstract disconnected(connection: ConnectionInfo, epoch: bigint, code: number, reason: string): Promise<void>;
  /** Traffic was seen; cheap, called for every frame. */
  abstract seen(stationUuid: string, at: Date): void;
  /** A leniency rule was applied, or a station misbehaved in a way that has a name. Cheap; counted per station. */
  abstract ruleApplied(stationUuid: string, rule: string): void;
}

/** One CALL and what came of it, as raw text with secrets masked. */
export interface Exchange {
  readonly stationUuid: string;
  readonly version: OcppVersion;
  readonly direction: 'from-station' | 'to-station';
  readonly action: string | undefined;
  readonly messageId: string | undefined;
  /** Undefined where the frame is stored elsewhere, under `storedAs`. */
  readonly request: Uint8Array | string | undefined;
  readonly storedAs?: string | undefined;
  readonly response: Uint8Array | string | undefined;
  /** `answered`, or what went wrong: an OCPP error code, `unreadable`, `timed-out`, `disconnected`. */
  readonly outcome: string;
  readonly receivedAt: Date;
  readonly answeredAt: Date | undefined;
}

/** Where exchanges are kept. Writing is best effort: it may be dropped and counted under load. */
export abstract class MessageLog {
  abstract record(exchange: Exchange): void;
  /** Heartbeats are not logged one by one. */
  abstract heartbeat(stationUuid: string, version: OcppVersion, at: Date): void;
}
