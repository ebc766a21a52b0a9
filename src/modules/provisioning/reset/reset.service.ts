import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CommandConditions,
  type CommandedStation,
  type CommandRequest,
  CommandsService,
  type CommandView,
} from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import type { PageQuery } from '../../../common/pagination.js';
import { TransactionEnded, TransactionRecords } from '../../transactions/index.js';
import type { ResetOutcome, ResetPage, ResetView } from '../dto/reset.dto.js';
import { NO_TRANSACTION, Reset, type ResetInput } from './reset.commands.js';
import { ResetReader, type FollowedBoot } from './reset-reader.js';

/** Longer than any station takes to come back. */
const BOOTS_WITHIN_MS = 10 * 60_000;

/** B11, B12: resets, and what came of them. */
@Injectable()
export class ResetService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly conditions: CommandConditions,
    private readonly transactions: TransactionRecords,
    private readonly boots: ResetReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.conditions.add(NO_TRANSACTION, async (stationUuid) => !(await this.transactions.anyRuns(stationUuid)));
    this.events.on(TransactionEnded, ({ stationUuid }) => this.commands.recheck(stationUuid));
  }

  /** Throws as CommandsService.execute. */
  reset(station: CommandedStation, input: ResetInput, asked: CommandRequest): Promise<CommandView> {
    return this.commands.execute(station, Reset, input, asked);
  }

  /** Resets of a station, newest first. */
  async list({ id }: CommandedStation, { limit, cursor }: PageQuery): Promise<ResetPage> {
    const { items, nextCursor } = await this.commands.list(id, { limit, cursor, name: Reset.name });
    const boots = await this.boots.after(items.map(({ commandId }) => commandId));
    return { items: items.map((command) => this.toView(command, boots.get(command.commandId))), nextCursor };
  }

  private toView(command: CommandView, boot: FollowedBoot | undefined): ResetView {
    const outcome = this.outcome(command, boot);
    return { ...command, outcome, bootedAt: boot?.bootedAt ?? null, bootReason: boot?.bootReason ?? null };
  }

  private outcome({ state, status, request, answeredAt }: CommandView, boot: FollowedBoot | undefined): ResetOutcome {
    if (boot) return 'booted';
    if (state === 'queued' || state === 'sent') return 'waiting';
    if (state !== 'answered' || status === 'Rejected') return 'failed';
    // only the whole station boots
    if (request['evseId'] !== undefined) return 'evse';
    if (status === 'Scheduled') return 'waiting';
    return this.clock.now().getTime() - answeredAt!.getTime() > BOOTS_WITHIN_MS ? 'no-boot' : 'waiting';
  }
}
