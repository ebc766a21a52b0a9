import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Updates of many stations in waves. */
export class FirmwareCampaigns1796000400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "firmware_campaign_targets" ("campaign_id" uuid NOT NULL, "station_id" uuid NOT NULL, "wave" integer NOT NULL, "position" integer NOT NULL, "outcome" text, "reason" text, CONSTRAINT "pk_firmware_campaign_targets" PRIMARY KEY ("campaign_id", "station_id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "ix_firmware_campaign_targets_order" ON "firmware_campaign_targets"  ("campaign_id", "position")`,
    );
    await runner.query(
      `CREATE TABLE "firmware_campaigns" ("id" uuid NOT NULL, "name" text NOT NULL, "image_id" uuid NOT NULL, "state" text NOT NULL, "stopped_because" text, "wave_size" integer, "max_concurrent" integer NOT NULL, "max_failure_share" double precision NOT NULL, "min_finished" integer NOT NULL, "counted_from" TIMESTAMP WITH TIME ZONE NOT NULL, "retrieve_at" TIMESTAMP WITH TIME ZONE, "install_at" TIMESTAMP WITH TIME ZONE, "retries" integer, "retry_interval" integer, "signed" boolean NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_firmware_campaigns" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_firmware_campaigns_image" ON "firmware_campaigns"  ("image_id")`);
    await runner.query(`CREATE INDEX "ix_firmware_campaigns_state" ON "firmware_campaigns"  ("state")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_firmware_campaigns_state"`);
    await runner.query(`DROP INDEX "ix_firmware_campaigns_image"`);
    await runner.query(`DROP TABLE "firmware_campaigns"`);
    await runner.query(`DROP INDEX "ix_firmware_campaign_targets_order"`);
    await runner.query(`DROP TABLE "firmware_campaign_targets"`);
  }
}
