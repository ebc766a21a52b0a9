import type { Clock } from '../../common/clock.js';
import type { Availability } from './availability.js';
import type { Dialect } from './dialect.js';
import type { Authorization, Evse } from './evse.js';
import type { Payload } from './frames.js';
import type { OutgoingCall } from './outbox.js';
import type { Reservations } from './reservations.js';
import type { TxStartPoint } from './station-options.js';
import type { StationTime } from './station-time.js';
import type { Trouble } from './troubles.js';
import type {
  EventType,
  IdToken,
  MeterReading,
  StationTransaction,
  StopReason,
  TransactionEvent,
  TriggerReason,
} from './words.js';

interface Parts {
  readonly clock: Clock;
  readonly time: StationTime;
  readonly dialect: Dialect;
  readonly evses: readonly Evse[];
  readonly availability: Availability;
  readonly reservations: Pick<Reservations, 'admits' | 'use'>;
  readonly isOnline: () => boolean;
  readonly ask: (call: OutgoingCall) => Promise<Payload>;
  /** Tells what must not get lost; resolves when it is answered or has to wait. */
  readonly keep: (
    build: () => OutgoingCall,
    answered: (response: Payload) => void,
    about: StationTransaction,
    losesAnswer: boolean,
  ) => Promise<void>;
  readonly transactionEnded: (evse: Evse) => Promise<void>;
  readonly txStartPoint: TxStartPoint;
  readonly powerW: number;
  readonly sampleIntervalMs: number;
  readonly trouble?: Trouble;
}

/** More than a test or a demonstration leaves undelivered. */
const REMEMBERED = 1000;

interface Happening {
  readonly trigger: TriggerReason;
  readonly token?: IdToken;
  readonly remoteStartId?: number;
  readonly reservationId?: number;
  readonly reading?: MeterReading;
  readonly stopReason?: StopReason;
}

const isSame = (one: IdToken, other: IdToken): boolean =>
  one.type === other.type && one.value.toLowerCase() === other.value.toLowerCase();

/** Vehicles come, charge and leave: the transactions of a station. */
export class Charging {
  /** Those that have ended while messages about them may still wait; the newest few. */
  private readonly past: StationTransaction[] = [];

  constructor(private readonly parts: Parts) {}

  async plugIn(evse: Evse, connectorId: number): Promise<void> {
    const connector = evse.connector(connectorId);
    if (connector.plugged) return;
    connector.plugged = true;
    if (evse.transaction) Object.assign(evse.transaction, { connectorId, chargingState: 'EVConnected' });
    await this.parts.availability.reportChanges();
    await this.proceed(evse, { trigger: 'CablePluggedIn' });
  }

  /**
   * Asks the CSMS about a token; charging may begin where the answer is Accepted. Offline every token is let in. Reserved
   * is the station's own word for whoever comes while it holds the EVSE free for somebody else.
   */
  async authorize(evse: Evse, token: IdToken): Promise<string> {
    const { dialect, ask, isOnline, reservations } = this.parts;
    const answer = isOnline() ? await ask(dialect.authorize(token)) : undefined;
    const status = answer ? (dialect.tokenStatus(answer) ?? 'Unknown') : 'Accepted';
    const groupId = answer && dialect.tokenGroup(answer);
    if (status !== 'Accepted') return status;
    if (!reservations.admits(evse, token, groupId)) return 'Reserved';
    await this.admit(evse, { token, remote: false, remoteStartId: undefined }, groupId);
    return status;
  }

  /** Somebody may charge at this EVSE: by a token at the station, or because the CSMS requested it. */
  async admit(evse: Evse, authorization: Authorization, groupId?: string): Promise<void> {
    const { remote, token, remoteStartId } = authorization;
    const reservationId = this.parts.reservations.use(evse, token, groupId);
    evse.authorization = { ...authorization, reservationId };
    await this.parts.availability.reportChanges();
    await this.proceed(evse, { trigger: remote ? 'RemoteStart' : 'Authorized', token, remoteStartId, reservationId });
  }

  /** The vehicle pauses or goes on; `EV` and `EVSE` say who wants the pause. */
  async suspend(evse: Evse, by: 'EV' | 'EVSE'): Promise<void> {
    await this.changeState(evse, by === 'EV' ? 'SuspendedEV' : 'SuspendedEVSE');
  }

  async resume(evse: Evse): Promise<void> {
    await this.changeState(evse, 'Charging');
  }

  /** Reports the meter within the transaction. */
  async sample(evse: Evse, trigger: 'MeterValuePeriodic' | 'Trigger' = 'MeterValuePeriodic'): Promise<void> {
    const { transaction } = evse;
    const context = trigger === 'Trigger' ? 'Trigger' : 'Sample.Periodic';
    if (transaction)
      await this.tell('Updated', transaction, { trigger, reading: evse.read(this.parts.time.now(), context) });
  }

  async end(evse: Evse, happening: Omit<Happening, 'reading'>): Promise<void> {
    const { transaction } = evse;
    evse.authorization = undefined;
    if (!transaction) return this.parts.availability.reportChanges();
    evse.sampling?.cancel();
    evse.sampling = undefined;
    evse.meter.draw(0);
    evse.transaction = undefined;
    this.past.push(transaction);
    if (this.past.length > REMEMBERED) this.past.shift();
    const connector = evse.connector(transaction.connectorId);
    connector.finished = connector.plugged;
    transaction.chargingState = connector.plugged ? 'EVConnected' : 'Idle';
    const reading = evse.read(this.parts.time.now(), 'Transaction.End');
    await this.tell('Ended', transaction, { ...happening, reading });
    this.parts.availability.applyScheduled();
    await this.parts.availability.reportChanges();
    await this.parts.transactionEnded(evse);
  }

  async unplug(evse: Evse): Promise<void> {
    const connector = evse.plugged;
    if (!connector) return;
    await this.end(evse, { trigger: 'EVCommunicationLost', stopReason: 'EVDisconnected' });
    connector.plugged = false;
    connector.finished = false;
    await this.parts.availability.reportChanges();
  }

  /** Those of a token that have ended and are remembered. */
  pastOf(token: IdToken): StationTransaction[] {
    return this.past.filter((each) => each.token && isSame(each.token, token));
  }

  forget(token: IdToken): void {
    const left = this.past.filter((each) => !each.token || !isSame(each.token, token));
    this.past.splice(0, this.past.length, ...left);
  }

  /** A transaction that runs, or that is remembered. */
  transaction(id: string): StationTransaction | undefined {
    const running = this.parts.evses.map(({ transaction }) => transaction);
    return [...running, ...this.past].find((each) => each?.id === id);
  }

  /** What a token or a cable leads to: a transaction begins, or goes on. */
  private async proceed(evse: Evse, happening: Happening): Promise<void> {
    if (evse.transaction) {
      if (happening.token) evse.transaction.token = happening.token;
      await this.tell('Updated', evse.transaction, happening);
    } else if (this.mayStart(evse)) {
      await this.start(evse, happening);
    }
    if (evse.plugged && evse.authorization) await this.changeState(evse, 'Charging');
  }

  private mayStart(evse: Evse): boolean {
    const { dialect, txStartPoint } = this.parts;
    const both = dialect.needsTokenToStart || txStartPoint === 'PowerPathClosed';
    if (both) return evse.plugged !== undefined && evse.authorization !== undefined;
    return txStartPoint === 'EVConnected' ? evse.plugged !== undefined : evse.authorization !== undefined;
  }

  private async start(evse: Evse, happening: Happening): Promise<void> {
    const { dialect, time } = this.parts;
    const { authorization, plugged } = evse;
    const reading = evse.read(time.now(), 'Transaction.Begin');
    const transaction: StationTransaction = {
      id: dialect.newTransactionId(),
      evseId: evse.id,
      connectorId: plugged?.connectorId ?? 1,
      startedWith: reading,
      token: authorization?.token,
      chargingState: plugged ? 'EVConnected' : 'Idle',
      nextSeqNo: 0,
      told: {},
    };
    evse.transaction = transaction;
    const { token, remote, remoteStartId, reservationId } = authorization ?? {};
    await this.tell('Started', transaction, {
      trigger: remote ? 'RemoteStart' : happening.trigger,
      token,
      remoteStartId,
      reservationId,
      reading,
    });
  }

  private async changeState(evse: Evse, state: StationTransaction['chargingState']): Promise<void> {
    const { transaction } = evse;
    const { clock, powerW, sampleIntervalMs, availability } = this.parts;
    if (!transaction || transaction.chargingState === state) return;
    transaction.chargingState = state;
    evse.meter.draw(state === 'Charging' ? powerW : 0);
    evse.sampling ??= clock.every(sampleIntervalMs, () => void this.sample(evse));
    await availability.reportChanges();
    await this.tell('Updated', transaction, { trigger: 'ChargingStateChanged' });
  }

  private async tell(eventType: EventType, transaction: StationTransaction, happening: Happening): Promise<void> {
    const { dialect, time, isOnline, keep, trouble } = this.parts;
    const { chargingState, told, evseId, connectorId } = transaction;
    const event: TransactionEvent = {
      ...happening,
      eventType,
      transaction,
      at: happening.reading?.at ?? time.now(),
      seqNo: transaction.nextSeqNo++,
      offline: !isOnline(),
      ...(told.chargingState !== chargingState && { chargingState }),
      ...(!told.evse && chargingState !== 'Idle' && { evse: { id: evseId, connectorId } }),
    };
    told.chargingState = chargingState;
    told.evse ||= chargingState !== 'Idle';
    const build = dialect.transactionEvent(event);
    if (!build) return;
    const losesAnswer = eventType === trouble?.losesAnswerTo;
    await keep(build, (response) => this.hear(transaction, response), transaction, losesAnswer);
    if (eventType === 'Started' && trouble?.repeatsStart) await keep(build, () => {}, transaction, false);
  }

  /** An answer names the transaction on 1.6, and may refuse the token: then charging ends (StopTxOnInvalidId). */
  private hear(transaction: StationTransaction, response: Payload): void {
    const { dialect, evses } = this.parts;
    transaction.id ??= dialect.transactionId(response);
    const status = dialect.tokenStatus(response);
    const evse = evses.find((each) => each.transaction === transaction);
    if (evse && status !== undefined && status !== 'Accepted') {
      void this.end(evse, { trigger: 'Deauthorized', stopReason: 'DeAuthorized' });
    }
  }
}
