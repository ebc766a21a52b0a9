/** The first schema. The two partitioned tables at the end are hand-written: TypeORM cannot describe them. */
export class FirstTables1795000000000 {
    async up(runner) {
        await runner.query(`CREATE TABLE "commands" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "name" text NOT NULL, "state" text NOT NULL, "ocpp_version" text NOT NULL, "action" text NOT NULL, "request" json NOT NULL, "response" json, "status" text, "status_info" json, "error" json, "remote_start_id" integer, "transaction_id" uuid, "operator_id" uuid, "route" text, "idempotency_key" text, "body_hash" bytea, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "answered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_commands" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_commands_remote_start" ON "commands"  ("station_id", "remote_start_id") WHERE remote_start_id IS NOT NULL`);
        await runner.query(`CREATE UNIQUE INDEX "uq_commands_idempotency" ON "commands"  ("operator_id", "route", "idempotency_key") WHERE idempotency_key IS NOT NULL`);
        await runner.query(`CREATE INDEX "ix_commands_station" ON "commands"  ("station_id", "id")`);
        await runner.query(`CREATE INDEX "ix_commands_unlinked_start" ON "commands"  ("created_at") WHERE remote_start_id IS NOT NULL AND transaction_id IS NULL`);
        await runner.query(`CREATE INDEX "ix_commands_open" ON "commands"  ("state") WHERE state IN ('queued', 'sent')`);
        await runner.query(`CREATE TABLE "id_token_groups" ("group_id" text NOT NULL, "concurrent_transactions" text NOT NULL DEFAULT 'allowed', "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_id_token_groups" PRIMARY KEY ("group_id"))`);
        await runner.query(`CREATE TABLE "id_tokens" ("id" uuid NOT NULL, "value" text NOT NULL, "type" text NOT NULL, "token_key" text NOT NULL, "status" text NOT NULL DEFAULT 'Accepted', "group_id" text, "expires_at" TIMESTAMP WITH TIME ZONE, "note" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_id_tokens" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE UNIQUE INDEX "uq_id_tokens_token_key" ON "id_tokens"  ("token_key") WHERE archived_at IS NULL`);
        await runner.query(`CREATE INDEX "ix_id_tokens_group_id" ON "id_tokens"  ("group_id")`);
        await runner.query(`CREATE TABLE "connectors" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "evse_id" integer NOT NULL, "connector_id" integer NOT NULL, "status" text NOT NULL, "reported_status" text NOT NULL, "error_code" text, "info" text, "vendor_id" text, "vendor_error_code" text, "station_timestamp" text, "status_since" TIMESTAMP WITH TIME ZONE NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_connectors_station_id_evse_id_connector_id" UNIQUE ("station_id", "evse_id", "connector_id"), CONSTRAINT "pk_connectors" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE TABLE "refused_identities" ("id" uuid NOT NULL, "identity" text NOT NULL, "identity_key" text NOT NULL, "reason" text NOT NULL, "remote_address" text NOT NULL, "count" bigint NOT NULL DEFAULT '1', "first_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_refused_identities_identity_key_reason_remote_address" UNIQUE ("identity_key", "reason", "remote_address"), CONSTRAINT "pk_refused_identities" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_refused_identities_last_at" ON "refused_identities"  ("last_at")`);
        await runner.query(`CREATE TABLE "station_rule_counts" ("station_id" uuid NOT NULL, "rule" text NOT NULL, "count" bigint NOT NULL DEFAULT '0', "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_station_rule_counts" PRIMARY KEY ("station_id", "rule"))`);
        await runner.query(`CREATE TABLE "stations" ("id" uuid NOT NULL, "station_id" text NOT NULL, "station_key" text NOT NULL, "name" text, "labels" text array NOT NULL DEFAULT '{}', "location" json, "time_zone" text, "allowed_versions" text array, "security_profile" smallint NOT NULL DEFAULT '1', "password_hash" text, "registration_status" text NOT NULL DEFAULT 'Accepted', "boot_answer" text, "first_accepted_at" TIMESTAMP WITH TIME ZONE, "rules" json NOT NULL DEFAULT '{}', "ocpp_version" text, "connection_epoch" bigint, "connected_at" TIMESTAMP WITH TIME ZONE, "disconnected_at" TIMESTAMP WITH TIME ZONE, "disconnect_reason" text, "remote_address" text, "last_seen_at" TIMESTAMP WITH TIME ZONE, "vendor" text, "model" text, "serial_number" text, "charge_box_serial_number" text, "firmware_version" text, "iccid" text, "imsi" text, "meter_type" text, "meter_serial_number" text, "boot_reason" text, "booted_at" TIMESTAMP WITH TIME ZONE, "clock_difference_ms" bigint, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_stations" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE UNIQUE INDEX "uq_stations_station_key" ON "stations"  ("station_key") WHERE archived_at IS NULL`);
        await runner.query(`CREATE TABLE "transaction_events" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "natural_key" bytea NOT NULL, "transaction_id" uuid, "kind" text NOT NULL, "ocpp_version" text NOT NULL, "seq_no" integer, "timestamp" TIMESTAMP WITH TIME ZONE NOT NULL, "station_timestamp" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "offline" boolean NOT NULL DEFAULT false, "flags" text array NOT NULL DEFAULT '{}', "payload" bytea NOT NULL, CONSTRAINT "uq_transaction_events_station_id_natural_key" UNIQUE ("station_id", "natural_key"), CONSTRAINT "pk_transaction_events" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_transaction_events_unmatched" ON "transaction_events"  ("station_id", "received_at", "id") WHERE transaction_id IS NULL AND kind <> 'MeterValues'`);
        await runner.query(`CREATE INDEX "ix_transaction_events_transaction" ON "transaction_events"  ("transaction_id", "received_at", "id")`);
        await runner.query(`CREATE TABLE "transactions" ("id" uuid NOT NULL, "station_id" uuid NOT NULL, "ocpp_transaction_id" text NOT NULL, "generation" integer NOT NULL DEFAULT '0', "ocpp_version" text NOT NULL, "state" text NOT NULL, "evse_id" integer, "connector_id" integer, "token_value" text, "token_type" text, "token_key" text, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "provisional_end_at" TIMESTAMP WITH TIME ZONE, "meter_start_wh" numeric, "meter_stop_wh" numeric, "energy_wh" numeric, "charging_state" text, "stop_reason" text, "remote_start_id" integer, "reservation_id" integer, "command_id" uuid, "flags" text array NOT NULL DEFAULT '{}', "progress" json NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_transactions_station_id_ocpp_transaction_id_generation" UNIQUE ("station_id", "ocpp_transaction_id", "generation"), CONSTRAINT "pk_transactions" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_transactions_token_key" ON "transactions"  ("token_key")`);
        await runner.query(`CREATE INDEX "ix_transactions_provisional" ON "transactions"  ("station_id", "evse_id") WHERE provisional_end_at IS NOT NULL`);
        await runner.query(`CREATE INDEX "ix_transactions_started" ON "transactions"  ("started_at", "id")`);
        await runner.query(`CREATE INDEX "ix_transactions_updated" ON "transactions" USING brin ("updated_at")`);
        await runner.query(`CREATE INDEX "ix_transactions_station_started" ON "transactions"  ("station_id", "started_at", "id")`);
        await runner.query(`CREATE INDEX "ix_transactions_open_token" ON "transactions"  ("token_key") WHERE state = 'active'`);
        await runner.query(`CREATE INDEX "ix_transactions_open_evse" ON "transactions"  ("station_id", "evse_id") WHERE state = 'active'`);
        await runner.query(`CREATE TABLE "api_keys" ("id" uuid NOT NULL, "name" text NOT NULL, "role" text NOT NULL, "origin" text NOT NULL DEFAULT 'created', "key_hash" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_api_keys" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE UNIQUE INDEX "ix_api_keys_key_hash" ON "api_keys"  ("key_hash")`);
        await runner.query(`CREATE TABLE "files" ("id" uuid NOT NULL, "name" text NOT NULL, "media_type" text NOT NULL, "size" bigint NOT NULL, "sha256" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_files" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE TABLE "file_chunks" ("file_id" uuid NOT NULL, "position" integer NOT NULL, "data" bytea NOT NULL, CONSTRAINT "pk_file_chunks" PRIMARY KEY ("file_id", "position"))`);
        // firmware and logs are compressed already
        await runner.query(`ALTER TABLE "file_chunks" ALTER COLUMN "data" SET STORAGE EXTERNAL`);
        // rewritten with every meter value, so leave room on each page for the next version of a row
        await runner.query(`ALTER TABLE "transactions" SET (fillfactor = 70)`);
        await runner.query(`ALTER TABLE "stations" SET (fillfactor = 50)`);
        await runner.query(`ALTER TABLE "connectors" SET (fillfactor = 50)`);
        // each connection gets the next value, across all processes and restarts
        await runner.query(`CREATE SEQUENCE "connection_epochs"`);
        // 1.6 transaction ids: a JSON integer that every station can hold in 32 signed bits
        await runner.query(`CREATE SEQUENCE "ocpp16_transaction_ids" MAXVALUE 2147483647`);
        await runner.query(`CREATE SEQUENCE "remote_start_ids" MAXVALUE 2147483647 CYCLE`);
        await runner.query(`CREATE TABLE "meter_samples" (
      "event_id" uuid NOT NULL, "position" integer NOT NULL, "received_at" timestamptz NOT NULL,
      "station_id" uuid NOT NULL, "transaction_id" uuid, "evse_id" integer, "timestamp" timestamptz NOT NULL,
      "measurand" text NOT NULL, "value" numeric, "unit" text, "raw_value" text NOT NULL, "raw_unit" text,
      "phase" text, "context" text NOT NULL, "location" text NOT NULL, "format" text NOT NULL, "signed" json
    ) PARTITION BY RANGE ("received_at")`);
        await runner.query(`CREATE TABLE "meter_samples_default" PARTITION OF "meter_samples" DEFAULT`);
        await runner.query(`CREATE INDEX "ix_meter_samples_transaction"
      ON "meter_samples" ("transaction_id", "timestamp", "event_id", "position")`);
        await runner.query(`CREATE INDEX "ix_meter_samples_outside"
      ON "meter_samples" ("station_id", "timestamp", "event_id", "position") WHERE "transaction_id" IS NULL`);
        await runner.query(`CREATE TABLE "ocpp_messages" (
      "id" uuid NOT NULL, "received_at" timestamptz NOT NULL, "station_id" uuid NOT NULL, "ocpp_version" text NOT NULL,
      "direction" text NOT NULL, "action" text, "message_id" text, "request" bytea NOT NULL, "response" bytea,
      "outcome" text NOT NULL, "answered_at" timestamptz, "count" integer NOT NULL DEFAULT 1
    ) PARTITION BY RANGE ("received_at")`);
        await runner.query(`CREATE TABLE "ocpp_messages_default" PARTITION OF "ocpp_messages" DEFAULT`);
        await runner.query(`CREATE INDEX "ix_ocpp_messages_station" ON "ocpp_messages" ("station_id", "received_at", "id")`);
    }
    async down(runner) {
        await runner.query(`DROP TABLE "ocpp_messages"`);
        await runner.query(`DROP TABLE "meter_samples"`);
        await runner.query(`DROP SEQUENCE "remote_start_ids"`);
        await runner.query(`DROP SEQUENCE "ocpp16_transaction_ids"`);
        await runner.query(`DROP SEQUENCE "connection_epochs"`);
        await runner.query(`DROP TABLE "file_chunks"`);
        await runner.query(`DROP TABLE "files"`);
        await runner.query(`DROP INDEX "ix_api_keys_key_hash"`);
        await runner.query(`DROP TABLE "api_keys"`);
        await runner.query(`DROP INDEX "ix_transactions_open_evse"`);
        await runner.query(`DROP INDEX "ix_transactions_open_token"`);
        await runner.query(`DROP INDEX "ix_transactions_station_started"`);
        await runner.query(`DROP INDEX "ix_transactions_updated"`);
        await runner.query(`DROP INDEX "ix_transactions_started"`);
        await runner.query(`DROP INDEX "ix_transactions_provisional"`);
        await runner.query(`DROP INDEX "ix_transactions_token_key"`);
        await runner.query(`DROP TABLE "transactions"`);
        await runner.query(`DROP INDEX "ix_transaction_events_transaction"`);
        await runner.query(`DROP INDEX "ix_transaction_events_unmatched"`);
        await runner.query(`DROP TABLE "transaction_events"`);
        await runner.query(`DROP INDEX "uq_stations_station_key"`);
        await runner.query(`DROP TABLE "stations"`);
        await runner.query(`DROP TABLE "station_rule_counts"`);
        await runner.query(`DROP INDEX "ix_refused_identities_last_at"`);
        await runner.query(`DROP TABLE "refused_identities"`);
        await runner.query(`DROP TABLE "connectors"`);
        await runner.query(`DROP INDEX "ix_id_tokens_group_id"`);
        await runner.query(`DROP INDEX "uq_id_tokens_token_key"`);
        await runner.query(`DROP TABLE "id_tokens"`);
        await runner.query(`DROP TABLE "id_token_groups"`);
        await runner.query(`DROP INDEX "ix_commands_open"`);
        await runner.query(`DROP INDEX "ix_commands_unlinked_start"`);
        await runner.query(`DROP INDEX "ix_commands_station"`);
        await runner.query(`DROP INDEX "uq_commands_idempotency"`);
        await runner.query(`DROP INDEX "ix_commands_remote_start"`);
        await runner.query(`DROP TABLE "commands"`);
    }
}
//# sourceMappingURL=1795000000000-first-tables.js.map