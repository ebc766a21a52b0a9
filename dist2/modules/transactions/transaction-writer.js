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
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { databaseErrorCode } from '../../database/database-errors.js';
import { WritePool } from '../../database/write-pool.js';
import { groupSamples } from '../meter-values/index.js';
import { OpenTransactions } from './open-transactions.js';
import { Batch } from './transaction-batch.js';
import { TransactionIds } from './transaction-ids.js';
import { TransactionReader } from './transaction-reader.js';
import { EVENT, INSERT_EVENTS, INSERT_METER_VALUES, INSERT_NEW_EVENTS, INSERT_TRANSACTIONS, METER_VALUE, newValues, updatesOf, written, } from './transaction-rows.js';
/** A row is not as it was read: another process or a job changed it meanwhile. The batch is worked out anew. */
class RaceError extends Error {
    code = '40001';
}
/** What was supposed of a batch does not hold: something in it was stored before, or is older than thought. */
class SurpriseError extends Error {
}
const LARGEST_FLUSH_BYTES = 8 << 20;
/** An end makes a bill and frees a driver; of meter values there will be more. */
const URGENCY = { ended: 0, started: 1, updated: 1, 'meter-values': 2 };
/**
 * Stores messages of transactions together with the transactions that follow from them, many in one commit. The
 * messages of one station keep their order. A message is stored once, however often it arrives.
 */
let TransactionWriter = class TransactionWriter {
    pool;
    open;
    reader;
    ids;
    clock;
    batcher;
    constructor(config, backlog, pool, open, reader, ids, clock) {
        this.pool = pool;
        this.open = open;
        this.reader = reader;
        this.ids = ids;
        this.clock = clock;
        this.batcher = new Batcher((messages) => this.store(messages), {
            maxWeight: LARGEST_FLUSH_BYTES,
            weigh: ({ frame }) => frame.length,
            urgency: ({ step }) => URGENCY[step],
            holdMs: config.ocpp.holdSeconds * 1000,
            backlog,
        });
    }
    /** Resolves when the message is committed. */
    add(message) {
        return this.batcher.add(message);
    }
    async store(messages) {
        try {
            const { results, rows, overtaken } = await this.committed(messages);
            for (const row of rows)
                this.open.keep(asCommitted(row));
            for (const { name } of overtaken)
                this.open.forget(name);
            return results;
        }
        catch (error) {
            // whether a commit that was not answered took place is not known
            for (const { name } of messages)
                if (name !== undefined)
                    this.open.forget(name);
            throw error;
        }
    }
    /** Most batches hold nothing unusual, so that is supposed first. */
    async committed(messages) {
        try {
            return await this.pool.transaction((tx) => this.storeAtOnce(tx, messages));
        }
        catch (error) {
            if (!isSurprise(error))
                throw error;
        }
        return this.pool.transaction((tx) => this.storeStepByStep(tx, messages));
    }
    /** Relies on what is in memory, and on no message having been stored before; all statements go out together. */
    async storeAtOnce(tx, messages) {
        const named = messages.filter(({ ocppTransactionId }) => ocppTransactionId !== undefined);
        const known = new Set();
        const unknown = [];
        for (const message of named) {
            const row = this.open.find(message.name);
            if (row)
                known.add(row);
            else if (message.step !== 'started')
                unknown.push(message);
        }
        const batch = new Batch([...[...known].map((row) => ({ ...row })), ...(await this.reader.named(tx, unknown))]);
        await this.place(tx, batch, messages);
        const stored = batch.apply();
        const [count, outcome] = await Promise.all([
            tx.change(INSERT_EVENTS, EVENT.values(stored)),
            this.write(tx, batch, stored),
        ]);
        if (count < stored.length)
            throw new SurpriseError('a message was stored before');
        return { ...outcome, results: batch.results() };
    }
    /** Reads and locks everything that matters, and learns which messages were stored before. */
    async storeStepByStep(tx, messages) {
        const batch = new Batch(await this.reader.named(tx, messages));
        await this.place(tx, batch, messages);
        const stored = [];
        for (let waiting = batch.waiting; waiting.length > 0; waiting = batch.waiting) {
            const rows = await tx.run(INSERT_NEW_EVENTS, EVENT.values(waiting));
            stored.push(...batch.apply(new Set(rows.map(({ id }) => id))));
            const repeated = batch.waiting.map(({ message, naturalKey }) => [message.stationUuid, naturalKey]);
            if (repeated.length > 0)
                batch.recognise(await this.reader.stored(tx, repeated));
        }
        const outcome = await this.write(tx, batch, stored).catch(orRace);
        return { ...outcome, results: batch.results() };
    }
    async place(tx, batch, messages) {
        const loose = messages.filter((m) => batch.isLoose(m));
        const lost = messages.filter((m) => batch.isLostStop(m));
        batch.openHere = await this.reader.openOnEvses(tx, loose);
        batch.openOf = await this.reader.openOfTokens(tx, lost);
        const starts = messages.filter((m) => m.step === 'started' && m.ocppTransactionId === undefined);
        const ids = await this.ids.take(starts.length);
        for (const message of messages)
            batch.place(message, () => String(ids.shift()));
    }
    async write(tx, batch, stored) {
        // not before anything that is committed already, or who asks for what changed since would miss it
        const now = this.clock.now();
        const touched = [...batch.touched].sort((a, b) => (a.id < b.id ? -1 : 1));
        const rows = touched.map((row) => writtenAt(row, now));
        const values = stored.flatMap((placed) => groupSamples(placed.message.samples, placed));
        const added = rows.filter(({ row }) => row.isNew);
        const changed = rows.filter(({ row }) => !row.isNew);
        const onEvse = rows.filter(({ row, columns }) => columns.evse_id !== null && batch.moved.has(row.id));
        const sent = [];
        if (added.length > 0)
            sent.push(tx.run(INSERT_TRANSACTIONS, newValues(added)));
        sent.push(this.update(tx, changed));
        if (values.length > 0)
            sent.push(tx.run(INSERT_METER_VALUES, METER_VALUE.values(values)));
        const evses = onEvse.map(({ row, columns }) => [row.stationUuid, columns.evse_id]);
        const [overtaken] = await Promise.all([evses.length > 0 ? this.reader.overtaken(tx, evses) : [], ...sent]);
        await this.endEarlier(tx, overtaken, now);
        return { rows, overtaken };
    }
    /**
     * A transaction that still seems to run although a later one began on its EVSE has ended somehow: its end was lost or
     * is late. It is ended provisionally; its own end, when it comes, counts instead.
     */
    async endEarlier(tx, overtaken, now) {
        await this.update(tx, overtaken.map((row) => writtenAt(row, now)));
    }
    async update(tx, rows) {
        const updates = updatesOf(rows);
        const changed = await Promise.all(updates.map(({ statement, values }) => tx.change(statement, values)));
        if (updates.some(({ count }, i) => count !== changed[i]))
            throw new RaceError('a transaction was changed meanwhile');
    }
};
TransactionWriter = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config,
        Backlog,
        WritePool,
        OpenTransactions,
        TransactionReader,
        TransactionIds,
        Clock])
], TransactionWriter);
export { TransactionWriter };
/** A row as it stands in the database now; nobody else has it any more. */
function asCommitted({ row, columns }) {
    row.revision = row.isNew ? 0 : row.revision + 1;
    row.isNew = false;
    row.columns = columns;
    return row;
}
function writtenAt(row, now) {
    if (row.updatedAt < now)
        row.updatedAt = now;
    return written(row);
}
const IS_THERE = '23505';
const isSurprise = (error) => error instanceof SurpriseError || error instanceof RaceError || databaseErrorCode(error) === IS_THERE;
function orRace(error) {
    if (databaseErrorCode(error) === IS_THERE)
        throw new RaceError('a transaction was made meanwhile');
    throw error;
}
//# sourceMappingURL=transaction-writer.js.map