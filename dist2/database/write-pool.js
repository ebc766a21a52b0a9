var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var WritePool_1;
import { Injectable, Logger } from '@nestjs/common';
import { Pool } from 'pg';
import { Config } from '../config/config.js';
import { poolOptions } from './data-source.js';
/** Milliseconds until a flush counts as lost and is tried anew: short beside the time that stations wait. */
const PATIENCE = { statement_timeout: 14_000, query_timeout: 15_000 };
/** Few connections, each of which carries large batches. */
const CONNECTIONS = 2;
/**
 * Every statement here finds its rows by a key. A plan is kept for the life of a connection, and one made while the
 * tables were nearly empty would read them whole when they no longer are.
 */
const BY_INDEX = 'SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off';
/** The connections of the batched writers, apart from those that REST and jobs share. */
let WritePool = WritePool_1 = class WritePool {
    logger = new Logger(WritePool_1.name);
    pool;
    constructor({ database }) {
        this.pool = new Pool({ ...poolOptions(database.url), ...PATIENCE, max: CONNECTIONS, pipeline: true });
        this.pool.on('connect', (client) => {
            // one that breaks while it is lent and nothing is asked of it: whoever has it learns with the next statement
            client.on('error', () => undefined);
            client.query(BY_INDEX).catch(() => undefined);
        });
        this.pool.on('error', (error) => this.logger.warn(`A connection to the database was lost: ${error.message}`));
    }
    async onApplicationShutdown() {
        await this.pool.end();
    }
    /** Commits what `work` did, or nothing of it. Its errors are the driver's and carry no parameters. */
    async transaction(work) {
        const client = await this.pool.connect();
        try {
            const result = await commit(client, work);
            client.release();
            return result;
        }
        catch (error) {
            await rollBack(client);
            throw error;
        }
    }
};
WritePool = WritePool_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config])
], WritePool);
export { WritePool };
function send(client, statement, values) {
    const { stream } = client.connection;
    // what is sent in one go leaves in one piece
    stream.cork();
    process.nextTick(() => stream.uncork());
    const result = client.query({ name: statement.name, text: statement.text, values });
    // of several that fail together only one is awaited
    result.catch(() => undefined);
    return result;
}
const BEGIN = { name: 'begin', text: 'BEGIN' };
const COMMIT = { name: 'commit', text: 'COMMIT' };
async function commit(client, work) {
    const begun = send(client, BEGIN, []);
    const result = await work({
        run: async (statement, values) => (await send(client, statement, values)).rows,
        change: async (statement, values) => (await send(client, statement, values)).rowCount ?? 0,
    });
    await begun;
    // PostgreSQL answers the COMMIT of a transaction in which something failed with a ROLLBACK, and calls that success
    const { command } = await send(client, COMMIT, []);
    if (command !== 'COMMIT')
        throw new Error('a statement of the transaction failed unseen');
    return result;
}
async function rollBack(client) {
    try {
        await client.query('ROLLBACK');
        client.release();
    }
    catch (error) {
        client.release(error);
    }
}
//# sourceMappingURL=write-pool.js.map