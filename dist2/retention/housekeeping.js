var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var Housekeeping_1;
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Rounds } from '../common/rounds.js';
import { LOCKS } from '../database/advisory-locks.js';
import { DatabaseClock } from './database-clock.js';
import { after, isSteady, jumped } from './moment.js';
import { OldRows } from './old-rows.js';
import { PartitionKeeper } from './partitions/partition-keeper.js';
import { RetentionState } from './retention-state.js';
import { underLock } from './session.js';
const EVERY_MS = 60 * 60 * 1000;
/**
 * Keeps the data from growing without end: partitions for what is to come, and an end to what is older than it has to
 * be. At the start and each hour, by one process of several, beside the work for stations and never in its way.
 */
let Housekeeping = Housekeeping_1 = class Housekeeping {
    dataSource;
    clock;
    databaseClock;
    state;
    partitions;
    oldRows;
    logger = new Logger(Housekeeping_1.name);
    rounds;
    constructor(dataSource, clock, databaseClock, state, partitions, oldRows) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.state = state;
        this.partitions = partitions;
        this.oldRows = oldRows;
        this.rounds = new Rounds(clock, EVERY_MS, () => underLock(this.dataSource, LOCKS.housekeeping, (session) => this.work(session)), (error) => this.logger.warn(`stopped half-way, goes on within the hour: ${String(error)}`));
    }
    onApplicationBootstrap() {
        this.rounds.start();
        void this.run();
    }
    async onModuleDestroy() {
        this.rounds.stop();
        await this.rounds.settled();
    }
    /** Resolves when the run is over, also one that was under way. What it could not do, the next run tries again. */
    run() {
        return this.rounds.run();
    }
    async work(session) {
        const moment = await this.present(session);
        await this.partitions.keep(session, moment);
        await this.oldRows.delete(session, this.state, moment);
    }
    async present(session) {
        const process = this.clock.now();
        const database = await this.databaseClock.now(session);
        const noted = await this.state.read(session, 'clock');
        const known = noted && { ranAt: new Date(noted.ranAt), steadySince: new Date(noted.steadySince) };
        if (known && jumped(known, process)) {
            const from = known.ranAt.toISOString();
            this.logger.warn(`the clock went from ${from} to ${process.toISOString()}: nothing is deleted for a day`);
        }
        const rhythm = after(known, process);
        await this.state.write(session, 'clock', rhythm);
        return { process, database, steady: isSteady(rhythm) };
    }
};
Housekeeping = Housekeeping_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        DatabaseClock,
        RetentionState,
        PartitionKeeper,
        OldRows])
], Housekeeping);
export { Housekeeping };
//# sourceMappingURL=housekeeping.js.map