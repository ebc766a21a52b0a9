import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainEvents } from '../common/domain-events.js';
import { ProblemError } from '../common/problems.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { type CallOptions, type CallOutcome, maskPayload, StationClient } from '../ocpp/index.js';
import { CommandConditions } from './command-conditions.js';
import { STATION } from './command-keeper.js';
import { refusalOf } from './command-problems.js';
import { type CommandDraft, CommandStore, type Keeping } from './command.store.js';
import type { CommandView } from './dto/command.dto.js';
import { CommandAnswered } from './events.js';
import { type AnswerReader, type Settlement, settlementOf } from './settlement.js';

const RECORD_AGAIN_AFTER_MS = 1000;
const RECORD_ATTEMPTS = 300;
const STOP_WITHIN_MS = 3000;

/**
 * What is worth something at once or never: it fails with the connection that it was to leave by, even where it may be
 * kept until that is there.
 */
const MOMENTARY: readonly string[] = [
  'RequestStartTransaction',
  'RequestStopTransaction',
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'UnlockConnector',
];

/** A command, ready to be sent. */
export interface Run {
  readonly draft: CommandDraft;
  /** The connection that the command was made for: its version and registration were looked at. */
  readonly epoch: bigint;
  /** With its secrets, unlike `draft.request`. */
  readonly payload: Record<string, unknown>;
  readonly read: AnswerReader;
  /** The condition that has to hold when its turn has come; if it does not, the command stays kept. */
  readonly waitsFor: string | undefined;
}

/** Carries commands from their row to the station and the answer back into the row, whether or not somebody waits. */
@Injectable()
export class CommandRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CommandRunner.name);
  private readonly running = new Map<string, Promise<CommandView | undefined>>();
  private stopped = false;

  constructor(
    private readonly client: StationClient,
    private readonly store: CommandStore,
    private readonly conditions: CommandConditions,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const ended = await this.store.settleLeftOvers();
    if (ended > 0) this.logger.warn(`${ended} commands were under way when TAU stopped; they are ended as "restart"`);
  }

  /** The sockets are closed by now; what was under way still gets its end recorded. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const waited = new Promise<void>((resolve) => this.clock.after(STOP_WITHIN_MS, resolve));
    await Promise.race([Promise.allSettled(this.running.values()), waited]);
  }

  /** Resolves with the settled command, or undefined where its `Idempotency-Key` belongs to another. */
  run(run: Run): Promise<CommandView | undefined> {
    const { id } = run.draft;
    return this.track(id, this.begin(run));
  }

  /** Sends a kept command whose row is there already. Whoever is before it in the queue of the station stays there. */
  resume(run: Run): Promise<CommandView | undefined> {
    return this.track(run.draft.id, this.carryOut(run));
  }

  isRunning(id: string): boolean {
    return this.running.has(id);
  }

  private track(id: string, ending: Promise<CommandView | undefined>): Promise<CommandView | undefined> {
    const settled = ending.finally(() => this.running.delete(id));
    this.running.set(id, settled);
    // nobody may be waiting any more when it fails
    settled.catch((error: unknown) => error instanceof ProblemError || this.logger.error(error));
    return settled;
  }

  /** The command once it is settled, as far as it runs in this process; otherwise as it stands. */
  async settled(id: string): Promise<CommandView | undefined> {
    return (await this.running.get(id)) ?? this.store.find(id);
  }

  private async begin(run: Run): Promise<CommandView | undefined> {
    return (await this.store.insert(run.draft)) ? this.carryOut(run) : undefined;
  }

  private async carryOut({ draft, epoch, payload, read, waitsFor }: Run): Promise<CommandView | undefined> {
    let claim: Promise<boolean> | undefined;
    const claimed = async (): Promise<boolean> => {
      if (await this.conditions.unmet(waitsFor, draft.stationUuid)) return false;
      return this.store.claim({ ...draft, epoch, at: this.clock.now() });
    };
    const outcome = await this.call(draft, payload, { epoch, beforeSend: () => (claim = claimed()) });
    if (draft.kept && staysKept(draft, outcome)) {
      if (outcome.kind === 'disconnected') await this.waitsOn(draft.id, draft.kept, claim);
      return this.store.find(draft.id);
    }
    await this.record(draft, settlementOf(masked(draft, outcome), read, claim !== undefined));
    return this.store.find(draft.id);
  }

  /** The connection is gone, perhaps in the moment in which the command was claimed for it: it has not left. */
  private async waitsOn(id: string, { sealedAsking }: Keeping, claim: Promise<boolean> | undefined): Promise<void> {
    if (await claim?.catch(() => true)) await this.recorded(() => this.store.unclaim(id, sealedAsking, STATION));
    else await this.store.waits(id, STATION);
  }

  private async call(
    { id, stationUuid, action, ocppVersion }: CommandDraft,
    payload: Record<string, unknown>,
    options: CallOptions,
  ): Promise<CallOutcome> {
    try {
      return await this.client.call(stationUuid, action, payload, options);
    } catch (error) {
      await this.store.withdraw(id);
      throw refusalOf(error, action, ocppVersion);
    }
  }

  /** The station has spoken, so its answer outlives a database that is away for a while. */
  private async record(draft: CommandDraft, settlement: Settlement): Promise<void> {
    const { id, stationUuid, name, transactionId } = draft;
    const isNew = await this.recorded(() => this.store.settle(id, settlement));
    if (!isNew || settlement.state !== 'answered') return;
    const { answer, response, answeredAt } = settlement;
    this.events.emit(new CommandAnswered(id, stationUuid, name, answer?.status, response!, answeredAt!, transactionId));
  }

  /** Tries again while the database is away. */
  private async recorded<T>(write: () => Promise<T>, attempts = RECORD_ATTEMPTS): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (attempts <= 1 || this.stopped || !isDatabaseAway(error)) throw error;
      await new Promise<void>((resolve) => this.clock.after(RECORD_AGAIN_AFTER_MS, resolve));
      return this.recorded(write, attempts - 1);
    }
  }
}

/** Whether a kept command that has not left goes on waiting; where it was cancelled meanwhile, its row says so. */
function staysKept({ name }: CommandDraft, outcome: CallOutcome): boolean {
  if (outcome.kind === 'not-sent') return true;
  return outcome.kind === 'disconnected' && !outcome.sentAt && !MOMENTARY.includes(name);
}

/** What the station answered, with its secrets masked. */
function masked({ ocppVersion, action }: CommandDraft, outcome: CallOutcome): CallOutcome {
  switch (outcome.kind) {
    case 'answered': {
      const response = maskPayload(ocppVersion, action, 'response', outcome.response) as Record<string, unknown>;
      return { ...outcome, response };
    }
    case 'broken-answer':
      return { ...outcome, response: maskPayload(ocppVersion, action, 'response', outcome.response) };
    default:
      return outcome;
  }
}
