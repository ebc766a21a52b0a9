import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import type { ImportOutcome } from '../../common/import-report.js';
import { ProblemError, UnknownError, ValidationFailedError } from '../../common/problems.js';
import { isUuid, uuidv7 } from '../../common/uuid.js';
import type {
  CreateIdToken,
  IdTokenPage,
  IdTokenQuery,
  IdTokenStatus,
  IdTokenView,
  UpdateIdToken,
} from './dto/id-token.dto.js';
import { IdToken } from './entities/id-token.entity.js';
import { type IdTokenType, visibleTokenKeysOf } from './id-token.js';
import { TokenKeys } from './token-keys.js';
import { withoutParameters } from './without-parameters.js';

/** A token with an equal key is registered already. */
export class IdTokenExistsError extends ProblemError {
  constructor(id: string | undefined) {
    const detail = 'An equal token is registered already. Change that one, or archive it first.';
    super('id-token-exists', 409, detail, id === undefined ? {} : { id });
  }
}

const UNIQUE_VIOLATION = '23505';

/** The tokens that operators register. */
@Injectable()
export class IdTokensService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {}

  private get tokens() {
    return this.dataSource.getRepository(IdToken);
  }

  /** @throws IdTokenExistsError where an equal token is registered; ValidationFailedError */
  async register(token: CreateIdToken): Promise<IdTokenView> {
    assertLanguages(token);
    const now = this.clock.now();
    const id = uuidv7(now.getTime());
    const keys = this.keys.of(token);
    const row: Partial<IdToken> = {
      ...toColumns(token),
      id,
      value: token.type === 'KeyCode' ? null : token.value,
      type: token.type,
      tokenKey: keys[0]!,
      createdAt: now,
      updatedAt: now,
    };
    const equal = await this.equalTo(keys);
    if (equal) throw new IdTokenExistsError(equal.id);
    try {
      await withoutParameters(this.tokens.insert(row as QueryDeepPartialEntity<IdToken>));
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw new IdTokenExistsError((await this.equalTo(keys))?.id);
    }
    return this.read(id);
  }

  /**
   * Registers a token, or changes the one that equals it to what is given.
   * @param dryRun only says what would be done
   * @throws ProblemError `id-token-exists` where the type would have to change; ValidationFailedError
   */
  async put(token: CreateIdToken, dryRun: boolean): Promise<ImportOutcome> {
    const equal = await this.equalTo(this.keys.of(token));
    if (!equal) {
      assertLanguages(token);
      return dryRun ? 'created' : this.registerOrPut(token);
    }
    if (equal.type !== token.type) throw new IdTokenExistsError(equal.id);
    const known = equal as unknown as Record<string, unknown>;
    const changes = Object.entries(toColumns(token)).some(([name, value]) => !isSame(value, known[name]));
    if (!changes) return 'unchanged';
    assertLanguages({ ...toView(equal), ...given(token) });
    if (!dryRun) await this.change(equal.id, token);
    return 'changed';
  }

  private async registerOrPut(token: CreateIdToken): Promise<ImportOutcome> {
    try {
      await this.register(token);
      return 'created';
    } catch (error) {
      // another operator was a moment earlier
      if (error instanceof IdTokenExistsError) return this.put(token, false);
      throw error;
    }
  }

  private equalTo(keys: readonly string[]): Promise<IdToken | null> {
    return withoutParameters(this.tokens.findOneBy({ tokenKey: In([...keys]), archivedAt: IsNull() }));
  }

  async list({
    value,
    type,
    groupId,
    status,
    search,
    updatedSince,
    limit,
    cursor,
  }: IdTokenQuery): Promise<IdTokenPage> {
    const query = this.tokens.createQueryBuilder('token').where('token.archivedAt IS NULL');
    if (value !== undefined) query.andWhere('token.tokenKey IN (:...keys)', { keys: visibleTokenKeysOf(value) });
    if (type !== undefined) query.andWhere('token.type = :type', { type });
    if (groupId !== undefined) query.andWhere('token.groupId = :groupId', { groupId });
    if (status !== undefined) query.andWhere('token.status = :status', { status });
    if (updatedSince !== undefined) query.andWhere('token.updatedAt >= :updatedSince', { updatedSince });
    if (search !== undefined) {
      const fields = ['value', 'groupId', 'note'].map((field) => `token.${field} ILIKE :part`);
      query.andWhere(`(${fields.join(' OR ')})`, { part: `%${search.replace(/[\\%_]/g, '\\$&')}%` });
    }
    const [after] = decodeCursor(cursor, isUuid) ?? [];
    if (after !== undefined) query.andWhere('token.id > :after', { after });
    const rows = await query
      .orderBy('token.id')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return { items: items.map(toView), nextCursor };
  }

  /** @throws UnknownError where there is no such token, or it is archived */
  async read(id: string): Promise<IdTokenView> {
    const token = isUuid(id) ? await this.tokens.findOneBy({ id, archivedAt: IsNull() }) : null;
    if (!token) throw unknownToken(id);
    return toView(token);
  }

  /** @throws UnknownError; ValidationFailedError where the languages do not go together */
  async change(id: string, change: UpdateIdToken): Promise<IdTokenView> {
    if (change.language1 !== undefined || change.language2 !== undefined) {
      assertLanguages({ ...(await this.read(id)), ...given(change) });
    }
    await this.update(id, { ...toColumns(change), updatedAt: this.clock.now() });
    return this.read(id);
  }

  /** Takes a token out of use; transactions that it made keep it. An equal token may be registered afterwards. */
  async archive(id: string): Promise<void> {
    await this.update(id, { archivedAt: this.clock.now() });
  }

  private async update(id: string, change: Partial<IdToken>): Promise<void> {
    const { affected } = isUuid(id)
      ? await this.tokens.update({ id, archivedAt: IsNull() }, change as QueryDeepPartialEntity<IdToken>)
      : { affected: 0 };
    if (affected === 0) throw unknownToken(id);
  }
}

const given = <T extends object>(properties: T): Partial<T> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Partial<T>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const toTime = (text: string | null | undefined): Date | null | undefined => (text == null ? text : new Date(text));

/** What an operator says, as the columns take it; undefined: nothing was said. */
const toColumns = (token: UpdateIdToken): Partial<IdToken> =>
  given({
    status: token.status,
    expiresAt: toTime(token.expiresAt),
    cacheExpiresAt: toTime(token.cacheExpiresAt),
    groupId: token.groupId,
    chargingPriority: token.chargingPriority,
    language1: token.language1,
    language2: token.language2,
    personalMessage: token.personalMessage && given({ ...token.personalMessage }),
    validAt: token.validAt && token.validAt.map((place) => given({ ...place })),
    note: token.note,
  }) as Partial<IdToken>;

/** [OCPP 2.0.1 IdTokenInfoType] the second language needs a first one, and is another */
function assertLanguages({ language1, language2 }: Pick<UpdateIdToken, 'language1' | 'language2'>): void {
  if (language2 == null || (language1 != null && language1.toLowerCase() !== language2.toLowerCase())) return;
  throw new ValidationFailedError('language2 may only stand beside another language1.');
}

const unknownToken = (id: string): UnknownError =>
  new UnknownError('id-token', id, 'GET /id-tokens lists those that are registered, with their ids.');

const toView = (token: IdToken): IdTokenView => ({
  id: token.id,
  // [OCPP 2.0.1 C04.FR.04] a PIN code is shown to nobody
  value: token.type === 'KeyCode' ? null : token.value,
  type: token.type as IdTokenType,
  status: token.status as IdTokenStatus,
  expiresAt: token.expiresAt?.toISOString() ?? null,
  cacheExpiresAt: token.cacheExpiresAt?.toISOString() ?? null,
  groupId: token.groupId,
  chargingPriority: token.chargingPriority,
  language1: token.language1,
  language2: token.language2,
  personalMessage: token.personalMessage,
  validAt: token.validAt as IdTokenView['validAt'],
  note: token.note,
  createdAt: token.createdAt.toISOString(),
  updatedAt: token.updatedAt.toISOString(),
});
