import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { uuidv7 } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import type { CallContext } from '../../ocpp/index.js';
import { LogRequest } from './entities/log-request.entity.js';
import { LogStatusRow } from './entities/log-status.entity.js';
import { afterStatus, isOpenLog, type LogStatus } from './logs/course.js';
import { deadlineAfter } from './logs/deadline.js';

/** What a station says about the upload of a log. */
export interface LogStatusReport {
  readonly status: LogStatus;
  /** The requestId that it names; undefined where it names none. */
  readonly about: number | 'last-diagnostics' | undefined;
}

interface Received extends LogStatusReport {
  readonly stationUuid: string;
  readonly at: Date;
}

const requestIdOf = ({ about }: LogStatusReport): number | null => (typeof about === 'number' ? about : null);

/** What stations say about the upload of logs, and what follows for the requests. [OCPP 2.0.1 N01] */
@Injectable()
export class LogStatusesService {
  private readonly received: Batcher<Received, void>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    backlog: Backlog,
  ) {
    const holdMs = config.ocpp.holdSeconds * 1000;
    this.received = new Batcher((reports) => this.keep(reports), { holdMs, backlog });
  }

  /** Resolves when it is committed. */
  report(report: LogStatusReport, { station, receivedAt }: Pick<CallContext, 'station' | 'receivedAt'>): Promise<void> {
    return this.received.add({ ...report, stationUuid: station.id, at: receivedAt });
  }

  private async keep(reports: Received[]): Promise<void[]> {
    await this.dataSource.transaction(async (manager) => {
      for (const report of reports) await this.keepOne(manager, report);
    });
    return reports.map(() => undefined);
  }

  private async keepOne(manager: EntityManager, report: Received): Promise<void> {
    const request = await requestOf(manager, report);
    const isRepeated = await saidAgain(manager, report, request);
    if (!isRepeated) {
      await manager.insert(LogStatusRow, {
        id: uuidv7(report.at.getTime()),
        stationId: report.stationUuid,
        logRequestId: request?.id ?? null,
        requestId: requestIdOf(report),
        status: report.status,
        receivedAt: report.at,
        lastReceivedAt: report.at,
      });
    }
    // what is said again is a sign of life all the same
    if (request) await this.advance(manager, request, report, isRepeated);
  }

  private async advance(
    manager: EntityManager,
    request: LogRequest,
    { status, at }: Received,
    isRepeated: boolean,
  ): Promise<void> {
    const lacksFile = request.capabilityDigest !== null && request.fileId === null;
    const { state, failure = null } = afterStatus({ state: request.state, lacksFile }, status);
    const deadlineAt = deadlineAfter(request, at, this.config.logs.requestHours);
    await manager.update(LogRequest, request.id, {
      status,
      lastStatusAt: at,
      deadlineAt,
      // whoever is still at it may deliver
      urlExpiresAt: request.urlExpiresAt && deadlineAt,
      // a new failure counts, also where it failed before
      ...((state !== request.state || (failure && !isRepeated)) && {
        state,
        failure,
        endedAt: isOpenLog(state) ? null : at,
      }),
    });
  }
}

/** The request that a status is about, locked; none for Idle without an id, which comes on a trigger. */
async function requestOf(manager: EntityManager, { stationUuid, about, status }: Received): Promise<LogRequest | null> {
  const query = manager
    .createQueryBuilder(LogRequest, 'r')
    .setLock('pessimistic_write')
    .where('r.stationId = :stationUuid', { stationUuid });
  if (typeof about === 'number') return query.andWhere('r.requestId = :about', { about }).getOne();
  if (status === 'Idle') return null;
  const action = about === 'last-diagnostics' ? 'GetDiagnostics' : 'GetLog';
  // and none that the station knows nothing of yet
  const said = `EXISTS (SELECT FROM commands c WHERE c.id = r.commandId AND c.action = :action AND c.state <> 'queued')`;
  return query
    .andWhere(`r.state NOT IN ('rejected', 'cancelled')`)
    .andWhere(said, { action })
    .orderBy('r.id', 'DESC')
    .limit(1)
    .getOne();
}

/** The last status said once more, as stations do that got no answer: noted on it. */
async function saidAgain(manager: EntityManager, report: Received, request: LogRequest | null): Promise<boolean> {
  const last = await manager.findOne(LogStatusRow, {
    where: { stationId: report.stationUuid, logRequestId: request?.id ?? IsNull() },
    order: { id: 'DESC' },
  });
  if (last?.status !== report.status || last.requestId !== requestIdOf(report)) return false;
  await manager.update(LogStatusRow, last.id, { repeats: last.repeats + 1, lastReceivedAt: report.at });
  return true;
}
