import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainEvents } from '../common/domain-events.js';
import { ProblemError } from '../common/problems.js';
import { Rounds } from '../common/rounds.js';
import { Secrets } from '../common/secrets.js';
import { StationArchived, StationBooted, StationChanged, StationConnected } from '../modules/stations/index.js';
import { assertSayable, type ConnectedStation, doublyDefined, maskPayload, StationClient } from '../ocpp/index.js';
import { askingOf, type Spoken } from './asking.js';
import { CommandConditions } from './command-conditions.js';
import { STATION } from './command-keeper.js';
import { refusalOf } from './command-problems.js';
import { BY_ITSELF } from './command-request.js';
import { CommandRunner } from './command-runner.js';
import { CommandStore } from './command.store.js';
import type { CommandView } from './dto/command.dto.js';
import { KeptCommandStore, type KeptCommand } from './kept-command.store.js';
import { isSendable } from './registration.js';

const ROUND_MS = 10_000;
/** A station that boots says so within this time of its connection, and is left alone until its boot is accepted. */
const BOOTS_WITHIN_MS = 5000;
/** Of one station, in its queue at a time; the queue holds twice as many. */
const AT_ONCE = 50;

/**
 * Commands that are kept until they can be sent: in the order in which they were asked, once their station is accepted
 * and their condition holds. What is kept follows from the rows alone, so that no restart forgets one; events make it
 * quick, a round every ten seconds makes it sure.
 */
@Injectable()
export class KeptCommands implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(KeptCommands.name);
  private readonly rounds: Rounds;
  /** Stations for which something may be kept: those of the last round, and what came since. */
  private waiting = new Set<string>();
  /** One release at a time for each station, so that the order stays. */
  private readonly releasing = new Map<string, Promise<void>>();
  private stopped = false;

  constructor(
    private readonly store: CommandStore,
    private readonly kept: KeptCommandStore,
    private readonly conditions: CommandConditions,
    private readonly client: StationClient,
    private readonly runner: CommandRunner,
    private readonly secrets: Secrets,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
  }

  onModuleInit(): void {
    const doubled = doublyDefined();
    if (doubled.length > 0) throw new Error(`several commands are defined under one name: ${doubled.join(', ')}`);
    this.events.on(StationConnected, ({ stationUuid }) => {
      if (this.waiting.has(stationUuid)) this.clock.after(BOOTS_WITHIN_MS, () => void this.release(stationUuid));
    });
    this.events.on(StationBooted, ({ stationUuid }) => this.release(stationUuid));
    this.events.on(StationChanged, ({ stationUuid }) => this.release(stationUuid));
    this.events.on(StationArchived, () => this.kept.cancelOfArchived());
  }

  async onApplicationBootstrap(): Promise<void> {
    this.waiting = new Set(await this.kept.stations());
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.settled();
    await Promise.allSettled(this.releasing.values());
  }

  /** Something is kept for this station from now on. */
  note(stationUuid: string): void {
    this.waiting.add(stationUuid);
  }

  /** Puts into the queue of a station what is kept for it and may be sent now; resolves when it stands there. */
  release(stationUuid: string): Promise<void> {
    if (this.stopped || !this.waiting.has(stationUuid)) return Promise.resolve();
    const turn = (this.releasing.get(stationUuid) ?? Promise.resolve())
      .then(() => this.releaseNow(stationUuid))
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => this.releasing.get(stationUuid) === turn && this.releasing.delete(stationUuid));
    this.releasing.set(stationUuid, turn);
    return turn;
  }

  private async round(): Promise<void> {
    await this.kept.expire(this.clock.now());
    await this.kept.cancelOfArchived();
    const cancelled = await this.kept.cancelOfRevoked();
    if (cancelled > 0)
      this.logger.warn(`Commands cancelled before they were sent, as their API key was revoked: ${cancelled}`);
    this.waiting = new Set(await this.kept.stations());
    for (const stationUuid of this.waiting) await this.release(stationUuid);
  }

  private async releaseNow(stationUuid: string): Promise<void> {
    const connection = this.client.connected(stationUuid);
    if (!connection) return;
    await this.conditions.settle(stationUuid);
    const commands = await this.kept.of(stationUuid);
    const idle = commands.filter(({ id }) => !this.runner.isRunning(id));
    const room = AT_ONCE - (commands.length - idle.length);
    const sent: Promise<CommandView | undefined>[] = [];
    for (const command of idle) {
      if (sent.length >= room || this.stopped) break;
      const ending = await this.send(command, connection);
      // a promise within an object, or it would be waited for
      if (ending) sent.push(ending.settled);
    }
    if (idle.length > sent.length && sent.length > 0) void this.goOn(stationUuid, sent);
  }

  /** What found no room follows, unless nothing moves at all. */
  private async goOn(stationUuid: string, sent: readonly Promise<CommandView | undefined>[]): Promise<void> {
    const ended = await Promise.allSettled(sent);
    const moved = ended.some((end) => end.status === 'fulfilled' && end.value?.state !== 'queued');
    if (moved) await this.release(stationUuid);
  }

  /** Puts a command into the queue of its station; undefined where it has to wait on, or has ended. */
  private async send(
    command: KeptCommand,
    connection: ConnectedStation,
  ): Promise<{ settled: Promise<CommandView | undefined> } | undefined> {
    const { stationUuid, epoch, version } = connection;
    const spoken = await this.spoken(command, connection);
    if (!spoken) return undefined;
    const { name, action, payload, read, waitsFor } = spoken;
    const unmet = isSendable(connection, action) ? await this.conditions.unmet(waitsFor, stationUuid) : STATION;
    if (unmet !== command.waitsFor) await this.store.waits(command.id, unmet);
    if (unmet !== undefined) return undefined;
    const draft = {
      ...command,
      stationUuid,
      name,
      ocppVersion: version,
      action,
      request: maskPayload(version, action, 'request', payload),
      // of these only the row knows, and it is there already
      asked: BY_ITSELF,
      bodyHash: undefined,
      createdAt: this.clock.now(),
      kept: { expiresAt: this.clock.now(), sealedAsking: command.sealedAsking, waitsFor: undefined },
    };
    return { settled: this.runner.resume({ draft, epoch, payload, read, waitsFor }) };
  }

  /** In the words of the version that the station speaks now. What cannot be said in it has ended. */
  private async spoken({ id, sealedAsking }: KeptCommand, { version }: ConnectedStation): Promise<Spoken | undefined> {
    try {
      const text = this.secrets.open(sealedAsking);
      if (!text) throw new ProblemError('command-cancelled', 409, 'SECRET_KEY is another one than when it was asked.');
      const spoken = askingOf(text).speak(version);
      assertSayableOf(version, spoken);
      return spoken;
    } catch (error) {
      const { code, status, message } = error instanceof ProblemError ? error : this.unexpected(error);
      const failure = { reason: 'unsayable', code, status, explanation: message } as const;
      await this.store.settle(id, { state: 'errored', error: failure, sentAt: undefined });
      return undefined;
    }
  }

  private unexpected(error: unknown): ProblemError {
    this.logger.error(error);
    return new ProblemError('command-cancelled', 409, 'It can no longer be read. Ask again.');
  }
}

/** Throws a problem where the payload breaks the schema of the version. */
export function assertSayableOf(version: ConnectedStation['version'], { action, payload }: Spoken): void {
  try {
    assertSayable(version, action, payload);
  } catch (error) {
    throw refusalOf(error, action, version);
  }
}
