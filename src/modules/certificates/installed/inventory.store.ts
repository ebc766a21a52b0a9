import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommandView } from '../../../commands/index.js';
import { readCertificate, type CertificateId } from '../../../common/x509.js';
import { uuidv7 } from '../../../common/uuid.js';
import { storable } from '../../../database/storable-text.js';
import { deletedBy, installedBy, reportIn } from '../certificates.commands.js';
import { CertificateInstallation } from '../entities/certificate-installation.entity.js';
import type { LastReport } from '../entities/certificate-inventory.entity.js';
import { KnownCertificates } from './known-certificates.js';

/** What changes what is known of the certificates of a station. */
const NAMES = ['InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate'] as const;
export type CertificateCommand = (typeof NAMES)[number];
export const isCertificateCommand = (name: string): name is CertificateCommand =>
  (NAMES as readonly string[]).includes(name);

type Answered = Pick<CommandView, 'ocppVersion' | 'request' | 'response' | 'status'> & {
  readonly id: string;
  readonly name: CertificateCommand;
  readonly answeredAt: Date;
};

// the names stand here as in the partial index; no mark of how far we are, since clocks are set back
const PENDING = `
  SELECT c.id, c.name, c.status, c.ocpp_version AS "ocppVersion", c.request, c.response, c.answered_at AS "answeredAt"
  FROM commands c
  WHERE c.station_id = $1 AND c.state = 'answered' AND c.name IN (${NAMES.map((name) => `'${name}'`).join(', ')})
    AND NOT EXISTS (SELECT FROM certificate_answers a WHERE a.command_id = c.id)
  ORDER BY c.answered_at, c.id`;

const TAKEN = `
  WITH gone AS (
    DELETE FROM certificate_answers a
    WHERE a.station_id = $1 AND NOT EXISTS (SELECT FROM commands c WHERE c.id = a.command_id)
  )
  INSERT INTO certificate_answers (station_id, command_id) SELECT $1, unnest($2::uuid[])`;

const REPORTED = `
  INSERT INTO station_certificates (id, station_id, certificate_type, hash_algorithm, issuer_name_hash, issuer_key_hash,
    serial_number, child_certificates, first_reported_at, reported_at, command_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
  ON CONFLICT (station_id, certificate_type, hash_algorithm, issuer_name_hash, issuer_key_hash, serial_number) DO UPDATE
  SET child_certificates = excluded.child_certificates, reported_at = excluded.reported_at,
    command_id = excluded.command_id`;

const GONE = `
  DELETE FROM station_certificates WHERE station_id = $1 AND certificate_type = ANY($2) AND command_id <> $3`;

const DELETED = `
  DELETE FROM station_certificates WHERE station_id = $1 AND hash_algorithm = $2 AND lower(issuer_name_hash) = lower($3)
    AND lower(issuer_key_hash) = lower($4) AND lower(serial_number) = lower($5)`;

const INSTALLED = `
  INSERT INTO certificate_installations (id, station_id, certificate_type, fingerprint, certificate, installed_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (station_id, certificate_type, fingerprint) DO UPDATE
  SET id = excluded.id, installed_at = excluded.installed_at, awaits_report = true`;

const NO_LONGER_AWAITED = `
  UPDATE certificate_installations SET awaits_report = false WHERE station_id = $1 AND certificate_type = ANY($2)`;

/**
 * The certificates that stations hold, as far as their answers tell. All of it follows from the stored commands, each of
 * which counts once, in the order of the answers: what a process that died left out is made up for later.
 */
@Injectable()
export class InventoryStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes in what a station has answered since the last time; committed when it resolves. */
  async catchUp(stationUuid: string): Promise<void> {
    if ((await this.dataSource.query<Answered[]>(PENDING, [stationUuid])).length === 0) return;
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`INSERT INTO certificate_inventories (station_id) VALUES ($1) ON CONFLICT DO NOTHING`, [
        stationUuid,
      ]);
      // one after the other: whoever was first has taken it in
      await manager.query(`SELECT FROM certificate_inventories WHERE station_id = $1 FOR UPDATE`, [stationUuid]);
      const pending = await manager.query<Answered[]>(PENDING, [stationUuid]);
      for (const command of pending) await this.apply(manager, stationUuid, command);
      await manager.query(TAKEN, [stationUuid, pending.map(({ id }) => id)]);
    });
  }

  private async apply(manager: EntityManager, stationUuid: string, command: Answered): Promise<void> {
    switch (command.name) {
      case 'InstallCertificate':
        return command.status === 'Accepted' ? this.installed(manager, stationUuid, command) : undefined;
      case 'GetInstalledCertificateIds':
        return this.reported(manager, stationUuid, command);
      case 'DeleteCertificate':
        // a station that does not find it does not hold it
        return command.status === 'Failed' ? undefined : this.deleted(manager, stationUuid, command);
    }
  }

  private async installed(manager: EntityManager, stationUuid: string, command: Answered): Promise<void> {
    const { certificateType, certificate } = installedBy(command);
    // a raw message may hold anything
    const raw = readCertificate(certificate)?.raw;
    if (!raw) return;
    const fingerprint = createHash('sha256').update(raw).digest();
    const values = [command.id, stationUuid, certificateType, fingerprint, storable(certificate), command.answeredAt];
    await manager.query(INSTALLED, values);
  }

  private async reported(manager: EntityManager, stationUuid: string, command: Answered): Promise<void> {
    const { types, status, certificates } = reportIn(command);
    const { id: commandId, answeredAt } = command;
    for (const { certificateType, id, children } of certificates) {
      await manager.query(REPORTED, [
        uuidv7(answeredAt.getTime()),
        stationUuid,
        certificateType,
        ...toValues(id),
        JSON.stringify(children.map(toStorable)),
        answeredAt,
        commandId,
      ]);
    }
    await manager.query(GONE, [stationUuid, types, commandId]);
    await manager.query(NO_LONGER_AWAITED, [stationUuid, types]);
    const report: LastReport = { status, reportedAt: answeredAt.toISOString(), commandId };
    const reports = Object.fromEntries(types.map((type) => [type, report]));
    await manager.query(`UPDATE certificate_inventories SET reports = reports || $2::jsonb WHERE station_id = $1`, [
      stationUuid,
      JSON.stringify(reports),
    ]);
  }

  private async deleted(manager: EntityManager, stationUuid: string, command: Answered): Promise<void> {
    const id = deletedBy(command);
    await manager.query(DELETED, [stationUuid, ...toValues(id)]);
    const installations = manager.getRepository(CertificateInstallation);
    const installed = new KnownCertificates(await installations.findBy({ stationId: stationUuid })).all(id);
    if (installed.length > 0) await installations.delete(installed.map((each) => each.id));
  }
}

const toStorable = (id: CertificateId): CertificateId => ({
  hashAlgorithm: id.hashAlgorithm,
  issuerNameHash: storable(id.issuerNameHash),
  issuerKeyHash: storable(id.issuerKeyHash),
  serialNumber: storable(id.serialNumber),
});

const toValues = (id: CertificateId): string[] => Object.values(toStorable(id));
