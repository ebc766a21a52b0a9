import type { RegisteredStation, RegistrationStatus } from '../ports.js';
import type { OcppVersion } from '../versions.js';

/** Around a CALL from a station: who asks, when, and what the kernel noticed about the payload. */
export interface CallContext {
  readonly station: RegisteredStation;
  readonly version: OcppVersion;
  readonly messageId: string;
  /** When the frame arrived here. Station timestamps are never rewritten; this stands beside them. */
  readonly receivedAt: Date;
  /** The whole frame as it came, with secrets masked: the evidence. */
  readonly frame: Uint8Array;
  /** The frame is stored under this id, so the message log need not store it again. */
  frameStoredAs(id: string): void;
  /** The payload as it was parsed, before any leniency rule changed it. Natural keys are built from it. */
  readonly originalPayload: Readonly<Record<string, unknown>>;
  /** Names of the leniency rules that were applied to the payload. */
  readonly rules: readonly string[];
  /** The payload broke its schema beyond the named rules and was let through all the same. */
  readonly needsReview: boolean;
  /** Runs `job` once the answer is on the wire; never awaited, errors are logged. A handler never awaits a CALL. */
  afterReply(job: () => void | Promise<void>): void;
  /** Tells the kernel what a BootNotification was answered; decides what the station may send from now on. */
  register(status: RegistrationStatus): void;
}
