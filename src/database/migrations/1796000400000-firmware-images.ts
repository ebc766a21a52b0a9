import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The images that stations can be offered; their content is in `files`. */
export class FirmwareImages1796000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "firmware_images" ("id" uuid NOT NULL, "file_id" uuid NOT NULL, "name" text NOT NULL, "version" text NOT NULL, "vendor" text, "model" text, "file_name" text NOT NULL, "size" bigint NOT NULL, "sha256" bytea NOT NULL, "signature" text, "signing_certificate" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "deleted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_firmware_images" PRIMARY KEY ("id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "firmware_images"`);
  }
}
