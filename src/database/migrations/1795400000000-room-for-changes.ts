import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * More room on each page of `transactions`: a batch changes all transactions of a page in one commit, and where their
 * next versions find no room beside them, every index gets another entry. Pages that exist already stay as they are.
 */
export class RoomForChanges1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "transactions" SET (fillfactor = 45)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "transactions" SET (fillfactor = 70)`);
  }
}
