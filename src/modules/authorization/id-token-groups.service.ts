import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf, type PageQuery } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { Config } from '../../config/config.js';
import type { IdTokenGroupPage, IdTokenGroupRules, IdTokenGroupView } from './dto/id-token-group.dto.js';
import { IdTokenGroup } from './entities/id-token-group.entity.js';

// a group exists as soon as a token names it or it was given rules
const GROUPS = `
  SELECT named.group_id AS "groupId", COALESCE(rules.concurrent_transactions, $1) AS "concurrentTransactions",
         COALESCE(rules.master_pass, FALSE) AS "masterPass"
  FROM (SELECT group_id FROM id_tokens WHERE group_id IS NOT NULL AND archived_at IS NULL
        UNION SELECT group_id FROM id_token_groups) named
  LEFT JOIN id_token_groups rules USING (group_id)`;

/** Groups of tokens and the rules that hold for them. */
@Injectable()
export class IdTokenGroupsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async list({ limit, cursor }: PageQuery): Promise<IdTokenGroupPage> {
    const [after] = decodeCursor(cursor, (text) => !text.includes('\u0000')) ?? [''];
    const rows: IdTokenGroupView[] = await this.dataSource.query(
      `${GROUPS} WHERE named.group_id > $2 ORDER BY named.group_id LIMIT $3`,
      [this.config.authorization.concurrentTransactions, after, limit + 1],
    );
    return pageOf(rows, limit, ({ groupId }) => [groupId]);
  }

  /** @throws UnknownError where no token names the group and no rules were set */
  async read(groupId: string): Promise<IdTokenGroupView> {
    const [group]: IdTokenGroupView[] = await this.dataSource.query(`${GROUPS} WHERE named.group_id = $2`, [
      this.config.authorization.concurrentTransactions,
      groupId,
    ]);
    if (!group) throw new UnknownError('id-token-group', groupId, 'Give a token this groupId, or PUT rules for it.');
    return group;
  }

  async setRules(groupId: string, rules: IdTokenGroupRules): Promise<IdTokenGroupView> {
    const { concurrentTransactions, masterPass = false } = rules;
    const row = { groupId, concurrentTransactions, masterPass, updatedAt: this.clock.now() };
    await this.dataSource.getRepository(IdTokenGroup).upsert(row, ['groupId']);
    return { groupId, concurrentTransactions, masterPass };
  }
}
