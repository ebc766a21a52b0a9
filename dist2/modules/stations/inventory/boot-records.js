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
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query } from '../../../database/statement.js';
import { StationPulse } from '../presence/station-pulse.js';
import { storable, storableOrNull } from '../../../database/storable-text.js';
const STORE_BOOTS = {
    name: 'store-boots',
    text: `
  WITH boots AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                         $9::text[], $10::text[], $11::text[], $12::timestamptz[])
      AS t(id, vendor, model, serial, box_serial, firmware, iccid, imsi, meter, meter_serial, reason, at)
  ), stored AS (
    UPDATE stations s
    SET vendor = b.vendor, model = b.model, serial_number = b.serial, charge_box_serial_number = b.box_serial,
        firmware_version = b.firmware, iccid = b.iccid, imsi = b.imsi, meter_type = b.meter,
        meter_serial_number = b.meter_serial, boot_reason = b.reason, booted_at = b.at,
        last_seen_at = greatest(s.last_seen_at, b.at), boot_answer = s.registration_status,
        first_accepted_at = CASE WHEN s.registration_status = 'Accepted' THEN coalesce(s.first_accepted_at, b.at)
                                 ELSE s.first_accepted_at END
    FROM boots b
    WHERE s.id = b.id AND s.archived_at IS NULL
    RETURNING s.id, s.registration_status, s.rules
  )
  SELECT * FROM stored`,
};
/** What stations say about themselves at their boot, stored in batches before they are answered. */
let BootRecords = class BootRecords {
    dataSource;
    pulse;
    boots;
    constructor(dataSource, pulse, config, backlog) {
        this.dataSource = dataSource;
        this.pulse = pulse;
        const holdMs = config.ocpp.holdSeconds * 1000;
        this.boots = new Batcher((boots) => this.write(boots), { holdMs, backlog });
    }
    /**
     * Stores what a station said, together with the decision that it is answered.
     * @returns the operator's decision; undefined for a station that was archived meanwhile
     */
    record(stationUuid, boot, at) {
        return this.boots.add({ stationUuid, boot, at });
    }
    async write(boots) {
        const last = [...new Map(boots.map((boot) => [boot.stationUuid, boot])).values()];
        const text = (of) => last.map(({ boot }) => storableOrNull(of(boot)));
        const rows = await query(this.dataSource, STORE_BOOTS, [
            last.map(({ stationUuid }) => stationUuid),
            last.map(({ boot }) => storable(boot.vendor)),
            last.map(({ boot }) => storable(boot.model)),
            text(({ serialNumber }) => serialNumber),
            text(({ chargeBoxSerialNumber }) => chargeBoxSerialNumber),
            text(({ firmwareVersion }) => firmwareVersion),
            text(({ iccid }) => iccid),
            text(({ imsi }) => imsi),
            text(({ meterType }) => meterType),
            text(({ meterSerialNumber }) => meterSerialNumber),
            text(({ reason }) => reason),
            last.map(({ at }) => at.toISOString()),
        ]);
        const decisions = new Map();
        for (const { id, registration_status, rules } of rows) {
            decisions.set(id, { registrationStatus: registration_status, rules });
            this.pulse.clockWasSet(id);
        }
        return boots.map(({ stationUuid }) => decisions.get(stationUuid));
    }
};
BootRecords = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        StationPulse,
        Config,
        Backlog])
], BootRecords);
export { BootRecords };
//# sourceMappingURL=boot-records.js.map