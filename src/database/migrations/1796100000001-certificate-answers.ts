import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each answer about certificates counts by itself, since a clock that is set back hides it behind a mark of time. */
export class CertificateAnswers1796100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "certificate_answers" ("command_id" uuid NOT NULL, "station_id" uuid NOT NULL, CONSTRAINT "pk_certificate_answers" PRIMARY KEY ("command_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_certificate_answers_station_id" ON "certificate_answers"  ("station_id")`);
    await runner.query(
      `INSERT INTO "certificate_answers" ("command_id", "station_id") SELECT c.id, c.station_id FROM commands c JOIN certificate_inventories i ON i.station_id = c.station_id WHERE c.state = 'answered' AND c.name IN ('InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate') AND (c.answered_at, c.id) <= (i.as_of, i.as_of_command_id)`,
    );
    await runner.query(`ALTER TABLE "certificate_inventories" DROP COLUMN "as_of"`);
    await runner.query(`ALTER TABLE "certificate_inventories" DROP COLUMN "as_of_command_id"`);
    await runner.query(`ALTER TABLE "certificate_installations" ADD "awaits_report" boolean NOT NULL DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "certificate_installations" DROP COLUMN "awaits_report"`);
    await runner.query(`ALTER TABLE "certificate_inventories" ADD "as_of_command_id" uuid`);
    await runner.query(`ALTER TABLE "certificate_inventories" ADD "as_of" TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `UPDATE "certificate_inventories" i SET as_of = c.answered_at, as_of_command_id = c.id FROM (SELECT DISTINCT ON (c.station_id) c.station_id, c.answered_at, c.id FROM commands c JOIN certificate_answers a ON a.command_id = c.id ORDER BY c.station_id, c.answered_at DESC, c.id DESC) c WHERE c.station_id = i.station_id`,
    );
    await runner.query(`DROP INDEX "ix_certificate_answers_station_id"`);
    await runner.query(`DROP TABLE "certificate_answers"`);
  }
}
