import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations were asked to hold free, with all that happened to it. */
export class Reservations1796000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE "reservation_ids" MAXVALUE 2147483647 CYCLE`);
    await runner.query(
      `CREATE TABLE "reservations" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "reservation_id" integer NOT NULL, "state" text NOT NULL, "reason" text NOT NULL, "ocpp_version" text, "status" text, "evse_id" integer, "connector_id" integer, "connector_type" text, "id_token" json NOT NULL, "token_key" text NOT NULL, "group_id_token" json, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "command_id" uuid NOT NULL, "cancel_command_id" uuid, "transaction_id" uuid, "replaces" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "active_at" TIMESTAMP WITH TIME ZONE, "reserved_seen_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_reservations" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_reservations_station" ON "reservations"  ("station_id", "id")`);
    await runner.query(`CREATE INDEX "ix_reservations_number" ON "reservations"  ("station_id", "reservation_id")`);
    await runner.query(
      `CREATE INDEX "ix_reservations_open" ON "reservations"  ("station_id") WHERE state IN ('requested', 'unknown', 'active')`,
    );
    await runner.query(`CREATE INDEX "ix_reservations_token" ON "reservations"  ("token_key", "id")`);
    await runner.query(`CREATE INDEX "ix_reservations_command" ON "reservations"  ("command_id")`);
    await runner.query(
      `CREATE INDEX "ix_reservations_cancel_command" ON "reservations"  ("cancel_command_id") WHERE cancel_command_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_reservations_transaction" ON "reservations"  ("transaction_id") WHERE transaction_id IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX "ix_reservations_ended" ON "reservations"  ("ended_at")`);
    await runner.query(
      `CREATE TABLE "reservation_changes" ("id" uuid NOT NULL, "reservation" uuid NOT NULL, "from_state" text, "to_state" text NOT NULL, "reason" text NOT NULL, "command_id" uuid, "transaction_id" uuid, "said" json, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_reservation_changes" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_reservation_changes_reservation" ON "reservation_changes"  ("reservation", "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "reservation_changes"`);
    await runner.query(`DROP TABLE "reservations"`);
    await runner.query(`DROP SEQUENCE "reservation_ids"`);
  }
}
