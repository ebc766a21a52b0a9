import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to components of stations, and the alarms that follow from it. */
export class StationEvents1796000600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "station_alarms" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "alarm_key" bytea NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE, "cleared_at" TIMESTAMP WITH TIME ZONE, "last_cleared_at" TIMESTAMP WITH TIME ZONE, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_event_id" uuid NOT NULL, "content" json NOT NULL, CONSTRAINT "pk_station_alarms" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_station_alarms_open" ON "station_alarms" ("last_at", "id") WHERE cleared_at IS NULL`,
    );
    await runner.query(`CREATE UNIQUE INDEX "ux_station_alarms_key" ON "station_alarms" ("station_id", "alarm_key") `);
    await runner.query(
      `CREATE TABLE "station_events" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "trigger" text NOT NULL, "component" text NOT NULL, "variable" text NOT NULL, "evse_id" integer, "alarm_key" bytea, "cleared" boolean NOT NULL, "content" json NOT NULL, "message" json NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_station_events" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_station_events_station" ON "station_events" ("station_id", "id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "ux_station_events_key" ON "station_events" ("station_id", "natural_key") `,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "station_events"`);
    await runner.query(`DROP TABLE "station_alarms"`);
  }
}
