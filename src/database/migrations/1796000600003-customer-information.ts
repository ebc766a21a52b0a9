import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations are asked about customers, and what they tell. */
export class CustomerInformation1796000600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "customer_information_parts" ("request" uuid NOT NULL, "seq_no" integer NOT NULL, "to_be_continued" boolean NOT NULL, "generated_at" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "data" bytea NOT NULL, CONSTRAINT "pk_customer_information_parts" PRIMARY KEY ("request", "seq_no"))`,
    );
    await runner.query(
      `CREATE TABLE "customer_information_requests" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "request_id" integer NOT NULL, "report" boolean, "clear" boolean, "customer" json, "token_key" text, "command_id" uuid, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "parts" integer NOT NULL DEFAULT '0', "last_seq_no" integer, "last_part_at" TIMESTAMP WITH TIME ZONE, "completed_at" TIMESTAMP WITH TIME ZONE, "erased_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_customer_information_requests_number" UNIQUE ("station_id", "request_id"), CONSTRAINT "pk_customer_information_requests" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_customer_information_requests_token" ON "customer_information_requests"  ("token_key") WHERE token_key IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_customer_information_requests_command" ON "customer_information_requests"  ("command_id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_customer_information_requests_station" ON "customer_information_requests"  ("station_id", "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_customer_information_requests_station"`);
    await runner.query(`DROP INDEX "ix_customer_information_requests_command"`);
    await runner.query(`DROP INDEX "ix_customer_information_requests_token"`);
    await runner.query(`DROP TABLE "customer_information_requests"`);
    await runner.query(`DROP TABLE "customer_information_parts"`);
  }
}
