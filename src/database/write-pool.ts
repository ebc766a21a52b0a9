import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'node:net';
import { Pool, type PoolClient, type QueryResult } from 'pg';
import { Config } from '../config/config.js';
import { poolOptions } from './data-source.js';
import { LostConnections } from './lost-connections.js';
import type { Statement } from './statement.js';

/**
 * A transaction of the hot path. Statements are sent at once, without waiting for the answer of the one before, and run
 * in the order in which they were given; so several of them cost one round trip. After the first that fails all others
 * fail as well.
 */
export interface WriteTransaction {
  /** The rows that a statement gives. */
  run<Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]>;
  /** How many rows a statement changed. */
  change(statement: Statement, values: unknown[]): Promise<number>;
}

/** Milliseconds until a flush counts as lost and is tried anew: short beside the time that stations wait. */
const PATIENCE = { statement_timeout: 14_000, query_timeout: 15_000 };

/** Few connections, each of which carries large batches. */
const CONNECTIONS = 2;

/**
 * Every statement here finds its rows by a key. A plan is kept for the life of a connection, and one made while the
 * tables were nearly empty would read them whole when they no longer are.
 */
const BY_INDEX =
  'SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off';

/** The connections of the batched writers, apart from those that REST and jobs share. */
@Injectable()
export class WritePool implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor({ database }: Config, lost: LostConnections) {
    this.pool = new Pool({ ...poolOptions(database.url!), ...PATIENCE, max: CONNECTIONS, pipeline: true } as object);
    this.pool.on('connect', (client) => {
      // one that breaks while it is lent and nothing is asked of it: whoever has it learns with the next statement
      client.on('error', () => undefined);
      client.query(BY_INDEX).catch(() => undefined);
    });
    this.pool.on('error', (error) => lost.note(error));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Commits what `work` did, or nothing of it. Its errors are the driver's and carry no parameters. */
  async transaction<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      const result = await commit(client, work);
      client.release();
      return result;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  }
}

function send<Row extends object>(
  client: PoolClient,
  statement: Statement,
  values: unknown[],
): Promise<QueryResult<Row>> {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  // what is sent in one go leaves in one piece
  stream.cork();
  process.nextTick(() => stream.uncork());
  const result = client.query<Row>({ name: statement.name, text: statement.text, values });
  // of several that fail together only one is awaited
  result.catch(() => undefined);
  return result;
}

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };
const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

async function commit<T>(client: PoolClient, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  const begun = send(client, BEGIN, []);
  const result = await work({
    run: async <Row extends object>(statement: Statement, values: unknown[]) =>
      (await send<Row>(client, statement, values)).rows,
    change: async (statement, values) => (await send(client, statement, values)).rowCount ?? 0,
  });
  await begun;
  // PostgreSQL answers the COMMIT of a transaction in which something failed with a ROLLBACK, and calls that success
  const { command } = await send(client, COMMIT, []);
  if (command !== 'COMMIT') throw new Error('a statement of the transaction failed unseen');
  return result;
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}
