import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { query, type Statement } from '../../database/statement.js';
import type { ConcurrentTransactions, RegisteredToken } from './authorization-decision.js';
import type { PresentedIdToken } from './id-token.js';
import { TokenKeys } from './token-keys.js';

const TOKENS: Statement = {
  name: 'look-up-id-tokens',
  text: `
  SELECT t.token_key AS key, t.status, t.group_id AS "groupId", t.expires_at AS "expiresAt",
         t.cache_expires_at AS "cacheExpiresAt", t.charging_priority AS "chargingPriority", t.language1, t.language2,
         t.personal_message AS "personalMessage", t.valid_at AS "validAt",
         g.concurrent_transactions AS "concurrentTransactions", g.master_pass AS "masterPass"
  FROM id_tokens t LEFT JOIN id_token_groups g ON g.group_id = t.group_id
  WHERE t.token_key = ANY($1::text[]) AND t.archived_at IS NULL`,
};

const GROUPS: Statement = {
  name: 'look-up-id-token-groups',
  text: `
  SELECT group_id AS key, concurrent_transactions AS "concurrentTransactions", master_pass AS "masterPass"
  FROM id_token_groups WHERE group_id = ANY($1::text[])`,
};

/** What holds for the tokens of a group. */
export interface GroupRules {
  readonly concurrentTransactions: ConcurrentTransactions;
  readonly masterPass: boolean;
}

/**
 * Reads tokens and the rules of their groups. Stations that ask at the same time share one statement, so that the
 * evening rush costs a few statements instead of thousands. Rejects when the database cannot be asked.
 */
@Injectable()
export class TokenLookup {
  private readonly tokens: Batcher<string, RegisteredToken | undefined>;
  private readonly groups: Batcher<string, GroupRules | undefined>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: TokenKeys,
    config: Config,
    backlog: Backlog,
  ) {
    // a start or an end that carries a token is held as long
    const options = { holdMs: config.ocpp.holdSeconds * 1000, backlog };
    this.tokens = new Batcher((keys) => this.select<RegisteredToken>(TOKENS, keys), options);
    this.groups = new Batcher((groupIds) => this.select(GROUPS, groupIds), options);
  }

  /** What is registered for a token, undefined where nothing is. */
  async token(token: PresentedIdToken): Promise<RegisteredToken | undefined> {
    const found = await Promise.all(this.keys.of(token).map((key) => this.tokens.add(key)));
    return found.find((row) => row !== undefined);
  }

  /** The rules of a group, undefined where it has none. */
  groupRules(groupId: string): Promise<GroupRules | undefined> {
    return this.groups.add(groupId);
  }

  private async select<Row extends object>(statement: Statement, keys: string[]): Promise<(Row | undefined)[]> {
    const found = await query<Row & { key: string }>(this.dataSource, statement, [[...new Set(keys)]]);
    const byKey = new Map(found.map((row) => [row.key, row]));
    return keys.map((key) => byKey.get(key));
  }
}
