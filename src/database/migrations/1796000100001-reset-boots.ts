import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The boot that followed each reset. */
export class ResetBoots1796000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "reset_boots" ("command_id" uuid NOT NULL, "station_id" uuid NOT NULL, "booted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "boot_reason" text, CONSTRAINT "pk_reset_boots" PRIMARY KEY ("command_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_commands_resets" ON "commands"  ("created_at") WHERE name = 'Reset'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_commands_resets"`);
    await runner.query(`DROP TABLE "reset_boots"`);
  }
}
