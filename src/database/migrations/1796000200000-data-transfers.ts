import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations say by DataTransfer, and the vendors whose words are accepted. */
export class DataTransfers1796000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "data_transfers" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "ocpp_version" text NOT NULL, "vendor_id" text NOT NULL, "message_id" text, "data" json, "status" text NOT NULL, "status_info" json, "response_data" json, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_data_transfers" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_data_transfers_station" ON "data_transfers" ("station_id", "id")`);
    await runner.query(
      `CREATE INDEX "ix_data_transfers_repeats" ON "data_transfers" ("station_id", "natural_key", "received_at")`,
    );
    await runner.query(
      `CREATE TABLE "data_transfer_vendors" ("vendor_key" text NOT NULL, "vendor_id" text NOT NULL, "message_ids" text array, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_data_transfer_vendors" PRIMARY KEY ("vendor_key"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "data_transfer_vendors"`);
    await runner.query(`DROP INDEX "ix_data_transfers_repeats"`);
    await runner.query(`DROP INDEX "ix_data_transfers_station"`);
    await runner.query(`DROP TABLE "data_transfers"`);
  }
}
