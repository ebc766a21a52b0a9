import { Injectable } from '@nestjs/common';
import { Clock, type Timer } from '../common/clock.js';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { UnknownError } from '../common/problems.js';
import { Secrets } from '../common/secrets.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { type CommandDefinition, type ConnectedStation, maskPayload, StationClient } from '../ocpp/index.js';
import {
  commandNotCancellable,
  idempotencyKeyReused,
  problemOf,
  stationOffline,
  versionUnsupported,
} from './command-problems.js';
import type { CommandRequest } from './command-request.js';
import { CommandRunner } from './command-runner.js';
import { type CommandDraft, CommandStore } from './command.store.js';
import type { CommandPage, CommandQuery, CommandView } from './dto/command.dto.js';
import { assertSendable } from './registration.js';
import type { AnswerReader } from './settlement.js';

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

/** A command in the words of the version that the station speaks. */
interface Spoken {
  readonly name: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
  readonly read: AnswerReader;
}

/** Asks stations for something on behalf of operators, and keeps what was asked and what came of it. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly client: StationClient,
    private readonly store: CommandStore,
    private readonly runner: CommandRunner,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a command in the version that the station speaks, and waits for the answer, 30 seconds at most. After that
   * the command goes on: the returned one is then still `queued` or `sent`.
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
    return this.once(station, asked, subject, ({ version }) => {
      const translation = definition.translation(version);
      if (!translation) throw versionUnsupported(definition.name, version);
      const { action } = translation;
      const payload = translation.request(input);
      return { name: definition.name, action, payload, read: (response) => translation.answer(response) };
    });
  }

  /** Sends a payload exactly as it is given. `status` is the response's, where it has one. Errors as in `execute`. */
  call(
    station: CommandedStation,
    action: string,
    payload: Record<string, unknown>,
    asked: CommandRequest,
  ): Promise<CommandView> {
    const read: AnswerReader = ({ status }) => (typeof status === 'string' ? { status } : {});
    return this.once(station, asked, {}, () => ({ name: action, action, payload, read }));
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

  /** Commands of a station, newest first. */
  async list(stationUuid: string, { limit, cursor, state, name }: CommandQuery): Promise<CommandPage> {
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    const commands = await this.store.list(stationUuid, { state, name, before, limit: limit + 1 });
    return pageOf(commands, limit, ({ commandId }) => [commandId]);
  }

  /** Takes back a command that was not sent yet. Throws 409 `command-not-cancellable` for any other. */
  async cancel(commandId: string): Promise<CommandView> {
    await this.find(commandId);
    const cancelled = await this.store.cancel(commandId);
    const command = await this.find(commandId);
    if (!cancelled) throw commandNotCancellable(command);
    return command;
  }

  private async once(
    station: CommandedStation,
    asked: CommandRequest,
    subject: CommandSubject,
    speak: (connection: ConnectedStation) => Spoken,
    until = this.deadline(),
  ): Promise<CommandView> {
    const earlier = await this.earlierUntil(until, asked);
    if (earlier) return earlier;
    const connection = this.client.connected(station.id);
    if (!connection) throw stationOffline(station.stationId);
    const spoken = speak(connection);
    assertSendable(connection, spoken.action);
    const draft = this.draft(connection, spoken, subject, asked);
    const { payload, read } = spoken;
    const settled = this.runner.run({ draft, epoch: connection.epoch, payload, read });
    // undefined: the same request came a moment earlier and took the key
    return (await this.answerUntil(until, settled, draft.id)) ?? this.once(station, asked, subject, speak, until);
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
    { stationUuid, version }: ConnectedStation,
    { name, action, payload }: Spoken,
    { commandId, remoteStartId, transactionId }: CommandSubject,
    asked: CommandRequest,
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
    };
  }
}
