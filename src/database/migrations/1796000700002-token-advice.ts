import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDED: readonly (readonly [column: string, type: string])[] = [
  ['cache_expires_at', 'TIMESTAMP WITH TIME ZONE'],
  ['charging_priority', 'smallint'],
  ['language1', 'text'],
  ['language2', 'text'],
  ['personal_message', 'json'],
  ['valid_at', 'json'],
];

/** All that stations can be told about a token, master passes, and PIN codes of which only a digest is kept. */
export class TokenAdvice1796000700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of ADDED) await runner.query(`ALTER TABLE "id_tokens" ADD "${column}" ${type}`);
    await runner.query(`ALTER TABLE "id_tokens" ALTER COLUMN "value" DROP NOT NULL`);
    await runner.query(`ALTER TABLE "id_token_groups" ADD "master_pass" boolean NOT NULL DEFAULT false`);
  }

  /** PIN codes of which only a digest is kept are refused by a TAU before this one, and have to be registered again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "id_token_groups" DROP COLUMN "master_pass"`);
    await runner.query(`UPDATE "id_tokens" SET "value" = '' WHERE "value" IS NULL`);
    await runner.query(`ALTER TABLE "id_tokens" ALTER COLUMN "value" SET NOT NULL`);
    for (const [column] of ADDED.toReversed()) await runner.query(`ALTER TABLE "id_tokens" DROP COLUMN "${column}"`);
  }
}
