import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../common/pagination.js';
import { ProblemError, UnknownError } from '../common/problems.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { hasAdminKey, lockAdminKeys } from './admin-keys.js';
import { hashOfApiKey, newApiKey } from './api-key-secret.js';
import { ApiKey, type Role } from './entities/api-key.entity.js';
import type { Operator } from './operator.js';

/** How long another process may still accept a key that was revoked here. */
const REMEMBERED_MS = 15_000;
const USE_NOTED_EVERY_MS = 60_000;
const MOST_REMEMBERED = 1000;

interface Remembered {
  readonly operator: Operator;
  readonly until: number;
  readonly noteUseAt: number;
}

const lastAdminKey = (): ProblemError =>
  new ProblemError('last-admin-key', 409, 'This is the last admin key. Create another one before revoking it.');

/** The API keys: who they let in, and their making and revoking. */
@Injectable()
export class ApiKeysService {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    @InjectRepository(ApiKey) private readonly keys: Repository<ApiKey>,
    private readonly clock: Clock,
  ) {}

  /** Who a key belongs to; undefined for a key that does not exist or was revoked. */
  async authenticate(key: string): Promise<Operator | undefined> {
    const hash = hashOfApiKey(key);
    const slot = hash.toString('base64');
    const known = this.remembered.get(slot);
    if (known && known.until > this.clock.monotonic()) return known.operator;
    const found = await this.keys.findOneBy({ keyHash: hash, revokedAt: IsNull() });
    if (!found) {
      this.remembered.delete(slot);
      return undefined;
    }
    const operator = { id: found.id, name: found.name, role: found.role };
    this.remember(slot, operator, known?.noteUseAt ?? 0);
    return operator;
  }

  /** Whether the key with this id lets somebody in, asked of the database: for what goes on after its request. */
  async isValid(id: string): Promise<boolean> {
    return this.keys.existsBy({ id, revokedAt: IsNull() });
  }

  /** Makes a key. The answer holds the key itself, which cannot be read again. */
  async create(name: string, role: Role): Promise<ApiKey & { key: string }> {
    const key = newApiKey();
    const row = this.keys.create({ id: this.newId(), name, role, origin: 'created', keyHash: hashOfApiKey(key) });
    await this.keys.insert({ ...row, createdAt: this.clock.now() });
    return Object.assign(await this.keys.findOneByOrFail({ id: row.id }), { key });
  }

  /** The keys that let somebody in, in the order of their making. */
  async list({ limit, cursor }: PageQuery): Promise<Page<ApiKey>> {
    const [after] = decodeCursor(cursor, isUuid) ?? [];
    const rows = await this.keys.find({
      where: { revokedAt: IsNull(), ...(after && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** Revokes a key: in this process at once, in others within seconds. The last admin key stays. */
  async revoke(id: string): Promise<void> {
    const { keyHash } = await this.keys.manager.transaction(async (manager) => {
      // of two that are revoked at the same moment, each would count on the other
      await lockAdminKeys(manager);
      const key = isUuid(id) ? await manager.findOneBy(ApiKey, { id, revokedAt: IsNull() }) : null;
      if (!key) throw new UnknownError('api-key', id, 'GET /api-keys lists those that exist.');
      if (key.role === 'admin' && !(await hasAdminKey(manager, id))) throw lastAdminKey();
      await manager.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      return key;
    });
    this.remembered.delete(keyHash.toString('base64'));
  }

  private remember(slot: string, operator: Operator, noteUseAt: number): void {
    const now = this.clock.monotonic();
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const note = noteUseAt <= now;
    if (note) void this.keys.update(operator.id, { lastUsedAt: this.clock.now() }).catch(() => undefined);
    this.remembered.set(slot, {
      operator,
      until: now + REMEMBERED_MS,
      noteUseAt: note ? now + USE_NOTED_EVERY_MS : noteUseAt,
    });
  }

  private newId(): string {
    return uuidv7(this.clock.now().getTime());
  }
}
