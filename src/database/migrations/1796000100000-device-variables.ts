import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations told about their components and variables. */
export class DeviceVariables1796000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "device_variables" ("station_id" uuid NOT NULL, "address_key" bytea NOT NULL, "component" text NOT NULL, "component_instance" text, "evse_id" integer, "connector_id" integer, "variable" text NOT NULL, "instance" text, "attribute_type" text NOT NULL, "value" text, "mutability" text, "persistent" boolean, "constant" boolean, "characteristics" json, "source" text NOT NULL, "observed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_device_variables" PRIMARY KEY ("station_id", "address_key"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "device_variables"`);
  }
}
