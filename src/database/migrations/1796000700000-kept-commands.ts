import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commands that are kept until their station is back, or until a condition holds. */
export class KeptCommands1796000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "commands" ADD "waits_for" text`);
    await runner.query(`ALTER TABLE "commands" ADD "expires_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "commands" ADD "sealed_asking" bytea`);
    await runner.query(
      `CREATE INDEX "ix_commands_kept" ON "commands"  ("station_id", "id") WHERE state = 'queued' AND expires_at IS NOT NULL`,
    );
  }

  /** What is kept cannot be sent by a TAU before this one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE commands SET state = 'cancelled', error = '{"reason":"cancelled"}'
       WHERE state = 'queued' AND expires_at IS NOT NULL`,
    );
    await runner.query(`DROP INDEX "ix_commands_kept"`);
    await runner.query(`ALTER TABLE "commands" DROP COLUMN "sealed_asking"`);
    await runner.query(`ALTER TABLE "commands" DROP COLUMN "expires_at"`);
    await runner.query(`ALTER TABLE "commands" DROP COLUMN "waits_for"`);
  }
}
