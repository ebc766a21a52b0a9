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
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { query } from '../../database/statement.js';
const TOKENS = {
    name: 'look-up-id-tokens',
    text: `
  SELECT t.token_key AS key, t.status, t.group_id AS "groupId", t.expires_at AS "expiresAt",
         g.concurrent_transactions AS "concurrentTransactions"
  FROM id_tokens t LEFT JOIN id_token_groups g ON g.group_id = t.group_id
  WHERE t.token_key = ANY($1::text[]) AND t.archived_at IS NULL`,
};
const GROUPS = {
    name: 'look-up-id-token-groups',
    text: `
  SELECT group_id AS key, concurrent_transactions AS "concurrentTransactions"
  FROM id_token_groups WHERE group_id = ANY($1::text[])`,
};
/**
 * Reads tokens and the rules of their groups. Stations that ask at the same time share one statement, so that the
 * evening rush costs a few statements instead of thousands. Rejects when the database cannot be asked.
 */
let TokenLookup = class TokenLookup {
    dataSource;
    tokens;
    groups;
    constructor(dataSource, config, backlog) {
        this.dataSource = dataSource;
        // a start or an end that carries a token is held as long
        const options = { holdMs: config.ocpp.holdSeconds * 1000, backlog };
        this.tokens = new Batcher((keys) => this.select(TOKENS, keys), options);
        this.groups = new Batcher((groupIds) => this.select(GROUPS, groupIds), options);
    }
    /** @param tokenKey as made by `tokenKeyOf` */
    token(tokenKey) {
        return this.tokens.add(tokenKey);
    }
    /** The rule of a group, undefined where it has none. */
    async concurrentTransactions(groupId) {
        return (await this.groups.add(groupId))?.concurrentTransactions;
    }
    async select(statement, keys) {
        const found = await query(this.dataSource, statement, [[...new Set(keys)]]);
        const byKey = new Map(found.map((row) => [row.key, row]));
        return keys.map((key) => byKey.get(key));
    }
};
TokenLookup = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Config,
        Backlog])
], TokenLookup);
export { TokenLookup };
//# sourceMappingURL=token-lookup.js.map