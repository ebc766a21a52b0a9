import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations told that is kept as they said it. */
export class StationNotices1796000600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "station_notices" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "kind" text NOT NULL, "ocpp_version" text NOT NULL, "evse_id" integer, "request_id" integer, "seq_no" integer, "subject" text, "content" json NOT NULL, "answer" json, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_station_notices" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_station_notices_station" ON "station_notices" ("station_id", "kind", "id") `);
    await runner.query(`CREATE INDEX "ix_station_notices_key" ON "station_notices" ("station_id", "natural_key") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "station_notices"`);
  }
}
