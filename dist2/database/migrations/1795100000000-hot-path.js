const PART = `m.id, m.received_at, m.station_id, m.ocpp_version, m.direction, m.action, m.message_id`;
/**
 * What was sampled at one moment becomes one row, transactions count their changes, and the message log leaves out the
 * frames that are stored as events. Sampled values that are stored already are carried over: in a large database that
 * takes minutes for each ten million.
 */
export class HotPath1795100000000 {
    async up(runner) {
        await runner.query(`ALTER TABLE "transactions" ADD "revision" integer NOT NULL DEFAULT 0`);
        await runner.query(`CREATE TABLE "meter_values" (
      "event_id" uuid NOT NULL, "position" integer NOT NULL, "received_at" timestamptz NOT NULL,
      "station_id" uuid NOT NULL, "transaction_id" uuid, "evse_id" integer, "timestamp" timestamptz NOT NULL,
      "samples" json NOT NULL
    ) PARTITION BY RANGE ("received_at")`);
        await runner.query(`CREATE TABLE "meter_values_default" PARTITION OF "meter_values" DEFAULT`);
        await runner.query(`INSERT INTO "meter_values"
      SELECT event_id, min(position), received_at, station_id, transaction_id, evse_id, timestamp,
             json_agg(json_build_object(
               'measurand', measurand, 'value', value::text, 'unit', unit, 'rawValue', raw_value, 'rawUnit', raw_unit,
               'phase', phase, 'context', context, 'location', location,
               'format', nullif(format, 'Raw'), 'signed', signed) ORDER BY position)
      FROM "meter_samples" GROUP BY event_id, received_at, station_id, transaction_id, evse_id, timestamp`);
        await runner.query(`DROP TABLE "meter_samples"`);
        await runner.query(`CREATE INDEX "ix_meter_values_transaction"
      ON "meter_values" ("transaction_id", "timestamp", "event_id", "position")`);
        await runner.query(`CREATE INDEX "ix_meter_values_outside"
      ON "meter_values" ("station_id", "timestamp", "event_id", "position") WHERE "transaction_id" IS NULL`);
        await runner.query(`ALTER TABLE "ocpp_messages" ALTER COLUMN "request" DROP NOT NULL`);
        await runner.query(`CREATE VIEW "logged_messages" AS
      SELECT ${PART}, coalesce(m.request, e.payload) AS request, m.response, m.outcome, m.answered_at, m.count
      FROM "ocpp_messages" m LEFT JOIN "transaction_events" e ON m.request IS NULL AND e.id = m.id`);
    }
    async down(runner) {
        await runner.query(`DROP VIEW "logged_messages"`);
        await runner.query(`UPDATE "ocpp_messages" m SET request = coalesce(
      (SELECT e.payload FROM "transaction_events" e WHERE e.id = m.id), '') WHERE m.request IS NULL`);
        await runner.query(`ALTER TABLE "ocpp_messages" ALTER COLUMN "request" SET NOT NULL`);
        await runner.query(`CREATE TABLE "meter_samples" (
      "event_id" uuid NOT NULL, "position" integer NOT NULL, "received_at" timestamptz NOT NULL,
      "station_id" uuid NOT NULL, "transaction_id" uuid, "evse_id" integer, "timestamp" timestamptz NOT NULL,
      "measurand" text NOT NULL, "value" numeric, "unit" text, "raw_value" text NOT NULL, "raw_unit" text,
      "phase" text, "context" text NOT NULL, "location" text NOT NULL, "format" text NOT NULL, "signed" json
    ) PARTITION BY RANGE ("received_at")`);
        await runner.query(`CREATE TABLE "meter_samples_default" PARTITION OF "meter_samples" DEFAULT`);
        await runner.query(`INSERT INTO "meter_samples"
      SELECT v.event_id, v.position + s.ordinality - 1, v.received_at, v.station_id, v.transaction_id, v.evse_id,
             v.timestamp, s.sample ->> 'measurand', (s.sample ->> 'value')::numeric, s.sample ->> 'unit',
             coalesce(s.sample ->> 'rawValue', s.sample ->> 'value', ''), s.sample ->> 'rawUnit',
             s.sample ->> 'phase', coalesce(s.sample ->> 'context', 'Sample.Periodic'),
             coalesce(s.sample ->> 'location', 'Outlet'), coalesce(s.sample ->> 'format', 'Raw'), s.sample -> 'signed'
      FROM "meter_values" v, json_array_elements(v.samples) WITH ORDINALITY AS s(sample, ordinality)`);
        await runner.query(`DROP TABLE "meter_values"`);
        await runner.query(`CREATE INDEX "ix_meter_samples_transaction"
      ON "meter_samples" ("transaction_id", "timestamp", "event_id", "position")`);
        await runner.query(`CREATE INDEX "ix_meter_samples_outside"
      ON "meter_samples" ("station_id", "timestamp", "event_id", "position") WHERE "transaction_id" IS NULL`);
        await runner.query(`ALTER TABLE "transactions" DROP COLUMN "revision"`);
    }
}
//# sourceMappingURL=1795100000000-hot-path.js.map