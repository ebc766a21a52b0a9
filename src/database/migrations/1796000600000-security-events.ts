import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations say about their security, and the certificates that they ask to be signed. */
export class SecurityEvents1796000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "certificate_requests" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "csr" text NOT NULL, "certificate_type" text, "status" text NOT NULL, "count" integer NOT NULL DEFAULT '1', "first_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_certificate_requests_station_id_natural_key" UNIQUE ("station_id", "natural_key"), CONSTRAINT "pk_certificate_requests" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_certificate_requests_station_id_last_at_id" ON "certificate_requests"  ("station_id", "last_at", "id")`,
    );
    await runner.query(
      `CREATE TABLE "security_events" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "type" text NOT NULL, "critical" boolean NOT NULL, "timestamp" TIMESTAMP WITH TIME ZONE NOT NULL, "station_timestamp" text, "tech_info" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_security_events_station_id_natural_key" UNIQUE ("station_id", "natural_key"), CONSTRAINT "pk_security_events" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_security_events_station_id_received_at_id" ON "security_events"  ("station_id", "received_at", "id")`,
    );
    await runner.query(`CREATE INDEX "ix_security_events_received_at_id" ON "security_events"  ("received_at", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_security_events_received_at_id"`);
    await runner.query(`DROP INDEX "ix_security_events_station_id_received_at_id"`);
    await runner.query(`DROP TABLE "security_events"`);
    await runner.query(`DROP INDEX "ix_certificate_requests_station_id_last_at_id"`);
    await runner.query(`DROP TABLE "certificate_requests"`);
  }
}
