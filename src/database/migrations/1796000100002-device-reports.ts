import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of stations about their device model, with their parts. */
export class DeviceReports1796000100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "device_reports" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "request_id" integer NOT NULL, "kind" text NOT NULL, "criteria" json, "asked_by" text NOT NULL, "firmware_version" text, "command_id" uuid, "answer" text, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "parts" integer NOT NULL DEFAULT '0', "last_seq_no" integer, "last_part_at" TIMESTAMP WITH TIME ZONE, "completed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_device_reports_station_id_request_id" UNIQUE ("station_id", "request_id"), CONSTRAINT "pk_device_reports" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_device_reports_station" ON "device_reports"  ("station_id", "id")`);
    await runner.query(
      `CREATE TABLE "device_report_parts" ("report_id" uuid NOT NULL, "seq_no" integer NOT NULL, "to_be_continued" boolean NOT NULL, "generated_at" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "variables" json NOT NULL, CONSTRAINT "pk_device_report_parts" PRIMARY KEY ("report_id", "seq_no"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "device_report_parts"`);
    await runner.query(`DROP TABLE "device_reports"`);
  }
}
