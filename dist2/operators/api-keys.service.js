var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { ProblemError, UnknownError } from '../common/problems.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { hasAdminKey, lockAdminKeys } from './admin-keys.js';
import { hashOfApiKey, newApiKey } from './api-key-secret.js';
import { ApiKey } from './entities/api-key.entity.js';
/** How long another process may still accept a key that was revoked here. */
const REMEMBERED_MS = 15_000;
const USE_NOTED_EVERY_MS = 60_000;
const MOST_REMEMBERED = 1000;
const lastAdminKey = () => new ProblemError('last-admin-key', 409, 'This is the last admin key. Create another one before revoking it.');
/** The API keys: who they let in, and their making and revoking. */
let ApiKeysService = class ApiKeysService {
    keys;
    clock;
    remembered = new Map();
    constructor(keys, clock) {
        this.keys = keys;
        this.clock = clock;
    }
    /** Who a key belongs to; undefined for a key that does not exist or was revoked. */
    async authenticate(key) {
        const hash = hashOfApiKey(key);
        const slot = hash.toString('base64');
        const known = this.remembered.get(slot);
        if (known && known.until > this.clock.monotonic())
            return known.operator;
        const found = await this.keys.findOneBy({ keyHash: hash, revokedAt: IsNull() });
        if (!found) {
            this.remembered.delete(slot);
            return undefined;
        }
        const operator = { id: found.id, name: found.name, role: found.role };
        this.remember(slot, operator, known?.noteUseAt ?? 0);
        return operator;
    }
    /** Makes a key. The answer holds the key itself, which cannot be read again. */
    async create(name, role) {
        const key = newApiKey();
        const row = this.keys.create({ id: this.newId(), name, role, origin: 'created', keyHash: hashOfApiKey(key) });
        await this.keys.insert({ ...row, createdAt: this.clock.now() });
        return Object.assign(await this.keys.findOneByOrFail({ id: row.id }), { key });
    }
    /** The keys that let somebody in, in the order of their making. */
    async list({ limit, cursor }) {
        const [after] = decodeCursor(cursor, isUuid) ?? [];
        const rows = await this.keys.find({
            where: { revokedAt: IsNull(), ...(after && { id: MoreThan(after) }) },
            order: { id: 'ASC' },
            take: limit + 1,
        });
        return pageOf(rows, limit, ({ id }) => [id]);
    }
    /** Revokes a key: in this process at once, in others within seconds. The last admin key stays. */
    async revoke(id) {
        const { keyHash } = await this.keys.manager.transaction(async (manager) => {
            // of two that are revoked at the same moment, each would count on the other
            await lockAdminKeys(manager);
            const key = isUuid(id) ? await manager.findOneBy(ApiKey, { id, revokedAt: IsNull() }) : null;
            if (!key)
                throw new UnknownError('api-key', id, 'GET /api-keys lists those that exist.');
            if (key.role === 'admin' && !(await hasAdminKey(manager, id)))
                throw lastAdminKey();
            await manager.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
            return key;
        });
        this.remembered.delete(keyHash.toString('base64'));
    }
    remember(slot, operator, noteUseAt) {
        const now = this.clock.monotonic();
        if (this.remembered.size >= MOST_REMEMBERED)
            this.remembered.clear();
        const note = noteUseAt <= now;
        if (note)
            void this.keys.update(operator.id, { lastUsedAt: this.clock.now() }).catch(() => undefined);
        this.remembered.set(slot, {
            operator,
            until: now + REMEMBERED_MS,
            noteUseAt: note ? now + USE_NOTED_EVERY_MS : noteUseAt,
        });
    }
    newId() {
        return uuidv7(this.clock.now().getTime());
    }
};
ApiKeysService = __decorate([
    Injectable(),
    __param(0, InjectRepository(ApiKey)),
    __metadata("design:paramtypes", [Repository,
        Clock])
], ApiKeysService);
export { ApiKeysService };
//# sourceMappingURL=api-keys.service.js.map