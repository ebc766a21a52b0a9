import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { Secrets } from '../../common/secrets.js';
import { uuidv7 } from '../../common/uuid.js';
import { noStationMatches, StationCatalog } from '../../modules/stations/index.js';
import { mayActAs, type Operator } from '../../operators/index.js';
import { idempotencyKeyReused } from '../command-problems.js';
import type { CommandRequest } from '../command-request.js';
import type { BulkCommandView, BulkFilter, BulkRequest, CreateBulkCommand } from '../dto/bulk-command.dto.js';
import type { BulkCommand } from '../entities/bulk-command.entity.js';
import { BulkCommandReader } from './bulk-command.reader.js';
import { BulkCommandStore } from './bulk-command.store.js';
import { bulkRoute } from './bulk-route.js';
import { BulkRounds } from './bulk-rounds.js';
import { CommandRoutes } from './command-routes.js';

/** Asks many stations the same: which ones is settled when the request comes, how they are asked is BulkRounds'. */
@Injectable()
export class BulkCommandsService {
  constructor(
    private readonly store: BulkCommandStore,
    private readonly reader: BulkCommandReader,
    private readonly routes: CommandRoutes,
    private readonly rounds: BulkRounds,
    private readonly catalog: StationCatalog,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins to ask the stations of a filter. Throws ValidationFailedError; `station-unknown`; `role-too-low` where the
   * operator might not ask a single one; `no-station-matches`; `idempotency-key-reused`.
   */
  async create(wish: CreateBulkCommand, operator: Operator, asked: CommandRequest): Promise<BulkCommandView> {
    const earlier = await this.earlier(asked);
    if (earlier) return earlier;
    await this.assertAskable(wish.command, operator);
    const stationUuids = await this.meant(wish.filter);
    const bulk = this.rowOf(wish, operator, asked);
    // false: the same request came a moment earlier and took the key
    if (!(await this.store.insert(bulk, stationUuids))) return this.create(wish, operator, asked);
    this.rounds.begin(bulk);
    return this.reader.read(bulk.id);
  }

  /** Throws `bulk-command-unknown`; 409 `bulk-command-not-cancellable` where nothing of it is left to take back. */
  async cancel(id: string): Promise<BulkCommandView> {
    const { state } = await this.reader.read(id);
    if (!(await this.store.cancel(id, bulkRoute(id), this.clock.now()))) {
      throw new ProblemError(
        'bulk-command-not-cancellable',
        409,
        `Nothing is left to cancel: this bulk command is ${state}, and none of its commands is queued.`,
      );
    }
    return this.reader.read(id);
  }

  private async earlier({ operatorId, idempotencyKey, canonicalBody }: CommandRequest) {
    if (idempotencyKey === undefined) return undefined;
    const bulk = await this.store.earlier(operatorId!, idempotencyKey, this.clock.now());
    if (!bulk) return undefined;
    if (!this.secrets.isDigestOf(canonicalBody!, bulk.bodyHash!)) throw idempotencyKeyReused();
    return this.reader.read(bulk.id);
  }

  private async assertAskable({ method, path, body, query }: BulkRequest, { role, name }: Operator): Promise<void> {
    const found = this.routes.find(method, path);
    if (!found) {
      const known = this.routes.names().join(', ');
      throw new ValidationFailedError(`${method} ${path} commands no station. These do: ${known}.`);
    }
    const needed = found.route.role;
    if (!mayActAs(role, needed)) {
      throw new ProblemError('role-too-low', 403, `This needs the role ${needed}, but the key "${name}" has ${role}.`);
    }
    if (query && Object.values(query).some((value) => typeof value !== 'string')) {
      throw new ValidationFailedError('command.query has to have a text for each name.');
    }
    await found.route.check({ body, query });
  }

  private async meant({ stationIds, all, ...filter }: BulkFilter): Promise<string[]> {
    const named = Object.values(filter).filter((value) => value !== undefined);
    if (all ? named.length > 0 || stationIds : named.length === 0 && !stationIds) {
      throw new ValidationFailedError('filter has to name a condition; or {"all": true}, and nothing else.');
    }
    const ids = await this.catalog.idsOf(filter, stationIds);
    if (ids.length > 0) return ids;
    throw noStationMatches();
  }

  private rowOf(
    { filter, command, ...wish }: CreateBulkCommand,
    operator: Operator,
    asked: CommandRequest,
  ): BulkCommand {
    const { method, path, body, query } = command;
    const now = this.clock.now();
    return {
      id: uuidv7(now.getTime()),
      state: 'running',
      note: wish.note ?? null,
      filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
      method,
      path,
      sealedRequest: this.secrets.seal(Buffer.from(JSON.stringify({ body, query }))),
      whenOffline: wish.whenOffline ?? 'refuse',
      ttlSeconds: wish.ttlSeconds ?? null,
      concurrency: wish.concurrency ?? 20,
      operatorId: operator.id,
      operatorName: operator.name,
      idempotencyKey: asked.idempotencyKey ?? null,
      bodyHash: asked.canonicalBody === undefined ? null : this.secrets.digest(asked.canonicalBody),
      createdAt: now,
      finishedAt: null,
    };
  }
}
