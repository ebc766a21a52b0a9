import { Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import { Clock, type Timer } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { encodeError, parseFrame, type Frame } from '../framing/frame.js';
import { MessageLog, StationDirectory } from '../ports.js';
import { maskText } from '../validation/masking.js';
import { Connections } from './connections.js';
import { HandshakeService } from './handshake.service.js';
import { settledOf } from './ocpp-ws.adapter.js';
import { StationConnection } from './station-connection.js';

/** Frames in a row that cannot be read until the socket is closed. */
const UNREADABLE_LIMIT = 10;
/** By the machine's clock, not the injected one: a shutdown must come to its end. */
const DRAIN_MS = 5000;
const CLOSE_MS = 2000;
/** Close codes of RFC 6455 and its registry. */
const Close = { policy: 1008, restart: 1012, tryAgainLater: 1013, replaced: 1008 } as const;

/** Reads the frames of every station and keeps the connections; what a CALL means is the dispatcher's matter. */
@WebSocketGateway({ path: '/ocpp', clientTracking: false })
export class OcppGateway implements OnGatewayConnection<WebSocket>, OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(OcppGateway.name);
  private pings?: Timer;

  constructor(
    private readonly connections: Connections,
    private readonly handshake: HandshakeService,
    private readonly dispatcher: Dispatcher,
    private readonly directory: StationDirectory,
    private readonly messages: MessageLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { pingIntervalSeconds } = this.config.ocpp;
    if (pingIntervalSeconds > 0) this.pings = this.clock.every(pingIntervalSeconds * 1000, () => this.pingAll());
  }

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    const { station, choice, remoteAddress } = settledOf(request);
    const connection = new StationConnection(
      socket,
      station,
      choice.version,
      remoteAddress,
      this.clock.now(),
      this.clock,
      this.config.ocpp.callTimeoutSeconds,
    );
    // before anything is awaited: frames may have come with the handshake
    socket.on('message', (data, isBinary) => this.read(connection, data as Buffer, isBinary));
    socket.on('pong', () => this.saw(connection));
    socket.on('ping', () => this.saw(connection));
    socket.on('error', (error) => this.logger.warn('socket error', { stationId: station.stationId, err: error }));
    const counted = this.open(connection);
    socket.once('close', (code, reason) => void this.closed(connection, counted, code, reason.toString()));
  }

  /** Drains: no new connections, what is under way is answered, then every socket is closed. */
  async onModuleDestroy(): Promise<void> {
    this.handshake.stopAdmitting();
    this.pings?.cancel();
    const open = [...this.connections.all()];
    for (const { socket } of open) socket.pause();
    const drained = Promise.all(open.map(({ inbound }) => inbound.settled()));
    await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
    const closed = open.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
    for (const { socket } of open) {
      socket.resume();
      socket.close(Close.restart, 'the CSMS restarts');
    }
    await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    for (const { socket } of open) socket.terminate();
  }

  private async open(connection: StationConnection): Promise<boolean> {
    const { stationId, version } = connection;
    const displaced = this.connections.add(connection);
    if (displaced) {
      this.logger.warn('connection replaced', {
        stationId,
        was: displaced.remoteAddress,
        is: connection.remoteAddress,
      });
      displaced.outbound.close();
      displaced.socket.close(Close.replaced, 'replaced by a newer connection');
    }
    try {
      connection.epoch = await this.directory.connected(connection);
    } catch (error) {
      this.logger.error('a connection could not be recorded', { stationId, err: error });
      connection.socket.close(Close.tryAgainLater, 'try again shortly');
      return false;
    }
    this.logger.log('connected', { stationId, version, epoch: String(connection.epoch) });
    connection.inbound.open();
    return true;
  }

  private async closed(
    connection: StationConnection,
    counted: Promise<boolean>,
    code: number,
    reason: string,
  ): Promise<void> {
    this.connections.remove(connection);
    connection.inbound.clear();
    connection.outbound.close();
    if (!(await counted)) return;
    this.logger.log('disconnected', { stationId: connection.stationId, code, reason });
    try {
      await this.directory.disconnected(connection, connection.epoch, code, reason);
    } catch (error) {
      this.logger.error('the end of a connection could not be recorded', { err: error });
    }
  }

  private saw(connection: StationConnection): void {
    connection.silentRounds = 0;
    this.directory.seen(connection.stationUuid, this.clock.now());
  }

  private read(connection: StationConnection, data: RawData & Buffer, isBinary: boolean): void {
    this.saw(connection);
    const receivedAt = this.clock.now();
    const frame: Frame = isBinary
      ? { type: 'unreadable', wireId: undefined, code: undefined, reason: 'a binary frame' }
      : parseFrame(data.toString(), connection.version);
    if (frame.type === 'unreadable') return this.unreadable(connection, frame, data, receivedAt);
    connection.unreadable = 0;
    if (frame.type !== 'call') return this.settle(connection, frame, data);
    const call = { frame, bytes: data, receivedAt };
    // needs no database and no order, so it stays alive whatever the queue waits for
    if (frame.action === 'Heartbeat' && connection.registration === 'Accepted' && connection.epoch > 0n) {
      void this.dispatcher.dispatch(connection, call);
      return;
    }
    connection.inbound.add(data.length, () => this.dispatcher.dispatch(connection, call));
  }

  private settle(
    connection: StationConnection,
    frame: Extract<Frame, { type: 'result' | 'error' }>,
    bytes: Buffer,
  ): void {
    if (connection.outbound.reply(frame.messageId, { ...frame, frame: bytes })) return;
    this.directory.ruleApplied(connection.stationUuid, 'answer-to-nothing');
  }

  private unreadable(
    connection: StationConnection,
    frame: Extract<Frame, { type: 'unreadable' }>,
    bytes: Buffer,
    receivedAt: Date,
  ): void {
    const { stationUuid, version } = connection;
    const answer =
      frame.code === undefined ? undefined : encodeError(frame.wireId ?? '-1', version, frame.code, frame.reason, {});
    if (answer !== undefined) connection.send(answer);
    this.directory.ruleApplied(stationUuid, 'unreadable-frame');
    this.messages.record({
      stationUuid,
      version,
      direction: 'from-station',
      action: undefined,
      messageId: undefined,
      request: Buffer.from(maskText(bytes.toString())),
      response: answer === undefined ? undefined : Buffer.from(answer),
      outcome: 'unreadable',
      receivedAt,
      answeredAt: undefined,
    });
    connection.unreadable += 1;
    if (connection.unreadable >= UNREADABLE_LIMIT) connection.socket.close(Close.policy, 'frames cannot be read');
  }

  private pingAll(): void {
    for (const connection of this.connections.all()) {
      // what a paused socket has received cannot be seen
      if (connection.socket.isPaused) continue;
      if (connection.silentRounds >= this.silenceAllowed(connection)) {
        this.logger.warn('no sign of life, cut off', { stationId: connection.stationId });
        connection.socket.terminate();
        continue;
      }
      connection.silentRounds += 1;
      connection.socket.ping();
    }
  }

  /** Rounds of pings: two, or three heartbeats for a station that does not answer pings. */
  private silenceAllowed(connection: StationConnection): number {
    if (!connection.hasRule('no-pong')) return 2;
    const heartbeat = connection.station.settings.heartbeatIntervalSeconds ?? this.config.ocpp.heartbeatIntervalSeconds;
    return Math.ceil((3 * heartbeat) / this.config.ocpp.pingIntervalSeconds);
  }
}
