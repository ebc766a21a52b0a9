import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import { Clock, SystemClock } from '../../common/clock.js';
import { Shutdown } from '../../common/shutdown.js';
import { Config } from '../../config/config.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { encodeError, parseFrame, type Frame } from '../framing/frame.js';
import { MessageLog, StationDirectory } from '../ports.js';
import { maskText } from '../validation/masking.js';
import { Connections } from './connections.js';
import { drain } from './drain.js';
import { InboundBudget } from './inbound-budget.js';
import { upgradedFrom } from './ocpp-ws.adapter.js';
import { StationConnection } from './station-connection.js';
import { Turns } from './turns.js';

/** Frames in a row that cannot be read until the socket is closed. */
const UNREADABLE_LIMIT = 10;
/** A station that has said nothing for so long after it was connected keeps no others waiting. */
const FIRST_WORD_MS = 250;
/** Ends of connections that are logged in one turn of the event loop: a thousand can end in the same one. */
const ENDS_LOGGED_PER_TURN = 16;
/** Close codes of RFC 6455 and its registry. */
const Close = { policy: 1008, tryAgainLater: 1013, replaced: 1008 } as const;

/** Reads the frames of every station and keeps the connections; what a CALL means is the dispatcher's matter. */
@WebSocketGateway({ path: '/ocpp', clientTracking: false })
export class OcppGateway implements OnGatewayConnection<WebSocket>, OnModuleDestroy {
  private readonly logger = new Logger(OcppGateway.name);
  private readonly budget = new InboundBudget();
  private readonly endsLogged = new Turns(ENDS_LOGGED_PER_TURN);

  constructor(
    private readonly connections: Connections,
    private readonly shutdown: Shutdown,
    private readonly dispatcher: Dispatcher,
    private readonly directory: StationDirectory,
    private readonly messages: MessageLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  handleConnection(socket: WebSocket, request: IncomingMessage): void {
    const { station, choice, remoteAddress, leave } = upgradedFrom(request);
    const connection = new StationConnection(
      socket,
      station,
      choice.version,
      remoteAddress,
      this.clock.now(),
      this.clock,
      this.config.ocpp.callTimeoutSeconds,
      this.budget,
    );
    // before anything is awaited: frames may have come with the handshake
    socket.on('message', (data, isBinary) => this.read(connection, data as Buffer, isBinary));
    socket.on('pong', () => this.saw(connection));
    socket.on('ping', () => this.saw(connection));
    socket.on('error', (error) => this.logger.warn('socket error', { stationId: station.stationId, err: error }));
    const displaced = this.connections.add(connection);
    if (displaced) this.replace(displaced, connection);
    const counted = this.open(connection, leave);
    if (displaced) displaced.replacement = counted;
    socket.once('close', (code, reason) => void this.closed(connection, counted, code, reason.toString()));
  }

  /** Drains, by the machine's clock and not the injected one: a shutdown must come to its end. */
  async onModuleDestroy(): Promise<void> {
    this.shutdown.begin();
    const windowMs = this.shutdown.spread ? this.config.http.drainSeconds * 1000 : 0;
    await drain([...this.connections.all()], windowMs, new SystemClock());
  }

  private replace(displaced: StationConnection, by: StationConnection): void {
    this.logger.warn('connection replaced', {
      stationId: by.stationId,
      was: displaced.remoteAddress,
      is: by.remoteAddress,
    });
    displaced.outbound.close();
    displaced.socket.close(Close.replaced, 'replaced by a newer connection');
  }

  /** Resolves with whether the inventory has counted the connection. */
  private async open(connection: StationConnection, leave: () => void): Promise<boolean> {
    const { stationId, version } = connection;
    try {
      connection.epoch = await this.directory.connected(connection);
    } catch (error) {
      this.logger.error('a connection could not be recorded', { stationId, err: error });
      connection.socket.close(Close.tryAgainLater, 'try again shortly');
      leave();
      return false;
    }
    this.logger.log('connected', { stationId, version, epoch: String(connection.epoch) });
    connection.inbound.open(leave);
    this.clock.after(FIRST_WORD_MS, () => {
      if (connection.inbound.isIdle) leave();
    });
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
    if (connection.isSlow) this.directory.ruleApplied(connection.stationUuid, 'slow-consumer');
    if (!(await counted)) return;
    const why = reason || connection.cutBecause;
    void this.logEnd(connection.stationId, code, why);
    // told before its replacement is recorded, the end would make a station that is there look offline
    await connection.replacement;
    try {
      await this.directory.disconnected(connection, connection.epoch, code, why);
    } catch (error) {
      this.logger.error('the end of a connection could not be recorded', { err: error });
    }
  }

  private async logEnd(stationId: string, code: number, reason: string): Promise<void> {
    await this.endsLogged.next();
    this.logger.log('disconnected', { stationId, code, reason });
  }

  private saw(connection: StationConnection): void {
    connection.silentRounds = 0;
    this.directory.seen(connection.stationUuid, this.clock.now());
  }

  private read(connection: StationConnection, data: RawData & Buffer, isBinary: boolean): void {
    // its close is under way: what it says now could not be answered, and it will say it again
    if (!connection.isOpen) return;
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
      request: maskText(bytes.toString()),
      response: answer,
      outcome: 'unreadable',
      receivedAt,
      answeredAt: undefined,
    });
    connection.unreadable += 1;
    if (connection.unreadable >= UNREADABLE_LIMIT) connection.socket.close(Close.policy, 'frames cannot be read');
  }
}
