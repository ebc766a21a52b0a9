var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var ClosingRounds_1;
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Rounds } from '../../common/rounds.js';
import { Config } from '../../config/config.js';
import { LOCKS } from '../../database/advisory-locks.js';
import { closable } from './closing-rules.js';
import { lastSignOf } from './closing.js';
import { TransactionEdits } from './transaction-edits.js';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AT_ONCE = 200;
/**
 * Closes what cannot run any more, each minute, in one process at a time. The end is provisional: at the last meter
 * value, until the transaction's own end comes or the station shows that it goes on.
 */
let ClosingRounds = ClosingRounds_1 = class ClosingRounds {
    dataSource;
    edits;
    config;
    clock;
    logger = new Logger(ClosingRounds_1.name);
    rounds;
    constructor(dataSource, edits, config, clock) {
        this.dataSource = dataSource;
        this.edits = edits;
        this.config = config;
        this.clock = clock;
        this.rounds = new Rounds(clock, MINUTE_MS, () => this.close(), (error) => this.logger.error(error));
    }
    onApplicationBootstrap() {
        this.rounds.start();
    }
    async onModuleDestroy() {
        this.rounds.stop();
        await this.rounds.settled();
    }
    async close() {
        const limits = this.limits();
        let found;
        do
            found = await this.dataSource.transaction((manager) => this.closeSome(manager, limits));
        while (found === AT_ONCE);
    }
    /** @returns how many were closed; what has changed at that moment is left to the next round */
    async closeSome(manager, limits) {
        const [{ mine }] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [
            LOCKS.closingTransactions,
        ]);
        if (!mine)
            return 0;
        const found = await closable(manager, limits, AT_ONCE);
        const rules = new Map(found.map((each) => [each.id, each]));
        const rows = await this.edits.locked(manager, [...rules.keys()]);
        const closed = rows
            .filter(({ id, revision }) => revision === rules.get(id).revision)
            .map((row) => ({ ...row, provisionalEndAt: lastSignOf(row.progress), closedBy: rules.get(row.id).rule }));
        await this.edits.save(manager, closed);
        for (const { id, closedBy } of closed)
            this.logger.warn(`Transaction ${id} is closed by the rule ${closedBy}`);
        return closed.length;
    }
    limits() {
        const now = this.clock.now();
        const { staleHours, awayHours, availableMinutes } = this.config.transactions;
        const before = (amount, unitMs) => amount === 0 ? null : new Date(now.getTime() - amount * unitMs);
        return {
            now,
            stale: before(staleHours, HOUR_MS),
            away: before(awayHours, HOUR_MS),
            available: before(availableMinutes, MINUTE_MS),
        };
    }
};
ClosingRounds = ClosingRounds_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        TransactionEdits,
        Config,
        Clock])
], ClosingRounds);
export { ClosingRounds };
//# sourceMappingURL=closing-rounds.js.map