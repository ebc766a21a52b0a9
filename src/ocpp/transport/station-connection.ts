import { Logger } from '@nestjs/common';
import type { WebSocket } from 'ws';
import type { Clock } from '../../common/clock.js';
import { OutboundQueue } from '../client/outbound-queue.js';
import type { ConnectedStation } from '../client/station-client.js';
import { registrationOf } from '../dispatch/registration-gate.js';
import type { ConnectionInfo, RegisteredStation, RegistrationStatus } from '../ports.js';
import type { OcppVersion } from '../versions.js';
import { InboundBudget } from './inbound-budget.js';
import { InboundQueue } from './inbound-queue.js';

/** A station that leaves more than this unread when the next message is due is cut off. */
const MOST_UNREAD_BYTES = 256 * 1024;

const logger = new Logger('StationConnection');

/** One socket of a station, from the handshake to its close. */
export class StationConnection implements ConnectedStation, ConnectionInfo {
  readonly outbound: OutboundQueue;
  readonly inbound: InboundQueue;
  /** Set once the inventory has counted the connection; nothing is handled before. */
  epoch = 0n;
  everAccepted: boolean;
  /** The operator's decision as it stands. */
  decision: RegistrationStatus;
  /** Actions that were asked for by a trigger or a report request; let through while Pending. */
  readonly expected = new Set<string>();
  /** Frames in a row that could not be read. */
  unreadable = 0;
  /** Rounds of pings without any traffic. */
  silentRounds = 0;
  /** Characters that were handed to the socket. */
  handed = 0;
  /** Why it was cut off without a close, if it was. */
  cutBecause = '';
  /** Where a newer connection of the station has displaced it: settles once that one is recorded, or cannot be. */
  replacement: Promise<unknown> | undefined;
  /** Whether it was cut off for not reading. */
  isSlow = false;
  /** What the last BootNotification was answered. */
  private told: RegistrationStatus | undefined;

  constructor(
    readonly socket: WebSocket,
    public station: RegisteredStation,
    readonly version: OcppVersion,
    readonly remoteAddress: string,
    readonly connectedAt: Date,
    clock: Clock,
    defaultCallTimeoutSeconds: number,
    budget: InboundBudget = new InboundBudget(),
  ) {
    this.told = station.registration;
    this.decision = station.decision;
    this.everAccepted = station.everAccepted;
    this.inbound = new InboundQueue(socket, budget, (error) =>
      logger.error('a message could not be handled', { stationId: station.stationId, err: error }),
    );
    this.outbound = new OutboundQueue(
      clock,
      (text) => this.send(text),
      () => (this.station.settings.callTimeoutSeconds ?? defaultCallTimeoutSeconds) * 1000,
      () => socket.isPaused,
    );
  }

  get stationUuid(): string {
    return this.station.id;
  }

  get stationId(): string {
    return this.station.stationId;
  }

  /** How the station is treated; undefined before its first BootNotification. */
  get registration(): RegistrationStatus | undefined {
    return registrationOf(this.told, this.decision);
  }

  /** A BootNotification is answered with the operator's decision, just read. What was triggered before is over. */
  register(status: RegistrationStatus): void {
    this.told = this.decision = status;
    this.everAccepted ||= status === 'Accepted';
    this.expected.clear();
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Whether a leniency rule holds for this station. */
  hasRule(rule: string): boolean {
    return this.station.settings.enabledRules.includes(rule);
  }

  /** Never compressed: one compressed message costs a connection a quarter of a megabyte. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > MOST_UNREAD_BYTES) return this.cutOffSlow();
    this.handed += text.length;
    this.socket.send(text, { compress: false });
  }

  /** It does not read what is sent to it, which would fill our memory instead of its own. */
  cutOffSlow(): void {
    this.isSlow = true;
    this.cutOff('it does not read what is sent to it');
  }

  /** Ends a connection whose other side cannot be expected to answer a close. */
  cutOff(reason: string): void {
    logger.warn('cut off', { stationId: this.stationId, reason, unreadBytes: this.socket.bufferedAmount });
    this.cutBecause = reason;
    this.socket.terminate();
  }
}
