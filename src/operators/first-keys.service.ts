import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import path from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { keepSecret, readKeptSecret } from '../common/kept-secret.js';
import { uuidv7 } from '../common/uuid.js';
import { Config } from '../config/config.js';
import { hasAdminKey, lockAdminKeys } from './admin-keys.js';
import { hashOfApiKey, newApiKey } from './api-key-secret.js';
import { ApiKey } from './entities/api-key.entity.js';

const FILE = 'admin-api-key';

/** Sees to it at every start that somebody can get in: by ADMIN_API_KEY, or by a key that the first start generates. */
@Injectable()
export class FirstKeysService implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstKeysService.name);

  constructor(
    private readonly config: Config,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockAdminKeys(manager); // processes that start together make one key
      const wanted = this.config.adminApiKey;
      await this.revokeFormerEnvironmentKeys(manager, wanted);
      if (wanted) await this.put(manager, wanted, 'environment');
      else if (!(await hasAdminKey(manager))) await this.generate(manager);
    });
  }

  private async revokeFormerEnvironmentKeys(manager: EntityManager, wanted: string | undefined): Promise<void> {
    await manager.query(
      `UPDATE api_keys SET revoked_at = now() WHERE origin = 'environment' AND revoked_at IS NULL AND key_hash <> $1`,
      [wanted ? hashOfApiKey(wanted) : Buffer.alloc(0)],
    );
  }

  /** A key that the environment or the file names is valid, whatever became of it before. */
  private async put(manager: EntityManager, key: string, origin: ApiKey['origin']): Promise<void> {
    const name = origin === 'environment' ? 'ADMIN_API_KEY' : 'first start';
    await manager.query(
      `INSERT INTO api_keys (id, name, role, origin, key_hash) VALUES ($1, $2, 'admin', $3, $4)
       ON CONFLICT (key_hash) DO UPDATE SET revoked_at = NULL, role = 'admin', origin = EXCLUDED.origin`,
      [uuidv7(), name, origin, hashOfApiKey(key)],
    );
  }

  private async generate(manager: EntityManager): Promise<void> {
    const { dataDir } = this.config;
    const kept = readKeptSecret(dataDir, FILE);
    const revoked = kept && (await manager.existsBy(ApiKey, { keyHash: hashOfApiKey(kept) }));
    const key = kept && !revoked ? kept : newApiKey();
    if (key !== kept) keepSecret(dataDir, FILE, key);
    await this.put(manager, key, 'first-start');
    this.logger.log(`The first API key, with the role admin, is in ${path.join(dataDir, FILE)}`);
  }
}
