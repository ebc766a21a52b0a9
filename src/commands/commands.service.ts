import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, type Timer } from '../common/clock.js';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { UnknownError } from '../common/problems.js';
import { Secrets } from '../common/secrets.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { type CommandDefinition, type ConnectedStation, maskPayload, StationClient } from '../ocpp/index.js';
import { type Asking, askingExactly, askingFor, type Spoken } from './asking.js';
import { CommandKeeper } from './command-keeper.js';
import { commandNotCancellable, idempotencyKeyReused, problemOf } from './command-problems.js';
import type { CommandRequest } from './command-request.js';
import { CommandRunner } from './command-runner.js';
import { type CommandDraft, CommandStore, type Keeping } from './command.store.js';
import type { CommandPage, CommandQuery, CommandView } from './dto/command.dto.js';
import { assertSayableOf, KeptCommands } from './kept-commands.js';

/** The longest that an operator waits for a station's answer. */
export const ANSWER_WITHIN_MS = 30_000;

/** A station in the inventory: surrogate key and identity. */
export interface CommandedStation {
  readonly id: string;
  readonly stationId: string;
}

/** What a command is about, beyond its input. */
export interface CommandSubject {
  /** A UUID under which whoever asks has noted the command before it is recorded; else it gets one of its own. */
  readonly commandId?: string;
  readonly remoteStartId?: number;
  readonly transactionId?: string;
}

/** Asks stations for something on behalf of operators, and keeps what was asked and what came of it. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly client: StationClient,
    private readonly store: CommandStore,
    private readonly runner: CommandRunner,
    private readonly keeper: CommandKeeper,
    private readonly kept: KeptCommands,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a command in the version that the station speaks, and waits for the answer, 30 seconds at most. After that
   * the command goes on: the returned one is then still `queued` or `sent`. One that has to wait for a condition, or for
   * its station where the request says so (`whenOffline`), is kept and returned at once as `queued`: what follows from
   * its answer has to be derived from what is stored, or from CommandAnswered.
   *
   * Throws a ProblemError: `station-offline`, `station-not-accepted`, `version-unsupported`, `validation-failed`,
   * `idempotency-key-reused` before anything is sent; `station-error`, `station-timeout`, `station-offline`,
   * `station-busy`, `command-cancelled`, with the `commandId`, for a command that has no answer.
   */
  execute<Input>(
    station: CommandedStation,
    definition: CommandDefinition<Input>,
    input: Input,
    asked: CommandRequest,
    subject: CommandSubject = {},
  ): Promise<CommandView> {
    return this.once(station, asked, subject, askingFor(definition, input));
  }

  /** Sends a payload exactly as it is given. `status` is the response's, where it has one. Errors as in `execute`. */
  call(
    station: CommandedStation,
    action: string,
    payload: Record<string, unknown>,
    asked: CommandRequest,
  ): Promise<CommandView> {
    return this.once(station, asked, {}, askingExactly(action, payload));
  }

  /** A condition that commands of this station may wait for has perhaps come true: see CommandConditions. */
  recheck(stationUuid: string): Promise<void> {
    return this.kept.release(stationUuid);
  }

  /**
   * The answer that the same request got before: same operator, route, `Idempotency-Key` and body. For requests that
   * look at state before they command: what they find may have changed through the first one.
   */
  async earlier(asked: CommandRequest): Promise<CommandView | undefined> {
    return this.earlierUntil(this.deadline(), asked);
  }

  /** Throws 404 `command-unknown`. */
  async find(commandId: string): Promise<CommandView> {
    const command = isUuid(commandId) ? await this.store.find(commandId) : undefined;
    if (!command) throw new UnknownError('command', commandId, 'See GET /stations/{stationId}/commands.');
    return command;
  }

  /** Commands, newest first: of a station (surrogate key) or of all. */
  async list(stationUuid: string | undefined, { limit, cursor, state, name }: CommandQuery): Promise<CommandPage> {
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    const commands = await this.store.list({ stationUuid, state, name, before, limit: limit + 1 });
    return pageOf(commands, limit, ({ commandId }) => [commandId]);
  }

  /** Takes back a command that was not sent yet. Throws 409 `command-not-cancellable` for any other. */
  async cancel(commandId: string): Promise<CommandView> {
    await this.find(commandId);
    const cancelled = await this.store.cancel([commandId], 'cancelled');
    const command = await this.find(commandId);
    if (!cancelled) throw commandNotCancellable(command);
    return command;
  }

  /**
   * Takes back those of them that were not sent yet, because what they ask for has come about; together with what the
   * transaction changes besides.
   */
  async takeBack(commandIds: readonly string[], within: EntityManager): Promise<void> {
    if (commandIds.length > 0) await this.store.cancel(commandIds, 'came-about', within);
  }

  private async once(
    station: CommandedStation,
    asked: CommandRequest,
    subject: CommandSubject,
    asking: Asking,
    until = this.deadline(),
  ): Promise<CommandView> {
    const earlier = await this.earlierUntil(until, asked);
    if (earlier) return earlier;
    const connection = this.client.connected(station.id);
    const version = await this.keeper.versionFor(station, connection, asked);
    const spoken = asking.speak(version);
    const waitsFor = await this.keeper.waitsFor(connection, spoken, asked);
    const kept = this.keeper.keeping(asking, version, asked, spoken, waitsFor);
    // also what would be sent at once: it stays where the queue of the station is full
    if (kept) await this.keeper.assertRoom(station);
    const draft = this.draft({ stationUuid: station.id, version }, spoken, subject, asked, kept);
    const command = waitsFor
      ? await this.keepForLater(station, spoken, draft)
      : await this.send(connection!, spoken, draft, until);
    // undefined: the same request came a moment earlier and took the key
    return command ?? this.once(station, asked, subject, asking, until);
  }

  private async send(
    connection: ConnectedStation,
    { payload, read, waitsFor }: Spoken,
    draft: CommandDraft,
    until: number,
  ): Promise<CommandView | undefined> {
    const { stationUuid, epoch } = connection;
    // what was asked before goes first
    await this.kept.release(stationUuid);
    if (draft.kept) this.kept.note(stationUuid);
    const settled = this.runner.run({ draft, epoch, payload, read, waitsFor });
    return this.answerUntil(until, settled, draft.id);
  }

  private async keepForLater(
    station: CommandedStation,
    spoken: Spoken,
    draft: CommandDraft,
  ): Promise<CommandView | undefined> {
    assertSayableOf(draft.ocppVersion, spoken);
    if (!(await this.store.insert(draft))) return undefined;
    this.kept.note(station.id);
    // it may have come back while the row was written
    await this.kept.release(station.id);
    return this.store.find(draft.id);
  }

  private async earlierUntil(until: number, asked: CommandRequest): Promise<CommandView | undefined> {
    const earlier = await this.store.earlier(asked, this.clock.now());
    if (!earlier) return undefined;
    if (!this.secrets.isDigestOf(asked.canonicalBody!, earlier.bodyHash)) throw idempotencyKeyReused();
    return this.answerUntil(until, this.runner.settled(earlier.commandId), earlier.commandId);
  }

  private deadline(): number {
    return this.clock.monotonic() + ANSWER_WITHIN_MS;
  }

  /** The command when it is settled, or as it stands at the deadline. Throws its problem, if it has one. */
  private async answerUntil(
    until: number,
    settled: Promise<CommandView | undefined>,
    commandId: string,
  ): Promise<CommandView | undefined> {
    let timer: Timer | undefined;
    const waited = new Promise<'waited'>((resolve) => {
      timer = this.clock.after(Math.max(0, until - this.clock.monotonic()), () => resolve('waited'));
    });
    const first = await Promise.race([settled, waited]).finally(() => timer?.cancel());
    const command = first === 'waited' ? await this.find(commandId) : first;
    const problem = command && problemOf(command);
    if (problem) throw problem;
    return command;
  }

  private draft(
    { stationUuid, version }: Pick<ConnectedStation, 'stationUuid' | 'version'>,
    { name, action, payload }: Spoken,
    { commandId, remoteStartId, transactionId }: CommandSubject,
    asked: CommandRequest,
    kept: Keeping | undefined,
  ): CommandDraft {
    const { canonicalBody } = asked;
    const createdAt = this.clock.now();
    return {
      id: commandId ?? uuidv7(createdAt.getTime()),
      stationUuid,
      name,
      ocppVersion: version,
      action,
      request: maskPayload(version, action, 'request', payload),
      remoteStartId,
      transactionId,
      asked,
      // keyed: the few possible PIN codes of a start could all be tried against a plain hash
      bodyHash: canonicalBody === undefined ? undefined : this.secrets.digest(canonicalBody),
      createdAt,
      kept,
    };
  }
}
