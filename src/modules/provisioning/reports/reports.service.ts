import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CommandAnswered,
  type CommandedStation,
  type CommandRequest,
  CommandsService,
  type CommandView,
} from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { ProblemError, ValidationFailedError } from '../../../common/problems.js';
import type { CallContext } from '../../../ocpp/index.js';
import { attributeKey } from '../device-model/variable-address.js';
import { resultsOf } from '../variables/variables.commands.js';
import { toObservations } from '../variables/observed-variables.js';
import type { ReportPart, ReportWish } from './report.js';
import { type ReportRef, ReportStore } from './report-store.js';
import { GetBaseReport, GetReport } from './reports.commands.js';

/** A command for a report, with the report that it asks for. */
export type AskedReport = CommandView & { readonly reportId: string };

/** B07, B08: reports about the device model of stations. */
@Injectable()
export class ReportsService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly reports: ReportStore,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Also what is answered after its operator has gone. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ commandId, stationUuid, name }) => {
      if (name !== GetBaseReport.name && name !== GetReport.name) return;
      const report = await this.reports.ofCommand(commandId);
      if (report) await this.answered(stationUuid, report, await this.commands.find(commandId));
    });
  }

  /** Asks for a report. Throws as CommandsService.execute. */
  async ask(
    station: CommandedStation,
    wish: ReportWish,
    asked: CommandRequest,
    askedBy: 'operator' | 'boot' = 'operator',
  ): Promise<AskedReport> {
    assertSensible(wish);
    const earlier = await this.commands.earlier(asked);
    if (earlier) return { ...earlier, reportId: (await this.reports.ofCommand(earlier.commandId))!.id };
    const { base, ...criteria } = wish;
    const report = await this.reports.draft({
      stationUuid: station.id,
      kind: base ?? 'Custom',
      criteria: base ? undefined : criteria,
      askedBy,
      requestedAt: this.clock.now(),
    });
    try {
      const command = await this.send(station, wish, report, asked);
      await this.answered(station.id, report, command);
      return { ...command, reportId: report.id };
    } catch (error) {
      if (error instanceof ProblemError) await this.failed(report, error);
      throw error;
    }
  }

  /** Keeps a part of a report. Committed when it resolves. [OCPP 2.0.1 B07.FR.08, B08] */
  keep(part: ReportPart, { station, receivedAt }: Pick<CallContext, 'station' | 'receivedAt'>): Promise<void> {
    return this.reports.add(station.id, part, receivedAt);
  }

  private send(
    station: CommandedStation,
    { base, ...criteria }: ReportWish,
    { requestId }: ReportRef,
    asked: CommandRequest,
  ): Promise<CommandView> {
    return base
      ? this.commands.execute(station, GetBaseReport, { requestId, base }, asked)
      : this.commands.execute(station, GetReport, { requestId, ...criteria }, asked);
  }

  private async answered(stationUuid: string, report: ReportRef, command: CommandView): Promise<void> {
    await this.reports.answered(report.id, command.commandId, command.status);
    // what a version answers at once is the whole report
    const results = command.state === 'answered' ? resultsOf(command) : [];
    if (results.length === 0) return;
    const receivedAt = command.answeredAt!;
    const part = { requestId: report.requestId, seqNo: 0, toBeContinued: false, generatedAt: receivedAt.toISOString() };
    await this.reports.add(stationUuid, { ...part, observations: toObservations(results) }, receivedAt);
  }

  private async failed({ id }: ReportRef, { code, members }: ProblemError): Promise<void> {
    const { commandId } = members;
    await this.reports.answered(id, typeof commandId === 'string' ? commandId : undefined, code);
  }
}

function assertSensible({ base, componentCriteria = [], variables = [] }: ReportWish): void {
  const custom = componentCriteria.length + variables.length > 0;
  if (custom === (base !== undefined)) {
    throw new ValidationFailedError('Name either a base, or componentCriteria and variables.');
  }
  const keys = variables.map((each) => attributeKey({ ...each, variable: each.variable ?? '' }));
  if (new Set(keys).size < keys.length) throw new ValidationFailedError('Name each variable once.');
}
