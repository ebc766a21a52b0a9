import type { RegisteredStation, RegistrationStatus } from '../ports.js';
import type { StationConnection } from '../transport/station-connection.js';
import { maskFrame } from '../validation/mask-frame.js';
import type { OcppVersion } from '../versions.js';
import type { CallContext } from './call-context.js';
import type { InboundCall } from './dispatcher.js';

/** A CALL on its way through a handler. One is made for each message, so it holds as little as it can. */
export class DispatchedCall implements CallContext {
  constructor(
    private readonly connection: StationConnection,
    private readonly call: InboundCall,
    private readonly jobs: (() => void | Promise<void>)[],
    readonly rules: readonly string[],
    readonly needsReview: boolean,
  ) {}

  get station(): RegisteredStation {
    return this.connection.station;
  }

  get version(): OcppVersion {
    return this.connection.version;
  }

  get messageId(): string {
    return this.call.frame.messageId;
  }

  get receivedAt(): Date {
    return this.call.receivedAt;
  }

  get frame(): Uint8Array {
    return maskFrame(this.version, this.call.frame, this.call.bytes);
  }

  get originalPayload(): Readonly<Record<string, unknown>> {
    return (this.call.frame.payload ?? {}) as Record<string, unknown>;
  }

  afterReply(job: () => void | Promise<void>): void {
    this.jobs.push(job);
  }

  frameStoredAs(id: string): void {
    this.call.storedAs = id;
  }

  register(status: RegistrationStatus): void {
    this.connection.register(status);
  }
}
