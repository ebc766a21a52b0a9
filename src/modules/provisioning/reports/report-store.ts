import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { storable } from '../../../database/storable-text.js';
import { uuidv7 } from '../../../common/uuid.js';
import { DeviceModel, type Observation, shown } from '../device-model/device-model.js';
import type { ReportPart } from './report.js';

/** A report that is about to be asked for. */
export interface ReportDraft {
  readonly stationUuid: string;
  readonly kind: string;
  readonly criteria: object | undefined;
  readonly askedBy: 'operator' | 'boot' | 'station';
  /** By which it is asked for; undefined where nobody asks. */
  readonly commandId: string | undefined;
  readonly requestedAt: Date;
}

/** By what a stored report is known. */
export interface ReportRef {
  readonly id: string;
  readonly requestId: number;
}

interface Progress {
  readonly id: string;
  readonly kind: string;
  readonly parts: number;
  readonly last_seq_no: number | null;
  readonly completed_at: Date | null;
  readonly first_at: Date;
}

const FULL = 'FullInventory';
/** Of one station; older ones go when there is another. */
const KEPT = 50;
const HIGHEST_REQUEST_ID = 2_147_483_647;

const INSERT = `INSERT INTO device_reports
    (id, station_id, request_id, kind, criteria, asked_by, command_id, firmware_version, requested_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, s.firmware_version, $8 FROM stations s WHERE s.id = $2
  ON CONFLICT (station_id, request_id) DO NOTHING RETURNING request_id`;

const DELETE_OLD = `WITH old AS (
    DELETE FROM device_reports WHERE id IN
      (SELECT id FROM device_reports WHERE station_id = $1 ORDER BY id DESC OFFSET ${KEPT}) RETURNING id
  ) DELETE FROM device_report_parts p USING old WHERE p.report_id = old.id`;

const json = (value: unknown): string => storable(JSON.stringify(value));

/** The rows of reports and their parts. */
@Injectable()
export class ReportStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly model: DeviceModel,
  ) {}

  /** Makes a report with a number that this station was never given. */
  async draft(draft: ReportDraft): Promise<ReportRef> {
    // numbers grow with time, so that none comes again when its report has gone; a station's own are passed over
    const first = Math.floor(draft.requestedAt.getTime() / 1000) % HIGHEST_REQUEST_ID;
    for (let requestId = first; ; requestId = (requestId + 1) % HIGHEST_REQUEST_ID) {
      const id = await this.insert(draft, requestId);
      if (id) return { id, requestId };
    }
  }

  /** Notes what the station answered to the request for a report. */
  async answered(id: string, answer: string | null): Promise<void> {
    await this.dataSource.query(`UPDATE device_reports SET answer = coalesce($2, answer) WHERE id = $1`, [id, answer]);
  }

  /** Notes why there is no answer, by a code of ours. @param commandId undefined where nothing was asked */
  async failed(id: string, commandId: string | undefined, code: string): Promise<void> {
    await this.dataSource.query(`UPDATE device_reports SET command_id = $2, answer = $3 WHERE id = $1`, [
      id,
      commandId ?? null,
      code,
    ]);
  }

  /** Takes back a report that was not asked for after all. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM device_reports WHERE id = $1`, [id]);
  }

  /** The report for which a command asks. */
  async ofCommand(stationUuid: string, commandId: string): Promise<ReportRef | undefined> {
    const [row] = await this.dataSource.query<ReportRef[]>(
      `SELECT id, request_id AS "requestId" FROM device_reports WHERE station_id = $1 AND command_id = $2`,
      [stationUuid, commandId],
    );
    return row;
  }

  /** Commands that were answered, and whose reports do not know it: who was to note it has died. */
  async unnoted(): Promise<{ readonly stationUuid: string; readonly commandId: string }[]> {
    return this.dataSource.query(
      `SELECT r.station_id AS "stationUuid", r.command_id AS "commandId"
       FROM device_reports r JOIN commands c ON c.id = r.command_id
       WHERE r.answer IS NULL AND c.state = 'answered' AND c.status IS NOT NULL ORDER BY r.id`,
    );
  }

  /**
   * Keeps a part and what it tells. A part that was there before changes nothing; one of a report that nobody asked for
   * makes it. With the last missing part of a full inventory, what the station has not reported is no longer there.
   */
  async add(stationUuid: string, part: ReportPart, receivedAt: Date): Promise<void> {
    const id = (await this.find(stationUuid, part.requestId)) ?? (await this.unasked(stationUuid, part, receivedAt));
    await this.dataSource.transaction(async (manager) => {
      const run = (sql: string, parameters: unknown[]): Promise<unknown> => manager.query(sql, parameters);
      const added = await manager.query<unknown[]>(
        `INSERT INTO device_report_parts (report_id, seq_no, to_be_continued, generated_at, received_at, variables)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING seq_no`,
        [
          id,
          part.seqNo,
          part.toBeContinued,
          storable(part.generatedAt),
          receivedAt,
          json(part.observations.map(shown)),
        ],
      );
      if (added.length === 0) return;
      await this.model.note(stationUuid, part.observations, 'NotifyReport', receivedAt, run);
      const [[progress]] = await manager.query<[[Progress]]>(
        `UPDATE device_reports r SET parts = parts + 1, last_part_at = $3,
           last_seq_no = CASE WHEN $4 THEN r.last_seq_no ELSE greatest(r.last_seq_no, $2) END
         WHERE id = $1
         RETURNING id, kind, parts, last_seq_no, completed_at,
           (SELECT min(received_at) FROM device_report_parts p WHERE p.report_id = r.id) AS first_at`,
        [id, part.seqNo, receivedAt, part.toBeContinued],
      );
      if (isWhole(progress)) await this.complete(stationUuid, progress, receivedAt, run);
    });
  }

  private async complete(
    stationUuid: string,
    { id, kind, first_at }: Progress,
    at: Date,
    run: (sql: string, parameters: unknown[]) => Promise<unknown>,
  ): Promise<void> {
    // what was told meanwhile by another message stays
    if (kind === FULL) {
      await run(`DELETE FROM device_variables WHERE station_id = $1 AND observed_at < $2`, [stationUuid, first_at]);
    }
    await run(`UPDATE device_reports SET completed_at = $2 WHERE id = $1`, [id, at]);
  }

  private async find(stationUuid: string, requestId: number): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM device_reports WHERE station_id = $1 AND request_id = $2`,
      [stationUuid, requestId],
    );
    return row?.id;
  }

  private async unasked(stationUuid: string, { requestId }: ReportPart, at: Date): Promise<string> {
    const nobody = { criteria: undefined, commandId: undefined, askedBy: 'station' } as const;
    const draft = { stationUuid, kind: 'Unasked', ...nobody, requestedAt: at };
    return (await this.insert(draft, requestId)) ?? (await this.find(stationUuid, requestId))!;
  }

  /** Undefined where the number is taken. */
  private async insert(draft: ReportDraft, requestId: number): Promise<string | undefined> {
    const { stationUuid, kind, criteria, askedBy, commandId, requestedAt } = draft;
    const id = uuidv7(requestedAt.getTime());
    const text = criteria === undefined ? null : json(criteria);
    const rows = await this.dataSource.query<unknown[]>(INSERT, [
      id,
      stationUuid,
      requestId,
      kind,
      text,
      askedBy,
      commandId ?? null,
      requestedAt,
    ]);
    if (rows.length === 0) return undefined;
    await this.dataSource.query(DELETE_OLD, [stationUuid]);
    return id;
  }
}

/** [OCPP 2.0.1 B07] the last part has come, and every number before it */
const isWhole = ({ parts, last_seq_no, completed_at }: Progress): boolean =>
  completed_at === null && last_seq_no !== null && parts === last_seq_no + 1;

export type { Observation };
