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
import { DataSource, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { ProblemError, UnknownError } from '../../common/problems.js';
import { isUuid, uuidv7 } from '../../common/uuid.js';
import { IdToken } from './entities/id-token.entity.js';
import { tokenKeyOf, visibleTokenKeysOf } from './id-token.js';
import { withoutParameters } from './without-parameters.js';
/** A token with an equal key is registered already. */
export class IdTokenExistsError extends ProblemError {
    constructor(id) {
        const detail = 'An equal token is registered already. Change that one, or archive it first.';
        super('id-token-exists', 409, detail, id === undefined ? {} : { id });
    }
}
/** The tokens that operators register. */
let IdTokensService = class IdTokensService {
    dataSource;
    clock;
    constructor(dataSource, clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }
    get tokens() {
        return this.dataSource.getRepository(IdToken);
    }
    /** @throws IdTokenExistsError where an equal token is registered */
    async register(token) {
        const now = this.clock.now();
        const id = uuidv7(now.getTime());
        const tokenKey = tokenKeyOf(token);
        const inserted = await withoutParameters(this.dataSource.query(`INSERT INTO id_tokens (id, value, type, token_key, status, group_id, expires_at, note, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
         ON CONFLICT (token_key) WHERE archived_at IS NULL DO NOTHING RETURNING id`, [
            id,
            token.value,
            token.type,
            tokenKey,
            token.status ?? 'Accepted',
            token.groupId ?? null,
            token.expiresAt == null ? null : new Date(token.expiresAt),
            token.note ?? null,
            now,
        ]));
        if (inserted.length > 0)
            return this.read(id);
        const equal = await withoutParameters(this.tokens.findOneBy({ tokenKey, archivedAt: IsNull() }));
        throw new IdTokenExistsError(equal?.id);
    }
    async list({ value, type, groupId, status, limit, cursor }) {
        const query = this.tokens.createQueryBuilder('token').where('token.archivedAt IS NULL');
        if (value !== undefined)
            query.andWhere('token.tokenKey IN (:...keys)', { keys: visibleTokenKeysOf(value) });
        if (type !== undefined)
            query.andWhere('token.type = :type', { type });
        if (groupId !== undefined)
            query.andWhere('token.groupId = :groupId', { groupId });
        if (status !== undefined)
            query.andWhere('token.status = :status', { status });
        const [after] = decodeCursor(cursor, isUuid) ?? [];
        if (after !== undefined)
            query.andWhere('token.id > :after', { after });
        const rows = await query
            .orderBy('token.id')
            .limit(limit + 1)
            .getMany();
        const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
        return { items: items.map(toView), nextCursor };
    }
    /** @throws UnknownError where there is no such token, or it is archived */
    async read(id) {
        const token = isUuid(id) ? await this.tokens.findOneBy({ id, archivedAt: IsNull() }) : null;
        if (!token)
            throw unknownToken(id);
        return toView(token);
    }
    async change(id, { status, expiresAt, groupId, note }) {
        const expiry = expiresAt == null ? expiresAt : new Date(expiresAt);
        await this.update(id, { status, expiresAt: expiry, groupId, note, updatedAt: this.clock.now() });
        return this.read(id);
    }
    /** Takes a token out of use; transactions that it made keep it. An equal token may be registered afterwards. */
    async archive(id) {
        await this.update(id, { archivedAt: this.clock.now() });
    }
    async update(id, change) {
        const { affected } = isUuid(id) ? await this.tokens.update({ id, archivedAt: IsNull() }, change) : { affected: 0 };
        if (affected === 0)
            throw unknownToken(id);
    }
};
IdTokensService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], IdTokensService);
export { IdTokensService };
const unknownToken = (id) => new UnknownError('id-token', id, 'GET /id-tokens lists those that are registered, with their ids.');
const toView = (token) => ({
    id: token.id,
    // [OCPP 2.0.1 C04.FR.04] a PIN code is shown to nobody
    value: token.type === 'KeyCode' ? null : token.value,
    type: token.type,
    status: token.status,
    expiresAt: token.expiresAt?.toISOString() ?? null,
    groupId: token.groupId,
    note: token.note,
    createdAt: token.createdAt.toISOString(),
    updatedAt: token.updatedAt.toISOString(),
});
//# sourceMappingURL=id-tokens.service.js.map