var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var PartitionKeeper_1;
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { databaseErrorCode } from '../../database/database-errors.js';
import { limitOf } from '../moment.js';
import { PARTITIONED_TABLES } from './partitioned-tables.js';
import { Partitions } from './partitions.js';
import { overlaps, spansFrom } from './period.js';
/** Somebody held the table for longer than writers should wait, or stored something in between. */
const BUSY = new Set(['55P03', '57014', '40P01', '23514']);
const TRIES = 3;
const MIB = 1 << 20;
const later = (a, b) => (a > b ? a : b);
/** Keeps partitions ready for what is to come, and drops those whose rows are older than they have to be. */
let PartitionKeeper = PartitionKeeper_1 = class PartitionKeeper {
    config;
    logger = new Logger(PartitionKeeper_1.name);
    constructor(config) {
        this.config = config;
    }
    /** Once for each table. A table that is busy is left for the next time; the others are looked after all the same. */
    async keep(session, moment) {
        for (const table of PARTITIONED_TABLES) {
            const partitions = new Partitions(session, table.name);
            const division = await partitions.division();
            await this.makeAhead(partitions, division, table, moment);
            await this.dropOld(partitions, division, table, moment);
        }
    }
    async makeAhead(partitions, { partitions: known, rest }, { name, period, ahead }, { process, database }) {
        // by the clock that stamps messages, whatever it says: that is where rows are about to go
        const missing = spansFrom(period, process, ahead + 1).filter((span) => !known.some((one) => overlaps(one, span)));
        for (const span of missing) {
            const partition = `${name}_${period.suffix(span.from)}`;
            const made = await this.patiently(`make ${partition}`, () => partitions.make(partition, span, rest, database));
            if (!made)
                return;
            if (made.obstacle)
                this.logger.warn(`${partition} is not made: ${made.obstacle}`);
            // a first start makes a dozen, and its last lines are for people
            else
                this.logger.debug(`${partition} is ready`);
        }
    }
    async dropOld(partitions, { partitions: known }, table, moment) {
        const limit = limitOf(moment, table.keptDays(this.config.retention));
        for (const partition of known) {
            const isOld = limit !== undefined && isBefore(partition, limit);
            if (!isOld && !(await this.isStray(partitions, partition, table, moment)))
                continue;
            const dropped = await this.patiently(`drop ${partition.name}`, () => partitions.drop(partition.name));
            if (!dropped)
                return;
            const size = `about ${dropped.rows} rows, ${(dropped.bytes / MIB).toFixed(1)} MiB`;
            this.logger.log(`${partition.name} is dropped, ${isOld ? 'it was older than is kept' : 'nothing came'}: ${size}`);
        }
    }
    /** A clock that ran ahead has left partitions in a far future; those that got no rows are cleared away. */
    async isStray(partitions, { name, from }, { period, ahead }, { process, database }) {
        const horizon = spansFrom(period, later(process, database), ahead + 1).at(-1).to;
        return from >= horizon && (await partitions.isEmpty(name));
    }
    /** @returns undefined where the table was busy every time */
    async patiently(task, work) {
        for (let tries = 1;; tries++) {
            try {
                return await work();
            }
            catch (error) {
                if (!BUSY.has(databaseErrorCode(error)))
                    throw error;
                if (tries < TRIES)
                    continue;
                this.logger.warn(`could not ${task}, the table is busy; tried again within the hour: ${String(error)}`);
                return undefined;
            }
        }
    }
};
PartitionKeeper = PartitionKeeper_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config])
], PartitionKeeper);
export { PartitionKeeper };
/**
 * Whether all rows of a partition are older than a limit. One that was made later than that holds younger rows, whatever
 * a clock that had been set back called them.
 */
const isBefore = ({ to, madeAt }, limit) => to <= limit && (madeAt ?? to) <= limit;
//# sourceMappingURL=partition-keeper.js.map