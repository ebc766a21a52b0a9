import { EventEmitter } from 'node:events';
import type { Timer } from '../../common/clock.js';
import type {
  CsmsRequests,
  CsmsResponses,
  OcppVersion,
  RegistrationStatus,
  StationRequests,
  StationResponses,
} from '../../ocpp/index.js';
import { assemble } from './assemble.js';
import { within } from './deadline.js';
import { UnmetPlanError } from './errors.js';
import type { Evse } from './evse.js';
import type { Frame, Payload } from './frames.js';
import type { PlannedAnswer } from './inbox.js';
import type { BootAnswer } from './registration.js';
import type { StationOptions } from './station-options.js';
import type { ActionIn, PayloadIn } from './typed-calls.js';
import type { BootReason, IdToken } from './words.js';

interface StationEvents {
  frame: [Frame];
  online: [];
  offline: [code: number, reason: string];
  /** The line is down and is tried again after so many milliseconds. */
  waiting: [ms: number, reason: string];
  /** A boot was answered, and the connectors reported where it was accepted. */
  registered: [RegistrationStatus];
  /** Something went wrong that no caller waits for. */
  failure: [unknown];
}

/** Real milliseconds that a test waits for the CSMS. */
const PATIENCE_MS = 5000;

/**
 * A charging station that talks like a real one, in any version. The methods speak 2.0.1 words and resolve when the
 * CSMS has answered, or when it is clear that a message has to wait for the connection.
 *
 * ```ts
 * const station = await new SimulatedStation({ stationId: 'CS001', version: '1.6', url, password }).boots();
 * await station.plugIn();
 * await station.authorize({ value: 'ABCD1234', type: 'ISO14443' });
 * await station.charge({ energyWh: 2500 });
 * await station.stop();
 * await station.unplug();
 * await station.close();
 * ```
 */
export class SimulatedStation<V extends OcppVersion = OcppVersion> extends EventEmitter<StationEvents> {
  readonly stationId: string;
  readonly version: V;
  private readonly parts: ReturnType<typeof assemble<V>>;
  private flapping: Timer | undefined;

  constructor(options: StationOptions<V>) {
    super();
    this.stationId = options.stationId;
    this.version = options.version;
    this.parts = assemble(
      options,
      (error) => this.emit('failure', error),
      (status) => this.emit('registered', status),
    );
    const { link, wire } = this.parts;
    wire.on('frame', (frame) => this.emit('frame', frame));
    // ahead of the parts, which begin to talk at once
    link.prependListener('open', () => this.emit('online'));
    link.on('close', (code, reason) => this.emit('offline', code, reason));
    link.on('waiting', (ms, reason) => this.emit('waiting', ms, reason));
  }

  // --- the line ---

  get isOnline(): boolean {
    return this.parts.link.isOpen;
  }

  /** What the last boot was answered. */
  get registrationStatus(): RegistrationStatus | undefined {
    return this.parts.registration.status;
  }

  /** What went over the wire, oldest first; bounded by `keptFrames`. */
  get frames(): readonly Frame[] {
    return this.parts.wire.frames;
  }

  /** Opens the line without a word; throws ConnectionRefusedError where it is refused. Cuts a back-off short. */
  async connect(): Promise<this> {
    const { link, clock, settings } = this.parts;
    await link.open();
    const every = settings.trouble?.dropsEveryMs;
    if (every !== undefined) this.flapping ??= clock.every(every, () => link.drop());
    return this;
  }

  /** Connects and boots. Whether the station is accepted is told by `registrationStatus`. */
  async boots(reason: BootReason = 'PowerUp'): Promise<this> {
    await this.connect();
    await this.boot(reason);
    return this;
  }

  boot(reason: BootReason = 'PowerUp'): Promise<BootAnswer> {
    return this.parts.registration.boot(reason);
  }

  heartbeat(): Promise<void> {
    return this.parts.registration.heartbeat();
  }

  /** Loses the line, as a broken network would; the station comes back by itself. */
  dropConnection(): void {
    this.parts.link.drop();
  }

  /** The network is gone until `goOnline`. Transactions go on; what must not get lost is kept. */
  async goOffline(): Promise<void> {
    await this.parts.link.close(true);
  }

  async goOnline(): Promise<this> {
    return this.connect();
  }

  /** Resolves when no transaction message waits for delivery any more. */
  delivered(timeoutMs = PATIENCE_MS): Promise<void> {
    const { outbox } = this.parts;
    return within(timeoutMs, `${outbox.undelivered} transaction messages delivered`, outbox.delivered());
  }

  /** Resolves when the line goes down. */
  async disconnected(timeoutMs = PATIENCE_MS): Promise<{ code: number; reason: string }> {
    const closed = new Promise<{ code: number; reason: string }>((done) => {
      this.once('offline', (code, reason) => done({ code, reason }));
    });
    return within(timeoutMs, `the connection of ${this.stationId} closed`, closed);
  }

  /** Switches the station off. Throws UnmetPlanError when a planned exchange did not happen. */
  async close(): Promise<void> {
    const { link, registration, reservations, evses, inbox } = this.parts;
    registration.stop();
    reservations.stop();
    this.flapping?.cancel();
    for (const evse of evses) evse.sampling?.cancel();
    await link.close();
    if (inbox.unmet.length > 0) throw new UnmetPlanError(this.stationId, inbox.unmet);
  }

  // --- what drivers do ---

  async plugIn(evseId = 1, connectorId = 1): Promise<void> {
    await this.parts.charging.plugIn(this.evse(evseId), connectorId);
  }

  /**
   * Holds a token to the reader. Charging begins when a vehicle is plugged in as well.
   * @returns the CSMS's decision, e.g. Accepted
   */
  async authorize(token: IdToken, evseId = 1): Promise<string> {
    return this.parts.charging.authorize(this.evse(evseId), token);
  }

  /** The vehicle takes so many Wh in no time and the meter is reported; or it takes what flows in so many seconds. */
  async charge(what: { energyWh: number; evseId?: number } | { seconds: number; evseId?: number }): Promise<void> {
    const evse = this.evse(what.evseId ?? 1);
    if ('seconds' in what) {
      await new Promise<void>((done) => void this.parts.clock.after(what.seconds * 1000, done));
    } else {
      evse.meter.add(what.energyWh);
      await this.parts.charging.sample(evse);
    }
  }

  /** The vehicle or the station pauses. */
  async suspend(by: 'EV' | 'EVSE', evseId = 1): Promise<void> {
    await this.parts.charging.suspend(this.evse(evseId), by);
  }

  async resume(evseId = 1): Promise<void> {
    await this.parts.charging.resume(this.evse(evseId));
  }

  /** The driver stops at the station; by the token that started, unless another is named. */
  async stop(token?: IdToken, evseId = 1): Promise<void> {
    const evse = this.evse(evseId);
    const by = token ?? evse.transaction?.token;
    await this.parts.charging.end(evse, { trigger: 'StopAuthorized', stopReason: 'Local', token: by });
  }

  /** The cable is pulled at the vehicle; that ends a transaction. */
  async unplug(evseId = 1): Promise<void> {
    await this.parts.charging.unplug(this.evse(evseId));
  }

  /** Something breaks, or is mended. A fault ends the transaction. */
  async fault(faulted = true, evseId = 1, connectorId = 1): Promise<void> {
    const evse = this.evse(evseId);
    evse.connector(connectorId).faulted = faulted;
    const { charging, availability, reservations } = this.parts;
    if (faulted && evse.transaction) await charging.end(evse, { trigger: 'AbnormalCondition', stopReason: 'Other' });
    else await availability.reportChanges();
    await reservations.dropUnusable();
  }

  async reportStatus(evseId?: number): Promise<void> {
    await this.parts.availability.reportAll(evseId);
  }

  get evses(): readonly Evse[] {
    return this.parts.evses;
  }

  evse(evseId = 1): Evse {
    const found = this.parts.evses.find(({ id }) => id === evseId);
    if (!found) throw new RangeError(`Station ${this.stationId} has no EVSE ${evseId}`);
    return found;
  }

  // --- the wire, for tests ---

  /** Sends a CALL as given, in its turn. Rejects with CallError, CallTimeoutError or OfflineError. */
  async call<A extends ActionIn<StationRequests, V>>(
    action: A,
    payload: PayloadIn<StationRequests, V, A>,
  ): Promise<PayloadIn<StationResponses, V, A>> {
    return (await this.callAny(action, payload)) as PayloadIn<StationResponses, V, A>;
  }

  /** As `call`, but without types: for what breaks the schema on purpose. */
  callAny(action: string, payload: unknown): Promise<Payload> {
    return this.parts.outbox.ask({ action, payload: payload as Payload });
  }

  /** Sends a text as it stands, out of turn; resolves with the CALLRESULT or CALLERROR that answers it. */
  callRaw(frameText: string, timeoutMs = PATIENCE_MS): Promise<Frame> {
    return this.parts.wire.sendRaw(frameText, timeoutMs);
  }

  /**
   * Plans how a CALL of the CSMS is answered, instead of what this station would do. Must happen before `close`,
   * unless it is optional.
   */
  onCall<A extends ActionIn<CsmsRequests, V>>(
    action: A,
    answer: PlannedAnswer<PayloadIn<CsmsRequests, V, A>, PayloadIn<CsmsResponses, V, A>>,
    { optional = false } = {},
  ): this {
    this.parts.inbox.plan(action, answer as unknown as PlannedAnswer<Payload, Payload>, optional);
    return this;
  }

  /** The next CALL of the CSMS with this action that was not read yet; waits for it. */
  async nextCall<A extends ActionIn<CsmsRequests, V>>(
    action: A,
    timeoutMs = PATIENCE_MS,
  ): Promise<PayloadIn<CsmsRequests, V, A>> {
    return (await this.parts.inbox.next(action, timeoutMs)) as PayloadIn<CsmsRequests, V, A>;
  }
}
