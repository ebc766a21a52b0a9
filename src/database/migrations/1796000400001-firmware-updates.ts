import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Updates of single stations, what stations say about them, and the numbers by which they do. */
export class FirmwareUpdates1796000400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE "firmware_request_ids" AS integer CYCLE`);
    await runner.query(
      `CREATE TABLE "firmware_statuses" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "update_id" uuid, "request_id" integer, "status" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "repeats" integer NOT NULL DEFAULT '0', "last_received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_firmware_statuses" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_firmware_statuses_update" ON "firmware_statuses"  ("update_id", "id") WHERE update_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "ix_firmware_statuses_station" ON "firmware_statuses"  ("station_id", "id")`);
    await runner.query(
      `CREATE TABLE "firmware_updates" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "request_id" integer NOT NULL, "command_id" uuid NOT NULL, "image_id" uuid, "campaign_id" uuid, "version" text, "version_before" text, "version_after" text, "location" text NOT NULL, "signed" boolean NOT NULL, "retrieve_at" TIMESTAMP WITH TIME ZONE NOT NULL, "install_at" TIMESTAMP WITH TIME ZONE, "retries" integer, "retry_interval" integer, "state" text NOT NULL, "status" text, "failure" text, "answer" text, "answer_info" json, "settled_at" TIMESTAMP WITH TIME ZONE, "superseded_by" uuid, "capability_digest" bytea, "url_expires_at" TIMESTAMP WITH TIME ZONE, "downloads" integer NOT NULL DEFAULT '0', "downloaded_bytes" bigint NOT NULL DEFAULT '0', "last_download_at" TIMESTAMP WITH TIME ZONE, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_status_at" TIMESTAMP WITH TIME ZONE, "deadline_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_firmware_updates" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_firmware_updates_campaign" ON "firmware_updates"  ("campaign_id", "station_id") WHERE campaign_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_firmware_updates_capability" ON "firmware_updates"  ("capability_digest")`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_firmware_updates_command" ON "firmware_updates"  ("command_id")`);
    await runner.query(
      `CREATE INDEX "ix_firmware_updates_unsettled" ON "firmware_updates"  ("id") WHERE settled_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_firmware_updates_open" ON "firmware_updates"  ("state") WHERE ended_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_firmware_updates_image" ON "firmware_updates"  ("image_id") WHERE image_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_firmware_updates_request" ON "firmware_updates"  ("station_id", "request_id")`,
    );
    await runner.query(`CREATE INDEX "ix_firmware_updates_station" ON "firmware_updates"  ("station_id", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_firmware_updates_station"`);
    await runner.query(`DROP INDEX "ix_firmware_updates_request"`);
    await runner.query(`DROP INDEX "ix_firmware_updates_image"`);
    await runner.query(`DROP INDEX "ix_firmware_updates_open"`);
    await runner.query(`DROP INDEX "ix_firmware_updates_unsettled"`);
    await runner.query(`DROP INDEX "uq_firmware_updates_command"`);
    await runner.query(`DROP INDEX "uq_firmware_updates_capability"`);
    await runner.query(`DROP INDEX "uq_firmware_updates_campaign"`);
    await runner.query(`DROP TABLE "firmware_updates"`);
    await runner.query(`DROP INDEX "ix_firmware_statuses_station"`);
    await runner.query(`DROP INDEX "ix_firmware_statuses_update"`);
    await runner.query(`DROP TABLE "firmware_statuses"`);
    await runner.query(`DROP SEQUENCE "firmware_request_ids"`);
  }
}
