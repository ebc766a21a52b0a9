import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations accepted into the slots for their connection. */
export class NetworkProfiles1796000100003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "network_profiles" ("station_id" uuid NOT NULL, "slot" integer NOT NULL, "profile" json NOT NULL, "command_id" uuid NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_network_profiles" PRIMARY KEY ("station_id", "slot"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "network_profiles"`);
  }
}
