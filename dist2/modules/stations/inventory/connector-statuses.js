var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../../../common/uuid.js';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query } from '../../../database/statement.js';
import { storableOrNull } from '../../../database/storable-text.js';
import { newestOfEach } from './status-report.js';
/** Larger numbers are no real EVSE; they would fill the inventory. */
const HIGHEST_ID = 9999;
// [OCPP 1.6 StatusNotification, 2.0.1 B04] a report that waited while offline never replaces a newer one
const UPSERT_CONNECTORS = {
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
let ConnectorStatuses = class ConnectorStatuses {
    dataSource;
    reports;
    constructor(dataSource, config, backlog) {
        this.dataSource = dataSource;
        const holdMs = config.ocpp.holdSeconds * 1000;
        this.reports = new Batcher((reports) => this.write(reports), { holdMs, backlog });
    }
    /** Resolves when the report is stored, or found to be older than what is known. Unknown connectors are created. */
    async report(report) {
        const possible = [report.evseId, report.connectorId].every((id) => Number.isInteger(id) && id >= 0 && id <= HIGHEST_ID);
        if (possible)
            await this.reports.add(report);
    }
    async write(reports) {
        const newest = newestOfEach(reports);
        const text = (of) => newest.map((report) => storableOrNull(of(report)));
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
};
ConnectorStatuses = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Config,
        Backlog])
], ConnectorStatuses);
export { ConnectorStatuses };
//# sourceMappingURL=connector-statuses.js.map