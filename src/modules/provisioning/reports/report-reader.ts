import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import type { PageQuery } from '../../../common/pagination.js';
import { UnknownError } from '../../../common/problems.js';
import { isUuid } from '../../../common/uuid.js';
import { newestFirst } from '../../../database/newest-first.js';
import type { ReportDetailView, ReportedVariableView, ReportPage, ReportView } from '../dto/report.dto.js';
import { DeviceReportPart } from '../entities/device-report-part.entity.js';
import { DeviceReport } from '../entities/device-report.entity.js';
import { stateOf } from './report.js';

/** The stored reports, as operators see them. */
@Injectable()
export class ReportReader {
  constructor(
    @InjectRepository(DeviceReport) private readonly reports: Repository<DeviceReport>,
    @InjectRepository(DeviceReportPart) private readonly parts: Repository<DeviceReportPart>,
    private readonly clock: Clock,
  ) {}

  /** Reports of a station (surrogate key), newest first. */
  async list(stationUuid: string, page: PageQuery): Promise<ReportPage> {
    const query = this.reports.createQueryBuilder('r').where('r.stationId = :stationUuid', { stationUuid });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map((row) => this.toView(row)), nextCursor };
  }

  /** One with what it tells. @throws UnknownError `report-unknown` */
  async read(stationUuid: string, id: string): Promise<ReportDetailView> {
    const row = isUuid(id) ? await this.reports.findOneBy({ id, stationId: stationUuid }) : null;
    if (!row) throw new UnknownError('report', id, 'See GET /stations/{stationId}/reports.');
    const parts = await this.parts.find({ where: { reportId: id }, order: { seqNo: 'ASC' } });
    return {
      ...this.toView(row),
      missing: missingOf(parts, row.lastSeqNo),
      received: parts.map(({ reportId: _, variables: __, ...part }) => part),
      variables: parts.flatMap(({ variables }) => variables as unknown as ReportedVariableView[]),
    };
  }

  private toView(row: DeviceReport): ReportView {
    const { id, requestId, kind, criteria, askedBy, firmwareVersion, commandId, answer } = row;
    const { requestedAt, parts, lastPartAt, completedAt } = row;
    const state = stateOf(row, this.clock.now());
    return {
      id,
      state,
      kind,
      criteria,
      askedBy,
      requestId,
      commandId,
      answer,
      firmwareVersion,
      requestedAt,
      parts,
      lastPartAt,
      completedAt,
    };
  }
}

/** The numbers below the highest known one that have not come. */
function missingOf(parts: readonly DeviceReportPart[], lastSeqNo: number | null): number[] {
  const come = new Set(parts.map(({ seqNo }) => seqNo));
  const highest = Math.max(lastSeqNo ?? -1, ...come);
  // a station may number its parts as it likes, and a page must stay one
  return Array.from({ length: Math.min(highest + 1, 1000) }, (_, seqNo) => seqNo).filter((seqNo) => !come.has(seqNo));
}
