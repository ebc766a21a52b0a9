import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query, type Statement } from '../../../database/statement.js';
import type { RegistrationStatus } from '../../../ocpp/index.js';
import type { StationRules } from '../entities/station.entity.js';
import { StationPulse } from '../presence/station-pulse.js';
import { storable, storableOrNull } from '../../../database/storable-text.js';

/** What a station says about itself when it boots. */
export interface BootReport {
  vendor: string;
  model: string;
  serialNumber?: string;
  chargeBoxSerialNumber?: string;
  firmwareVersion?: string;
  iccid?: string;
  imsi?: string;
  meterType?: string;
  meterSerialNumber?: string;
  reason?: string;
}

/** What the operator decided about a station, as it stood when its boot was stored. */
export interface BootDecision {
  registrationStatus: RegistrationStatus;
  rules: StationRules;
}

interface StoredBoot {
  stationUuid: string;
  boot: BootReport;
  at: Date;
}

const STORE_BOOTS: Statement = {
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

interface StoredRow {
  id: string;
  registration_status: RegistrationStatus;
  rules: StationRules;
}

/** What stations say about themselves at their boot, stored in batches before they are answered. */
@Injectable()
export class BootRecords {
  private readonly boots: Batcher<StoredBoot, BootDecision | undefined>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pulse: StationPulse,
    config: Config,
    backlog: Backlog,
  ) {
    const holdMs = config.ocpp.holdSeconds * 1000;
    this.boots = new Batcher((boots) => this.write(boots), { holdMs, backlog });
  }

  /**
   * Stores what a station said, together with the decision that it is answered.
   * @returns the operator's decision; undefined for a station that was archived meanwhile
   */
  record(stationUuid: string, boot: BootReport, at: Date): Promise<BootDecision | undefined> {
    return this.boots.add({ stationUuid, boot, at });
  }

  private async write(boots: StoredBoot[]): Promise<(BootDecision | undefined)[]> {
    const last = [...new Map(boots.map((boot) => [boot.stationUuid, boot])).values()];
    const text = (of: (boot: BootReport) => string | undefined) => last.map(({ boot }) => storableOrNull(of(boot)));
    const rows = await query<StoredRow>(this.dataSource, STORE_BOOTS, [
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
    const decisions = new Map<string, BootDecision>();
    for (const { id, registration_status, rules } of rows) {
      decisions.set(id, { registrationStatus: registration_status, rules });
      this.pulse.clockWasSet(id);
    }
    return boots.map(({ stationUuid }) => decisions.get(stationUuid));
  }
}
