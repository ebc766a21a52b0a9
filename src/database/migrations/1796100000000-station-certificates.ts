import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The certificates that stations report, those that TAU installed, and how far that follows from what was answered. */
export class StationCertificates1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "certificate_installations" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "certificate_type" text NOT NULL, "fingerprint" bytea NOT NULL, "certificate" text NOT NULL, "installed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_certificate_installations" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_certificate_installations_identity" ON "certificate_installations"  ("station_id", "certificate_type", "fingerprint")`,
    );
    await runner.query(
      `CREATE TABLE "certificate_inventories" ("station_id" uuid NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE, "as_of_command_id" uuid, "reports" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "pk_certificate_inventories" PRIMARY KEY ("station_id"))`,
    );
    await runner.query(
      `CREATE TABLE "station_certificates" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "certificate_type" text NOT NULL, "hash_algorithm" text NOT NULL, "issuer_name_hash" text NOT NULL, "issuer_key_hash" text NOT NULL, "serial_number" text NOT NULL, "child_certificates" jsonb NOT NULL DEFAULT '[]', "first_reported_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reported_at" TIMESTAMP WITH TIME ZONE NOT NULL, "command_id" uuid NOT NULL, CONSTRAINT "pk_station_certificates" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_station_certificates_station_id_id" ON "station_certificates"  ("station_id", "id")`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_station_certificates_identity" ON "station_certificates"  ("station_id", "certificate_type", "hash_algorithm", "issuer_name_hash", "issuer_key_hash", "serial_number")`,
    );
    await runner.query(
      `CREATE INDEX "ix_commands_certificates" ON "commands"  ("station_id", "answered_at", "id") WHERE name IN ('InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_commands_certificates"`);
    await runner.query(`DROP INDEX "uq_station_certificates_identity"`);
    await runner.query(`DROP INDEX "ix_station_certificates_station_id_id"`);
    await runner.query(`DROP TABLE "station_certificates"`);
    await runner.query(`DROP TABLE "certificate_inventories"`);
    await runner.query(`DROP INDEX "uq_certificate_installations_identity"`);
    await runner.query(`DROP TABLE "certificate_installations"`);
  }
}
