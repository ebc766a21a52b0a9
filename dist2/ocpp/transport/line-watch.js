var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { Connections } from './connections.js';
import { inSlices } from './slices.js';
const LOOK_AT_UNREAD_MS = 2500;
/** What is sent must move on within ten seconds; large messages are given time as on a line of 8 KiB/s. */
const STUCK_MS = 10_000;
const SLOWEST_BYTES_PER_MS = 8.192;
/** Finds connections whose other side is gone, or does not read. */
let LineWatch = class LineWatch {
    connections;
    clock;
    config;
    timers = [];
    stuck = new Map();
    constructor(connections, clock, config) {
        this.connections = connections;
        this.clock = clock;
        this.config = config;
    }
    onModuleInit() {
        const { pingIntervalSeconds } = this.config.ocpp;
        if (pingIntervalSeconds > 0)
            this.timers.push(this.clock.every(pingIntervalSeconds * 1000, () => this.pingAll()));
        this.timers.push(this.clock.every(LOOK_AT_UNREAD_MS, () => this.lookAtUnread()));
    }
    onModuleDestroy() {
        for (const timer of this.timers)
            timer.cancel();
    }
    pingAll() {
        void inSlices(this.connections.all(), (connection) => this.ping(connection));
    }
    ping(connection) {
        // what a paused socket has received cannot be seen
        if (connection.socket.isPaused)
            return;
        if (connection.silentRounds >= this.silenceAllowed(connection))
            return connection.cutOff('no sign of life');
        connection.silentRounds += 1;
        connection.socket.ping();
    }
    /** Rounds of pings: two, or three heartbeats for a station that does not answer pings. */
    silenceAllowed(connection) {
        if (!connection.hasRule('no-pong'))
            return 2;
        const heartbeat = connection.station.settings.heartbeatIntervalSeconds ?? this.config.ocpp.heartbeatIntervalSeconds;
        return Math.ceil((3 * heartbeat) / this.config.ocpp.pingIntervalSeconds);
    }
    lookAtUnread() {
        const before = this.stuck;
        const now = (this.stuck = new Map());
        void inSlices(this.connections.all(), (connection) => {
            const stuck = this.stuckness(connection, before.get(connection));
            if (stuck)
                now.set(connection, stuck);
        });
    }
    /** Undefined where nothing is left unread. */
    stuckness(connection, before) {
        const unread = connection.socket.bufferedAmount;
        if (unread === 0)
            return undefined;
        const drained = connection.handed - unread;
        const now = this.clock.monotonic();
        if (!before || drained > before.drained)
            return { drained, since: now };
        if (now - before.since < Math.max(STUCK_MS, unread / SLOWEST_BYTES_PER_MS))
            return before;
        connection.cutOffSlow();
        return undefined;
    }
};
LineWatch = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Connections,
        Clock,
        Config])
], LineWatch);
export { LineWatch };
//# sourceMappingURL=line-watch.js.map