import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One request to many stations. */
export class BulkCommands1796000700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "bulk_commands" ("id" uuid NOT NULL, "state" text NOT NULL, "note" text, "filter" json NOT NULL, "method" text NOT NULL, "path" text NOT NULL, "sealed_request" bytea, "when_offline" text NOT NULL, "ttl_seconds" integer, "concurrency" integer NOT NULL, "operator_id" uuid NOT NULL, "operator_name" text NOT NULL, "idempotency_key" text, "body_hash" bytea, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_bulk_commands" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_bulk_commands_running" ON "bulk_commands"  ("id") WHERE state = 'running'`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_bulk_commands_idempotency" ON "bulk_commands"  ("operator_id", "idempotency_key") WHERE idempotency_key IS NOT NULL`,
    );
    await runner.query(
      `CREATE TABLE "bulk_command_stations" ("bulk_command_id" uuid NOT NULL, "position" integer NOT NULL, "station_id" uuid NOT NULL, "state" text NOT NULL, "command_id" uuid, "problem" json, CONSTRAINT "pk_bulk_command_stations" PRIMARY KEY ("bulk_command_id", "position"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_bulk_command_stations_station" ON "bulk_command_stations"  ("bulk_command_id", "station_id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_bulk_command_stations_open" ON "bulk_command_stations"  ("bulk_command_id", "position") WHERE state IN ('pending', 'asking')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "bulk_command_stations"`);
    await runner.query(`DROP TABLE "bulk_commands"`);
  }
}
