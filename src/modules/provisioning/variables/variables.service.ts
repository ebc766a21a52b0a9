import { Injectable } from '@nestjs/common';
import {
  type CommandedStation,
  type CommandRequest,
  CommandsService,
  type CommandView,
} from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { naturalKey } from '../../../common/natural-key.js';
import { ProblemError, ValidationFailedError } from '../../../common/problems.js';
import { type CommandDefinition, type OcppVersion, StationClient } from '../../../ocpp/index.js';
import { StationsService } from '../../stations/index.js';
import { addressText, attributeKey, type AttributeAddress } from '../device-model/variable-address.js';
import { DeviceModel } from '../device-model/device-model.js';
import type { VariablesView } from '../dto/variables.dto.js';
import { assertNoPassword } from './station-password.js';
import { chunksOf, halvesOf } from './chunks.js';
import { ObservedVariables } from './observed-variables.js';
import { outcomesOf, toAnswer } from './variables-answer.js';
import { GetVariables, IDENTITY, MOST_TO_SET, SetVariables, type SetVariablesInput } from './variables.commands.js';

/** After that no further message is begun; the operator waits for the one that is under way. */
const BEGIN_WITHIN_MS = 25_000;
/** Room for what stands around a payload on the wire. */
const FRAME_BYTES = 80;
/** [OCPP 2.0.1 B05, B06.FR.16, B06.FR.17] too many variables, too many bytes; 1.6 spells the first in its own way */
const TOO_MUCH: readonly unknown[] = [
  'OccurrenceConstraintViolation',
  'OccurenceConstraintViolation',
  'FormatViolation',
];

const isTooMuch = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.code === 'station-error' &&
  TOO_MUCH.includes((error.members['ocppError'] as { code?: unknown } | undefined)?.code);

/** B05, B06: reading and changing the settings of stations. */
@Injectable()
export class VariablesService {
  constructor(
    private readonly commands: CommandsService,
    private readonly client: StationClient,
    private readonly stations: StationsService,
    private readonly model: DeviceModel,
    private readonly observed: ObservedVariables,
    private readonly clock: Clock,
  ) {}

  /** Asks a station for variables; for all where none is named. Throws as CommandsService.execute. */
  async get(
    station: CommandedStation,
    variables: readonly AttributeAddress[],
    asked: CommandRequest,
  ): Promise<VariablesView> {
    const version = await this.versionOf(station, asked);
    assertDistinct(version, variables);
    return this.ask(
      station,
      GetVariables,
      variables,
      await this.chunks(station, GetVariables, variables, version),
      asked,
    );
  }

  /**
   * Changes variables. Throws as CommandsService.execute; where some messages were answered and a later one was not, the
   * problem holds what is known in `results`.
   */
  async set(
    station: CommandedStation,
    variables: SetVariablesInput['variables'],
    asked: CommandRequest,
  ): Promise<VariablesView> {
    const version = await this.versionOf(station, asked);
    assertDistinct(version, variables);
    variables.forEach(assertNoPassword);
    const chunks = await this.chunks(station, SetVariables, variables, version, version && MOST_TO_SET[version]);
    // all of them in the words of the version, so that nothing is sent where one cannot be said
    if (version) for (const part of chunks) SetVariables.translation(version)!.request({ variables: part });
    return this.ask(station, SetVariables, variables, chunks, asked);
  }

  private async ask<Item extends AttributeAddress>(
    station: CommandedStation,
    definition: CommandDefinition<{ variables: readonly Item[] }>,
    variables: readonly Item[],
    waiting: (readonly Item[])[],
    asked: CommandRequest,
  ): Promise<VariablesView> {
    const until = this.clock.monotonic() + BEGIN_WITHIN_MS;
    const commands: CommandView[] = [];
    for (let first = true; first || (waiting.length > 0 && this.clock.monotonic() < until); first = false) {
      const chunk = waiting.shift() ?? [];
      try {
        const request = part(asked, chunk, first);
        const command = await this.commands.execute(station, definition, { variables: chunk }, request);
        commands.push(command);
        if (command.state === 'answered') {
          await this.observed.note(station.id, command);
          waiting.unshift(...leftOut(chunk, command));
        }
        // what the station has not answered yet holds up the others; what is kept for later does not
        else if (command.state !== 'queued' || !command.expiresAt) break;
      } catch (error) {
        if (isTooMuch(error) && chunk.length > 1) waiting.unshift(...halvesOf(chunk));
        else throw withKnown(error, variables, commands);
      }
    }
    return toAnswer(variables, commands);
  }

  /** That the station speaks or is expected to; undefined where it will not be asked anyway. */
  private async versionOf(station: CommandedStation, asked: CommandRequest): Promise<OcppVersion | undefined> {
    const connected = this.client.connected(station.id)?.version;
    return connected ?? (asked.whenOffline === 'queue' ? this.stations.expectedVersion(station.id) : undefined);
  }

  /** [OCPP 2.0.1 B05.FR.11, B06.FR.05] cut by the limits, as far as the station has told them */
  private async chunks<Item extends AttributeAddress>(
    station: CommandedStation,
    definition: CommandDefinition<{ variables: readonly Item[] }>,
    variables: readonly Item[],
    version: OcppVersion | undefined,
    most = Infinity,
  ): Promise<(readonly Item[])[]> {
    const limit = (variable: string) =>
      this.model.limitOf(station.id, { component: 'DeviceDataCtrlr', variable, instance: definition.name });
    const [items, bytes] = await Promise.all([limit('ItemsPerMessage'), limit('BytesPerMessage')]);
    const translation = version && definition.translation(version);
    const sizeOf = (some: readonly Item[]): number =>
      translation && bytes !== undefined
        ? Buffer.byteLength(JSON.stringify(translation.request({ variables: some }))) + FRAME_BYTES
        : 0;
    return chunksOf(variables, { items: Math.min(items ?? Infinity, most), bytes: bytes ?? Infinity }, sizeOf);
  }
}

/** [OCPP 2.0.1 B05.FR.13] */
function assertDistinct(version: OcppVersion | undefined, variables: readonly AttributeAddress[]): void {
  const identity = version ? IDENTITY[version] : attributeKey;
  const seen = new Set<string>();
  for (const each of variables) {
    const key = identity(each);
    if (seen.has(key)) throw new ValidationFailedError(`${addressText(each)} is named twice. Name each variable once.`);
    seen.add(key);
  }
}

/** Each message of a request is a command of its own; the first one bears the key as it was given. */
function part(asked: CommandRequest, chunk: readonly AttributeAddress[], first: boolean): CommandRequest {
  const { idempotencyKey } = asked;
  if (first || idempotencyKey === undefined) return asked;
  return { ...asked, idempotencyKey: `${idempotencyKey}/${naturalKey(chunk)}` };
}

/** What an answer is silent about, to be asked again as long as that brings something. */
function leftOut<Item extends AttributeAddress>(chunk: readonly Item[], command: CommandView): (readonly Item[])[] {
  const outcomes = outcomesOf(chunk, [command]);
  const missing = chunk.filter((_, i) => outcomes[i]?.status === null);
  return missing.length > 0 && missing.length < chunk.length ? [missing] : [];
}

function withKnown(error: unknown, variables: readonly AttributeAddress[], answered: readonly CommandView[]): unknown {
  if (!(error instanceof ProblemError) || answered.length === 0) return error;
  const { commandIds, results } = toAnswer(variables, answered);
  return new ProblemError(error.code, error.status, `${error.message} Others were answered before: see results.`, {
    ...error.members,
    commandIds,
    results,
  });
}
