import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { query, type Statement } from '../../database/statement.js';
import type { ConcurrentTransactions, RegisteredToken } from './authorization-decision.js';

const TOKENS: Statement = {
  name: 'look-up-id-tokens',
  text: `
  SELECT t.token_key AS key, t.status, t.group_id AS "groupId", t.expires_at AS "expiresAt",
         g.concurrent_transactions AS "concurrentTransactions"
  FROM id_tokens t LEFT JOIN id_token_groups g ON g.group_id = t.group_id
  WHERE t.token_key = ANY($1::text[]) AND t.archived_at IS NULL`,
};

const GROUPS: Statement = {
  name: 'look-up-id-token-groups',
  text: `
  SELECT group_id AS key, concurrent_transactions AS "concurrentTransactions"
  FROM id_token_groups WHERE group_id = ANY($1::text[])`,
};

/**
 * Reads tokens and the rules of their groups. Stations that ask at the same time share one statement, so that the
 * evening rush costs a few statements instead of thousands. Rejects when the database cannot be asked.
 */
@Injectable()
export class TokenLookup {
  private readonly tokens: Batcher<string, RegisteredToken | undefined>;
  private readonly groups: Batcher<string, { concurrentTransactions: ConcurrentTransactions } | undefined>;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    backlog: Backlog,
  ) {
    // a start or an end that carries a token is held as long
    const options = { holdMs: config.ocpp.holdSeconds * 1000, backlog };
    this.tokens = new Batcher((keys) => this.select<RegisteredToken>(TOKENS, keys), options);
    this.groups = new Batcher((groupIds) => this.select(GROUPS, groupIds), options);
  }

  /** @param tokenKey as made by `tokenKeyOf` */
  token(tokenKey: string): Promise<RegisteredToken | undefined> {
    return this.tokens.add(tokenKey);
  }

  /** The rule of a group, undefined where it has none. */
  async concurrentTransactions(groupId: string): Promise<ConcurrentTransactions | undefined> {
    return (await this.groups.add(groupId))?.concurrentTransactions;
  }

  private async select<Row extends object>(statement: Statement, keys: string[]): Promise<(Row | undefined)[]> {
    const found = await query<Row & { key: string }>(this.dataSource, statement, [[...new Set(keys)]]);
    const byKey = new Map(found.map((row) => [row.key, row]));
    return keys.map((key) => byKey.get(key));
  }
}
