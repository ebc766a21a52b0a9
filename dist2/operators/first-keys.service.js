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
var FirstKeysService_1;
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { keepSecret, readKeptSecret } from '../common/kept-secret.js';
import { uuidv7 } from '../common/uuid.js';
import { Config } from '../config/config.js';
import { hasAdminKey, lockAdminKeys } from './admin-keys.js';
import { hashOfApiKey, newApiKey } from './api-key-secret.js';
import { ApiKey } from './entities/api-key.entity.js';
const FILE = 'admin-api-key';
/** Sees to it at every start that somebody can get in: by ADMIN_API_KEY, or by a key that the first start generates. */
let FirstKeysService = FirstKeysService_1 = class FirstKeysService {
    config;
    dataSource;
    logger = new Logger(FirstKeysService_1.name);
    constructor(config, dataSource) {
        this.config = config;
        this.dataSource = dataSource;
    }
    async onApplicationBootstrap() {
        await this.dataSource.transaction(async (manager) => {
            await lockAdminKeys(manager); // processes that start together make one key
            const wanted = this.config.adminApiKey;
            await this.revokeFormerEnvironmentKeys(manager, wanted);
            if (wanted)
                await this.put(manager, wanted, 'environment');
            else if (!(await hasAdminKey(manager)))
                await this.generate(manager);
        });
    }
    async revokeFormerEnvironmentKeys(manager, wanted) {
        await manager.query(`UPDATE api_keys SET revoked_at = now() WHERE origin = 'environment' AND revoked_at IS NULL AND key_hash <> $1`, [wanted ? hashOfApiKey(wanted) : Buffer.alloc(0)]);
    }
    /** A key that the environment or the file names is valid, whatever became of it before. */
    async put(manager, key, origin) {
        const name = origin === 'environment' ? 'ADMIN_API_KEY' : 'first start';
        await manager.query(`INSERT INTO api_keys (id, name, role, origin, key_hash) VALUES ($1, $2, 'admin', $3, $4)
       ON CONFLICT (key_hash) DO UPDATE SET revoked_at = NULL, role = 'admin', origin = EXCLUDED.origin`, [uuidv7(), name, origin, hashOfApiKey(key)]);
    }
    async generate(manager) {
        const { dataDir } = this.config;
        const kept = readKeptSecret(dataDir, FILE);
        const revoked = kept && (await manager.existsBy(ApiKey, { keyHash: hashOfApiKey(kept) }));
        const key = kept && !revoked ? kept : newApiKey();
        if (key !== kept)
            keepSecret(dataDir, FILE, key);
        await this.put(manager, key, 'first-start');
        this.logger.log(`The first API key, with the role admin, is in ${path.join(dataDir, FILE)}`);
    }
};
FirstKeysService = FirstKeysService_1 = __decorate([
    Injectable(),
    __param(1, InjectDataSource()),
    __metadata("design:paramtypes", [Config,
        DataSource])
], FirstKeysService);
export { FirstKeysService };
//# sourceMappingURL=first-keys.service.js.map