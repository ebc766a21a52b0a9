import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, type Timer } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { Connections } from './connections.js';
import { inSlices } from './slices.js';
import type { StationConnection } from './station-connection.js';

const LOOK_AT_UNREAD_MS = 2500;
/** What is sent must move on within ten seconds; large messages are given time as on a line of 8 KiB/s. */
const STUCK_MS = 10_000;
const SLOWEST_BYTES_PER_MS = 8.192;

/** What a station had read, and since when it reads no further. */
interface Stuck {
  readonly drained: number;
  readonly since: number;
}

/** Finds connections whose other side is gone, or does not read. */
@Injectable()
export class LineWatch implements OnModuleInit, OnModuleDestroy {
  private readonly timers: Timer[] = [];
  private stuck = new Map<StationConnection, Stuck>();

  constructor(
    private readonly connections: Connections,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { pingIntervalSeconds } = this.config.ocpp;
    if (pingIntervalSeconds > 0) this.timers.push(this.clock.every(pingIntervalSeconds * 1000, () => this.pingAll()));
    this.timers.push(this.clock.every(LOOK_AT_UNREAD_MS, () => this.lookAtUnread()));
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) timer.cancel();
  }

  private pingAll(): void {
    void inSlices(this.connections.all(), (connection) => this.ping(connection));
  }

  private ping(connection: StationConnection): void {
    // what a paused socket has received cannot be seen
    if (connection.socket.isPaused) return;
    if (connection.silentRounds >= this.silenceAllowed(connection)) return connection.cutOff('no sign of life');
    connection.silentRounds += 1;
    connection.socket.ping();
  }

  /** Rounds of pings: two, or three heartbeats for a station that does not answer pings. */
  private silenceAllowed(connection: StationConnection): number {
    if (!connection.hasRule('no-pong')) return 2;
    const heartbeat = connection.station.settings.heartbeatIntervalSeconds ?? this.config.ocpp.heartbeatIntervalSeconds;
    return Math.ceil((3 * heartbeat) / this.config.ocpp.pingIntervalSeconds);
  }

  private lookAtUnread(): void {
    const before = this.stuck;
    const now = (this.stuck = new Map<StationConnection, Stuck>());
    void inSlices(this.connections.all(), (connection) => {
      const stuck = this.stuckness(connection, before.get(connection));
      if (stuck) now.set(connection, stuck);
    });
  }

  /** Undefined where nothing is left unread. */
  private stuckness(connection: StationConnection, before: Stuck | undefined): Stuck | undefined {
    const unread = connection.socket.bufferedAmount;
    if (unread === 0) return undefined;
    const drained = connection.handed - unread;
    const now = this.clock.monotonic();
    if (!before || drained > before.drained) return { drained, since: now };
    if (now - before.since < Math.max(STUCK_MS, unread / SLOWEST_BYTES_PER_MS)) return before;
    connection.cutOffSlow();
    return undefined;
  }
}
