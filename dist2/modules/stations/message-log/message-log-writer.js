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
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { lostRace, refusesRow } from '../../../database/database-errors.js';
import { query } from '../../../database/statement.js';
import { WriteBehind } from '../write-behind.js';
import { INSERT_EXCHANGES, toParameters } from './exchange-rows.js';
import { HeartbeatCounts } from './heartbeat-counts.js';
const WRITE_EVERY_MS = 500;
const MOST_WAITING = 20_000;
const MOST_WAITING_BYTES = 64 << 20;
const MOST_PER_INSERT = 500;
const MOST_BYTES_PER_INSERT = 4 << 20;
const sizeOf = ({ request, response }) => (request?.length ?? 0) + (response?.length ?? 0);
/**
 * The log of raw messages: collected, and written half a second later in one statement. Best effort: what comes while
 * too much waits, and what the process takes with it when it is killed, is not in the log.
 */
let MessageLogWriter = class MessageLogWriter extends WriteBehind {
    dataSource;
    now;
    waiting = [];
    waitingBytes = 0;
    heartbeats = new HeartbeatCounts();
    dropped = 0;
    constructor(dataSource, now) {
        super(now, WRITE_EVERY_MS);
        this.dataSource = dataSource;
        this.now = now;
    }
    record(exchange) {
        this.keep(exchange);
    }
    heartbeat(stationUuid, version, at) {
        const minute = this.heartbeats.add(stationUuid, version, at);
        if (minute)
            this.keep(minute);
    }
    async beforeApplicationShutdown() {
        for (const minute of this.heartbeats.takeBefore(new Date(8.64e15)))
            this.keep(minute);
        await super.beforeApplicationShutdown();
    }
    keep(exchange) {
        const size = sizeOf(exchange);
        if (this.waiting.length >= MOST_WAITING || this.waitingBytes + size > MOST_WAITING_BYTES) {
            this.dropped += 1;
            return;
        }
        this.waiting.push(exchange);
        this.waitingBytes += size;
        if (this.waiting.length === MOST_PER_INSERT)
            void this.flushed();
    }
    async write() {
        for (const minute of this.heartbeats.takeBefore(this.now.now()))
            this.keep(minute);
        if (this.dropped > 0)
            this.logger.warn(`${this.dropped} messages are missing from the log, it was too busy`);
        this.dropped = 0;
        while (this.waiting.length > 0) {
            const batch = this.waiting.slice(0, this.batchLength());
            await this.insert(batch);
            this.waiting = this.waiting.slice(batch.length);
            this.waitingBytes -= batch.reduce((sum, exchange) => sum + sizeOf(exchange), 0);
        }
    }
    async insert(batch) {
        try {
            await query(this.dataSource, INSERT_EXCHANGES, toParameters(batch));
        }
        catch (error) {
            if (lostRace(error) || !refusesRow(error))
                throw error;
            // kept for another try it would hold up all that follow
            this.logger.error(`${batch.length} messages are missing from the log, they were refused: ${String(error)}`);
        }
    }
    batchLength() {
        let length = 0;
        for (let bytes = 0; length < Math.min(this.waiting.length, MOST_PER_INSERT); length++) {
            bytes += sizeOf(this.waiting[length]);
            if (bytes > MOST_BYTES_PER_INSERT && length > 0)
                break;
        }
        return length;
    }
};
MessageLogWriter = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], MessageLogWriter);
export { MessageLogWriter };
//# sourceMappingURL=message-log-writer.js.map