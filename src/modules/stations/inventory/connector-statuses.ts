import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../../../common/uuid.js';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query, type Statement } from '../../../database/statement.js';
import { storableOrNull } from '../../../database/storable-text.js';
import { newestOfEach, type StatusReport } from './status-report.js';

/** Larger numbers are no real EVSE; they would fill the inventory. */
const HIGHEST_ID = 9999;

// [OCPP 1.6 StatusNotification, 2.0.1 B04] a report that waited while offline never replaces a newer one
const UPSERT_CONNECTORS: Statement = {
  name: 'upsert-connectors',
  text: `
  INSERT INTO connectors (id, station_id, evse_id, connector_id, status, reported_status, error_code, info, vendor_id,
                          vendor_error_code, station_timestamp, status_since, received_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                       $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[])
  ON CONFLICT (station_id, evse_id, connector_id) DO UPDATE
  SET status = EXCLUDED.status, reported_status = EXCLUDED.reported_status, error_code = EXCLUDED.error_code,
      info = EXCLUDED.info, vendor_id = EXCLUDED.vendor_id, vendor_error_code = EXCLUDED.vendor_error_code,
      station_timestamp = EXCLUDED.station_timestamp, status_since = EXCLUDED.status_since,
      received_at = EXCLUDED.received_at
  WHERE (connectors.status_since, connectors.received_at) <= (EXCLUDED.status_since, EXCLUDED.received_at)`,
};

/** What stations say about their connectors, stored in batches before they are answered. */
@Injectable()
export class ConnectorStatuses {
  private readonly reports: Batcher<StatusReport, void>;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    backlog: Backlog,
  ) {
    const holdMs = config.ocpp.holdSeconds * 1000;
    this.reports = new Batcher((reports) => this.write(reports), { holdMs, backlog });
  }

  /** Resolves when the report is stored, or found to be older than what is known. Unknown connectors are created. */
  async report(report: StatusReport): Promise<void> {
    const possible = [report.evseId, report.connectorId].every(
      (id) => Number.isInteger(id) && id >= 0 && id <= HIGHEST_ID,
    );
    if (possible) await this.reports.add(report);
  }

  private async write(reports: StatusReport[]): Promise<void[]> {
    const newest = newestOfEach(reports);
    const text = (of: (report: StatusReport) => string | undefined) =>
      newest.map((report) => storableOrNull(of(report)));
    await query(this.dataSource, UPSERT_CONNECTORS, [
      newest.map(({ receivedAt }) => uuidv7(receivedAt.getTime())),
      newest.map(({ stationUuid }) => stationUuid),
      newest.map(({ evseId }) => evseId),
      newest.map(({ connectorId }) => connectorId),
      newest.map(({ status }) => status),
      text(({ reportedStatus }) => reportedStatus),
      text(({ errorCode }) => errorCode),
      text(({ info }) => info),
      text(({ vendorId }) => vendorId),
      text(({ vendorErrorCode }) => vendorErrorCode),
      text(({ stationTimestamp }) => stationTimestamp),
      newest.map(({ statusSince }) => statusSince.toISOString()),
      newest.map(({ receivedAt }) => receivedAt.toISOString()),
    ]);
    return reports.map(() => undefined);
  }
}
