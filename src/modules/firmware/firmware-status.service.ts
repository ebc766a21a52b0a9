import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { uuidv7 } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import type { CallContext } from '../../ocpp/index.js';
import { FirmwareStatusRow } from './entities/firmware-status.entity.js';
import { FirmwareUpdate } from './entities/firmware-update.entity.js';
import { type FirmwareStatus, isOpen, stateAfter } from './updates/course.js';
import { deadlineOf } from './updates/deadline.js';

/** What a station says about its firmware. */
export interface StatusReport {
  readonly status: FirmwareStatus;
  /** Undefined where the version has none, and with Idle. */
  readonly requestId: number | undefined;
}

interface Received extends StatusReport {
  readonly stationUuid: string;
  readonly at: Date;
}

/** What stations say about their firmware, and what follows for their updates. [OCPP 2.0.1 L01, L02] */
@Injectable()
export class FirmwareStatusService {
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
  report(report: StatusReport, { station, receivedAt }: Pick<CallContext, 'station' | 'receivedAt'>): Promise<void> {
    return this.received.add({ ...report, stationUuid: station.id, at: receivedAt });
  }

  private async keep(reports: Received[]): Promise<void[]> {
    await this.dataSource.transaction(async (manager) => {
      for (const report of reports) await this.keepOne(manager, report);
    });
    return reports.map(() => undefined);
  }

  private async keepOne(manager: EntityManager, report: Received): Promise<void> {
    const update = await updateOf(manager, report);
    if (!(await saidAgain(manager, report, update))) {
      await manager.insert(FirmwareStatusRow, {
        id: uuidv7(report.at.getTime()),
        stationId: report.stationUuid,
        updateId: update?.id ?? null,
        requestId: report.requestId ?? null,
        status: report.status,
        receivedAt: report.at,
        lastReceivedAt: report.at,
      });
    }
    // what is said again is a sign of life all the same
    if (update) await this.advance(manager, update, report);
  }

  private async advance(manager: EntityManager, update: FirmwareUpdate, { status, at }: Received): Promise<void> {
    const state = stateAfter(update.state, status);
    const moved = state !== update.state;
    const deadlineAt = deadlineOf(update, at, this.config.firmware.updateHours);
    await manager.update(FirmwareUpdate, update.id, {
      status,
      lastStatusAt: at,
      deadlineAt,
      // whoever is still at it may fetch the image
      urlExpiresAt: update.urlExpiresAt && deadlineAt,
      ...(moved && { state, failure: state === 'failed' ? status : null, endedAt: isOpen(state) ? null : at }),
    });
  }
}

/**
 * The update that a status is about. Without a requestId it is about the last one that was asked for; Idle, which comes
 * on a trigger, is about none. [OCPP 1.6 4.5, 2.0.1 L01.FR.20, L02.FR.14]
 */
async function updateOf(
  manager: EntityManager,
  { stationUuid, requestId, status }: Received,
): Promise<FirmwareUpdate | null> {
  if (requestId === undefined && status === 'Idle') return null;
  const query = manager
    .createQueryBuilder(FirmwareUpdate, 'u')
    .setLock('pessimistic_write')
    .where('u.stationId = :stationUuid', { stationUuid });
  if (requestId !== undefined) query.andWhere('u.requestId = :requestId', { requestId });
  else {
    query
      .andWhere(`u.state NOT IN ('rejected', 'cancelled', 'superseded')`)
      // nor about one that the station knows nothing of yet
      .andWhere(`NOT EXISTS (SELECT FROM commands c WHERE c.id = u.commandId AND c.state = 'queued')`);
  }
  return query.orderBy('u.id', 'DESC').limit(1).getOne();
}

/** The last status said once more, as stations do that got no answer: noted on it. */
async function saidAgain(
  manager: EntityManager,
  { stationUuid, status, requestId, at }: Received,
  update: FirmwareUpdate | null,
): Promise<boolean> {
  const last = await manager.findOne(FirmwareStatusRow, {
    where: { stationId: stationUuid, updateId: update?.id ?? IsNull() },
    order: { id: 'DESC' },
  });
  if (last?.status !== status || last.requestId !== (requestId ?? null)) return false;
  await manager.update(FirmwareStatusRow, last.id, { repeats: last.repeats + 1, lastReceivedAt: at });
  return true;
}
