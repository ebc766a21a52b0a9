import { Logger } from '@nestjs/common';
import type { Socket } from 'node:net';
import type { Clock, Timer } from '../../common/clock.js';
import { WaitingConnection } from './waiting-connection.js';

const LOOK_EVERY_MS = 500;

export interface GateLimits {
  /** For a connection to send what a handshake begins with. */
  readonly silentMs: number;
  /** After so long nobody waits any more at the other end. Who gives up sooner closes the connection, at no cost. */
  readonly patienceMs?: number;
  /** Connections whose handshake has not begun. */
  readonly mostWaiting?: number;
  /** Handshakes that have begun. Most of them wait for the station, so this does not bound our work, but memory. */
  readonly mostUnderWay?: number;
  /** Handshakes that begin in one turn of the event loop, in which all that are under way go on. This bounds our work. */
  readonly mostPerTurn?: number;
}

/**
 * Lets TLS handshakes begin only as fast as they also end. One that is not over in time has been paid for in vain: ten
 * thousand stations at once would keep each other out. Here they wait at no cost, in the order of their greetings, and the
 * time for their handshake does not run yet. Who says nothing is not in anybody's way.
 */
export class HandshakeGate {
  private readonly logger = new Logger('TLS');
  private readonly limits: Required<GateLimits>;
  private readonly silent = new Set<WaitingConnection>();
  private readonly ready = new Set<WaitingConnection>();
  private readonly timer: Timer;
  private turn: NodeJS.Immediate | undefined;
  private begun = 0;
  private closed = false;
  private dropped = { silent: 0, tooLate: 0, tooMany: 0 };

  /** @param begin begins the handshake on a socket, whose first bytes are still to be read */
  constructor(
    private readonly clock: Clock,
    private readonly begin: (socket: Socket) => void,
    { patienceMs = 30_000, mostWaiting = 16_384, mostUnderWay = 1024, mostPerTurn = 2, ...limits }: GateLimits,
  ) {
    this.limits = { ...limits, patienceMs, mostWaiting, mostUnderWay, mostPerTurn };
    this.timer = clock.every(LOOK_EVERY_MS, () => this.look());
  }

  /** Handshakes that are under way. */
  get underWay(): number {
    return this.begun;
  }

  /** Takes in a new connection. Where there are too many, the one that has been silent for longest goes, or else this. */
  enter(socket: Socket): void {
    if (this.closed) return void socket.destroy();
    const connection = new WaitingConnection(
      socket,
      this.clock.monotonic(),
      () => this.queue(connection),
      () => this.forget(connection),
    );
    this.silent.add(connection);
    if (this.silent.size + this.ready.size <= this.limits.mostWaiting) return;
    const [longest] = this.silent;
    this.drop(longest!, 'tooMany');
  }

  /** To be told when a handshake that has begun is over, well or badly. */
  ended(): void {
    this.begun -= 1;
    this.proceed();
  }

  /** Nothing begins any more, and who waits is let go. */
  close(): void {
    this.closed = true;
    this.timer.cancel();
    clearImmediate(this.turn);
    for (const connection of [...this.silent, ...this.ready]) connection.drop();
  }

  private queue(connection: WaitingConnection): void {
    this.silent.delete(connection);
    this.ready.add(connection);
    this.proceed();
  }

  /** Begins the next handshakes, after everybody else has had a turn. */
  private proceed(): void {
    if (this.closed || this.turn || this.ready.size === 0 || this.begun >= this.limits.mostUnderWay) return;
    this.turn = setImmediate(() => {
      this.turn = undefined;
      this.beginSome(Math.min(this.limits.mostPerTurn, this.limits.mostUnderWay - this.begun));
      this.proceed();
    });
  }

  private beginSome(most: number): void {
    let begun = 0;
    for (const connection of this.ready) {
      if (begun === most) return;
      begun += 1;
      this.ready.delete(connection);
      this.begun += 1;
      this.begin(connection.release());
    }
  }

  /** Closes who has been silent, or has waited, for too long. */
  private look(): void {
    const now = this.clock.monotonic();
    const { silentMs, patienceMs } = this.limits;
    for (const connection of this.silent) if (now - connection.since >= silentMs) this.drop(connection, 'silent');
    for (const connection of this.ready) if (now - connection.since >= patienceMs) this.drop(connection, 'tooLate');
    if (Object.values(this.dropped).every((count) => count === 0)) return;
    this.logger.warn('connections were closed before their TLS handshake', this.dropped);
    this.dropped = { silent: 0, tooLate: 0, tooMany: 0 };
  }

  private drop(connection: WaitingConnection, why: keyof typeof this.dropped): void {
    this.dropped[why] += 1;
    this.forget(connection);
    connection.drop();
  }

  private forget(connection: WaitingConnection): void {
    this.silent.delete(connection);
    this.ready.delete(connection);
  }
}
