import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problems.js';
import { Rounds } from '../../common/rounds.js';
import { Secrets } from '../../common/secrets.js';
import { Shutdown } from '../../common/shutdown.js';
import { isDatabaseAway } from '../../database/database-errors.js';
import { ApiKeysService } from '../../operators/index.js';
import { apiKeyRevoked, toldOf } from '../command-problems.js';
import type { BulkCommand } from '../entities/bulk-command.entity.js';
import { TTL_SECONDS, WHEN_OFFLINE } from '../when-offline.js';
import { BulkCommandStore, type BulkOutcome, type BulkTurn } from './bulk-command.store.js';
import { bulkRoute } from './bulk-route.js';
import { CommandRoutes } from './command-routes.js';

const ROUND_MS = 5000;
/** After a start the stations come back one by one; until then one that is away is left for later. */
const STATIONS_BACK_MS = 120_000;

/**
 * Asks the stations of bulk commands, so many at a time as each allows. Who is still to be asked stands in the rows, and
 * each station is asked under an Idempotency-Key of its own, so that after a restart none is forgotten or asked twice.
 * Once the API key that began it was revoked, by this process or another, no further station is asked; what still waits to
 * be sent is taken back with all else that was asked by that key (`KeptCommands`).
 */
@Injectable()
export class BulkRounds implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(BulkRounds.name);
  private readonly rounds: Rounds;
  /** How many stations of each bulk command are being asked by this process. */
  private readonly asking = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  /** Stations that are taken, and of which could not be noted what came of it: the next round gives them back. */
  private readonly unnoted = new Set<{ readonly bulkId: string; readonly position: number }>();
  private startedAt = 0;
  /** Those that had begun before this process. */
  private inherited: ReadonlySet<string> = new Set();
  private stopped = false;

  constructor(
    private readonly store: BulkCommandStore,
    private readonly routes: CommandRoutes,
    private readonly apiKeys: ApiKeysService,
    private readonly secrets: Secrets,
    private readonly shutdown: Shutdown,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.startedAt = this.clock.monotonic();
    await this.store.giveBack();
    this.inherited = new Set((await this.store.running()).map(({ id }) => id));
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.settled();
    await Promise.allSettled(this.underWay);
  }

  /** Goes on with one at once. */
  begin(bulk: BulkCommand): void {
    const done = this.goOn(bulk)
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async round(): Promise<void> {
    for (const turn of this.unnoted) {
      await this.store.giveBackOne(turn.bulkId, turn.position);
      this.unnoted.delete(turn);
    }
    for (const bulk of await this.store.running()) await this.goOn(bulk);
  }

  /** Takes as many stations as there is room for; each of them takes the next when it is done. */
  private async goOn(bulk: BulkCommand): Promise<void> {
    const { id, concurrency, operatorId } = bulk;
    if (this.ends) return;
    if (!(await this.apiKeys.isValid(operatorId))) return this.giveUp(bulk);
    const busy = this.asking.get(id) ?? 0;
    // stations are about to lose their connections: none is to be refused for that
    if (this.ends || busy >= concurrency) return;
    this.asking.set(id, concurrency);
    const turns = await this.store.take(id, concurrency - busy, this.leavesAway(bulk)).catch((error: unknown) => {
      this.change(id, busy - concurrency);
      throw error;
    });
    this.change(id, busy + turns.length - concurrency);
    for (const turn of turns) this.track(bulk, turn);
    if (turns.length === 0) await this.store.finish(id, this.clock.now());
  }

  /** Its API key was revoked. It ends when the stations that are being asked have. */
  private async giveUp({ id }: BulkCommand): Promise<void> {
    this.logger.warn(`The bulk command ${id} asks nobody else: the API key that began it was revoked`);
    await this.store.giveUp(id, bulkRoute(id), toldOf(apiKeyRevoked()));
    await this.store.finish(id, this.clock.now());
  }

  private get ends(): boolean {
    return this.stopped || this.shutdown.begun;
  }

  private leavesAway({ id, whenOffline }: BulkCommand): boolean {
    const isSettled = this.clock.monotonic() - this.startedAt > STATIONS_BACK_MS;
    return whenOffline === 'refuse' && !isSettled && this.inherited.has(id);
  }

  private change(id: string, by: number): void {
    const left = (this.asking.get(id) ?? 0) + by;
    if (left > 0) this.asking.set(id, left);
    else this.asking.delete(id);
  }

  private track(bulk: BulkCommand, turn: BulkTurn): void {
    const done = this.askOne(bulk, turn).finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async askOne(bulk: BulkCommand, turn: BulkTurn): Promise<void> {
    const { position } = turn;
    try {
      await this.store.record(bulk.id, position, await this.ask(bulk, turn));
    } catch (error) {
      // not the station's fault, e.g. the database is away: its turn comes again, not before the next round
      this.logger.error(error);
      this.unnoted.add({ bulkId: bulk.id, position });
      return this.change(bulk.id, -1);
    }
    this.change(bulk.id, -1);
    if (!this.ends) this.begin(bulk);
  }

  private async ask(bulk: BulkCommand, { stationUuid, stationId }: BulkTurn): Promise<BulkOutcome> {
    const { id, method, path, operatorId, whenOffline, ttlSeconds } = bulk;
    const found = this.routes.find(method, path);
    const text = bulk.sealedRequest && this.secrets.open(bulk.sealedRequest);
    if (!found || !text) return refusedBy('bulk-command-unreadable', 'It can no longer be carried out. Ask again.');
    const { body, query = {} } = JSON.parse(text.toString()) as { body?: unknown; query?: Record<string, string> };
    const kept = { [WHEN_OFFLINE]: whenOffline, ...(ttlSeconds !== null && { [TTL_SECONDS]: String(ttlSeconds) }) };
    const [verb, url] = bulkRoute(id).split(' ') as [string, string];
    try {
      const { commandId } = await found.route.run({
        method: verb,
        originalUrl: `${url}?${new URLSearchParams(kept).toString()}`,
        headers: { 'idempotency-key': stationUuid },
        params: { ...found.params, stationId },
        query: { ...query },
        body,
        operator: { id: operatorId },
      });
      return { state: 'asked', commandId };
    } catch (error) {
      if (error instanceof ProblemError) return outcomeOf(error);
      if (isDatabaseAway(error)) throw error;
      this.logger.error(error);
      return refusedBy('internal-error', 'It is not known whether it was asked: see the commands of the station.');
    }
  }
}

const refusedBy = (code: string, detail: string): BulkOutcome => ({ state: 'refused', problem: { code, detail } });

/** A problem that names its command is about what came of it. */
function outcomeOf(error: ProblemError): BulkOutcome {
  const { commandId } = error.members as { commandId?: string };
  const problem = toldOf(error);
  return commandId ? { state: 'asked', commandId, problem } : { state: 'refused', problem };
}
