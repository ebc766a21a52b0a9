var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var OcppGateway_1;
import { Logger } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { Clock, SystemClock } from '../../common/clock.js';
import { Shutdown } from '../../common/shutdown.js';
import { Config } from '../../config/config.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { encodeError, parseFrame } from '../framing/frame.js';
import { MessageLog, StationDirectory } from '../ports.js';
import { maskText } from '../validation/masking.js';
import { Connections } from './connections.js';
import { drain } from './drain.js';
import { InboundBudget } from './inbound-budget.js';
import { upgradedFrom } from './ocpp-ws.adapter.js';
import { StationConnection } from './station-connection.js';
/** Frames in a row that cannot be read until the socket is closed. */
const UNREADABLE_LIMIT = 10;
/** A station that has said nothing for so long after it was connected keeps no others waiting. */
const FIRST_WORD_MS = 250;
/** Close codes of RFC 6455 and its registry. */
const Close = { policy: 1008, tryAgainLater: 1013, replaced: 1008 };
/** Reads the frames of every station and keeps the connections; what a CALL means is the dispatcher's matter. */
let OcppGateway = OcppGateway_1 = class OcppGateway {
    connections;
    shutdown;
    dispatcher;
    directory;
    messages;
    clock;
    config;
    logger = new Logger(OcppGateway_1.name);
    budget = new InboundBudget();
    constructor(connections, shutdown, dispatcher, directory, messages, clock, config) {
        this.connections = connections;
        this.shutdown = shutdown;
        this.dispatcher = dispatcher;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
        this.config = config;
    }
    handleConnection(socket, request) {
        const { station, choice, remoteAddress, leave } = upgradedFrom(request);
        const connection = new StationConnection(socket, station, choice.version, remoteAddress, this.clock.now(), this.clock, this.config.ocpp.callTimeoutSeconds, this.budget);
        // before anything is awaited: frames may have come with the handshake
        socket.on('message', (data, isBinary) => this.read(connection, data, isBinary));
        socket.on('pong', () => this.saw(connection));
        socket.on('ping', () => this.saw(connection));
        socket.on('error', (error) => this.logger.warn('socket error', { stationId: station.stationId, err: error }));
        const counted = this.open(connection, leave);
        socket.once('close', (code, reason) => void this.closed(connection, counted, code, reason.toString()));
    }
    /** Drains, by the machine's clock and not the injected one: a shutdown must come to its end. */
    async onModuleDestroy() {
        this.shutdown.begin();
        const windowMs = this.shutdown.spread ? this.config.http.drainSeconds * 1000 : 0;
        await drain([...this.connections.all()], windowMs, new SystemClock());
    }
    async open(connection, leave) {
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
        }
        catch (error) {
            this.logger.error('a connection could not be recorded', { stationId, err: error });
            connection.socket.close(Close.tryAgainLater, 'try again shortly');
            leave();
            return false;
        }
        this.logger.log('connected', { stationId, version, epoch: String(connection.epoch) });
        connection.inbound.open(leave);
        this.clock.after(FIRST_WORD_MS, () => {
            if (connection.inbound.isIdle)
                leave();
        });
        return true;
    }
    async closed(connection, counted, code, reason) {
        this.connections.remove(connection);
        connection.inbound.clear();
        connection.outbound.close();
        if (connection.isSlow)
            this.directory.ruleApplied(connection.stationUuid, 'slow-consumer');
        if (!(await counted))
            return;
        const why = reason || connection.cutBecause;
        this.logger.log('disconnected', { stationId: connection.stationId, code, reason: why });
        try {
            await this.directory.disconnected(connection, connection.epoch, code, why);
        }
        catch (error) {
            this.logger.error('the end of a connection could not be recorded', { err: error });
        }
    }
    saw(connection) {
        connection.silentRounds = 0;
        this.directory.seen(connection.stationUuid, this.clock.now());
    }
    read(connection, data, isBinary) {
        // its close is under way: what it says now could not be answered, and it will say it again
        if (!connection.isOpen)
            return;
        this.saw(connection);
        const receivedAt = this.clock.now();
        const frame = isBinary
            ? { type: 'unreadable', wireId: undefined, code: undefined, reason: 'a binary frame' }
            : parseFrame(data.toString(), connection.version);
        if (frame.type === 'unreadable')
            return this.unreadable(connection, frame, data, receivedAt);
        connection.unreadable = 0;
        if (frame.type !== 'call')
            return this.settle(connection, frame, data);
        const call = { frame, bytes: data, receivedAt };
        // needs no database and no order, so it stays alive whatever the queue waits for
        if (frame.action === 'Heartbeat' && connection.registration === 'Accepted' && connection.epoch > 0n) {
            void this.dispatcher.dispatch(connection, call);
            return;
        }
        connection.inbound.add(data.length, () => this.dispatcher.dispatch(connection, call));
    }
    settle(connection, frame, bytes) {
        if (connection.outbound.reply(frame.messageId, { ...frame, frame: bytes }))
            return;
        this.directory.ruleApplied(connection.stationUuid, 'answer-to-nothing');
    }
    unreadable(connection, frame, bytes, receivedAt) {
        const { stationUuid, version } = connection;
        const answer = frame.code === undefined ? undefined : encodeError(frame.wireId ?? '-1', version, frame.code, frame.reason, {});
        if (answer !== undefined)
            connection.send(answer);
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
        if (connection.unreadable >= UNREADABLE_LIMIT)
            connection.socket.close(Close.policy, 'frames cannot be read');
    }
};
OcppGateway = OcppGateway_1 = __decorate([
    WebSocketGateway({ path: '/ocpp', clientTracking: false }),
    __metadata("design:paramtypes", [Connections,
        Shutdown,
        Dispatcher,
        StationDirectory,
        MessageLog,
        Clock,
        Config])
], OcppGateway);
export { OcppGateway };
//# sourceMappingURL=ocpp.gateway.js.map