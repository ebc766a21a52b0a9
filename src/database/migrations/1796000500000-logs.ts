import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for logs, what stations say about them, and the numbers by which they do. */
export class Logs1796000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE "log_request_ids" AS integer CYCLE`);
    await runner.query(
      `CREATE TABLE "log_requests" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "request_id" integer NOT NULL, "command_id" uuid NOT NULL, "log_type" text NOT NULL, "oldest_timestamp" TIMESTAMP WITH TIME ZONE, "latest_timestamp" TIMESTAMP WITH TIME ZONE, "retries" integer, "retry_interval" integer, "location" text NOT NULL, "capability_digest" bytea, "url_expires_at" TIMESTAMP WITH TIME ZONE, "state" text NOT NULL, "status" text, "failure" text, "answer" text, "answer_info" json, "announced_file_name" text, "settled_at" TIMESTAMP WITH TIME ZONE, "superseded_by" uuid, "file_id" uuid, "file_name" text, "file_size" bigint, "file_sha256" bytea, "file_received_at" TIMESTAMP WITH TIME ZONE, "upload_attempts" integer NOT NULL DEFAULT '0', "upload_failure" text, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_status_at" TIMESTAMP WITH TIME ZONE, "deadline_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_log_requests" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_log_requests_unsettled" ON "log_requests"  ("id") WHERE settled_at IS NULL`);
    await runner.query(`CREATE INDEX "ix_log_requests_open" ON "log_requests"  ("state") WHERE ended_at IS NULL`);
    await runner.query(`CREATE UNIQUE INDEX "uq_log_requests_capability" ON "log_requests"  ("capability_digest")`);
    await runner.query(`CREATE UNIQUE INDEX "uq_log_requests_command" ON "log_requests"  ("command_id")`);
    await runner.query(`CREATE UNIQUE INDEX "uq_log_requests_request" ON "log_requests"  ("request_id")`);
    await runner.query(`CREATE INDEX "ix_log_requests_station" ON "log_requests"  ("station_id", "id")`);
    await runner.query(
      `CREATE TABLE "log_statuses" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "log_request_id" uuid, "request_id" integer, "status" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "repeats" integer NOT NULL DEFAULT '0', "last_received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_log_statuses" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_log_statuses_request" ON "log_statuses"  ("log_request_id", "id") WHERE log_request_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "ix_log_statuses_station" ON "log_statuses"  ("station_id", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_log_statuses_station"`);
    await runner.query(`DROP INDEX "ix_log_statuses_request"`);
    await runner.query(`DROP TABLE "log_statuses"`);
    await runner.query(`DROP INDEX "ix_log_requests_station"`);
    await runner.query(`DROP INDEX "uq_log_requests_request"`);
    await runner.query(`DROP INDEX "uq_log_requests_command"`);
    await runner.query(`DROP INDEX "uq_log_requests_capability"`);
    await runner.query(`DROP INDEX "ix_log_requests_open"`);
    await runner.query(`DROP INDEX "ix_log_requests_unsettled"`);
    await runner.query(`DROP TABLE "log_requests"`);
    await runner.query(`DROP SEQUENCE "log_request_ids"`);
  }
}
