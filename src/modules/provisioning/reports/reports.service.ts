import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import {
  CommandAnswered,
  type CommandedStation,
  type CommandRequest,
  CommandsService,
  type CommandView,
} from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { ProblemError, UnknownError, ValidationFailedError } from '../../../common/problems.js';
import { uuidv7 } from '../../../common/uuid.js';
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
export class ReportsService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly commands: CommandsService,
    private readonly reports: ReportStore,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Also what is answered after its operator has gone. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ commandId, stationUuid, name }) => {
      if (name === GetBaseReport.name || name === GetReport.name) await this.note(stationUuid, commandId);
    });
  }

  /** What was answered in the moment in which TAU died. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { stationUuid, commandId } of await this.reports.unnoted()) await this.note(stationUuid, commandId);
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
    if (earlier) return this.withReport(station.id, earlier);
    const { base, ...criteria } = wish;
    const requestedAt = this.clock.now();
    const commandId = uuidv7(requestedAt.getTime());
    const report = await this.reports.draft({
      stationUuid: station.id,
      kind: base ?? 'Custom',
      criteria: base ? undefined : criteria,
      askedBy,
      commandId,
      requestedAt,
    });
    try {
      const command = await this.send(station, wish, report, asked, commandId);
      // the same request came a moment earlier and took the key
      if (command.commandId !== commandId) await this.reports.withdraw(report.id);
      else await this.answered(station.id, report, command);
      return await this.withReport(station.id, command);
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
    commandId: string,
  ): Promise<CommandView> {
    return base
      ? this.commands.execute(station, GetBaseReport, { requestId, base }, asked, { commandId })
      : this.commands.execute(station, GetReport, { requestId, ...criteria }, asked, { commandId });
  }

  private async note(stationUuid: string, commandId: string): Promise<void> {
    const report = await this.reports.ofCommand(stationUuid, commandId);
    if (report) await this.answered(stationUuid, report, await this.commands.find(commandId));
  }

  /** @throws UnknownError `report-unknown` where it is so old that it has gone */
  private async withReport(stationUuid: string, command: CommandView): Promise<AskedReport> {
    const report = await this.reports.ofCommand(stationUuid, command.commandId);
    if (!report) throw new UnknownError('report', command.commandId, 'It has gone with the older ones: ask anew.');
    return { ...command, reportId: report.id };
  }

  private async answered(stationUuid: string, report: ReportRef, command: CommandView): Promise<void> {
    // what a version answers at once is the whole report
    const results = command.state === 'answered' ? resultsOf(command) : [];
    if (results.length > 0) {
      const receivedAt = command.answeredAt!;
      const part = { requestId: report.requestId, seqNo: 0, toBeContinued: false };
      const observations = toObservations(results);
      await this.reports.add(stationUuid, { ...part, generatedAt: receivedAt.toISOString(), observations }, receivedAt);
    }
    // last, so that a crash before it leaves something to be done at the next start
    await this.reports.answered(report.id, command.status);
  }

  private async failed({ id }: ReportRef, { code, members }: ProblemError): Promise<void> {
    const { commandId } = members;
    await this.reports.failed(id, typeof commandId === 'string' ? commandId : undefined, code);
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
