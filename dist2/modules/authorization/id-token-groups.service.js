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
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { Config } from '../../config/config.js';
import { IdTokenGroup } from './entities/id-token-group.entity.js';
// a group exists as soon as a token names it or it was given rules
const GROUPS = `
  SELECT named.group_id AS "groupId", COALESCE(rules.concurrent_transactions, $1) AS "concurrentTransactions"
  FROM (SELECT group_id FROM id_tokens WHERE group_id IS NOT NULL AND archived_at IS NULL
        UNION SELECT group_id FROM id_token_groups) named
  LEFT JOIN id_token_groups rules USING (group_id)`;
/** Groups of tokens and the rules that hold for them. */
let IdTokenGroupsService = class IdTokenGroupsService {
    dataSource;
    config;
    clock;
    constructor(dataSource, config, clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }
    async list({ limit, cursor }) {
        const [after] = decodeCursor(cursor, (text) => !text.includes('\u0000')) ?? [''];
        const rows = await this.dataSource.query(`${GROUPS} WHERE named.group_id > $2 ORDER BY named.group_id LIMIT $3`, [this.config.authorization.concurrentTransactions, after, limit + 1]);
        return pageOf(rows, limit, ({ groupId }) => [groupId]);
    }
    /** @throws UnknownError where no token names the group and no rules were set */
    async read(groupId) {
        const [group] = await this.dataSource.query(`${GROUPS} WHERE named.group_id = $2`, [
            this.config.authorization.concurrentTransactions,
            groupId,
        ]);
        if (!group)
            throw new UnknownError('id-token-group', groupId, 'Give a token this groupId, or PUT rules for it.');
        return group;
    }
    async setRules(groupId, { concurrentTransactions }) {
        const row = { groupId, concurrentTransactions, updatedAt: this.clock.now() };
        await this.dataSource.getRepository(IdTokenGroup).upsert(row, ['groupId']);
        return { groupId, concurrentTransactions };
    }
};
IdTokenGroupsService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Config,
        Clock])
], IdTokenGroupsService);
export { IdTokenGroupsService };
//# sourceMappingURL=id-token-groups.service.js.map