/** Tables whose rows have all lain in one partition so far, and the span of those that they get from now on. */
const PARTITIONED = [
    { table: 'ocpp_messages', unit: 'day' },
    { table: 'meter_values', unit: 'month' },
];
/** The end of the endless partition, requests to erase tokens, and indexes for lists of a long history. */
export class DataGrowth1795300000000 {
    async up(runner) {
        await runner.query(`CREATE TABLE "id_token_erasures" ("id" uuid NOT NULL, "state" text NOT NULL, "value" text, "type" text NOT NULL, "pseudonym" text NOT NULL, "reason" text NOT NULL, "operator_id" uuid NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, "counts" json NOT NULL, "position" json, CONSTRAINT "pk_id_token_erasures" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_id_token_erasures_open" ON "id_token_erasures"  ("id") WHERE state <> 'done'`);
        await runner.query(`CREATE TABLE "retention_notes" ("name" text NOT NULL, "value" json NOT NULL, CONSTRAINT "pk_retention_notes" PRIMARY KEY ("name"))`);
        for (const { table, unit } of PARTITIONED)
            await closeDefault(runner, table, unit);
        // what the log is filtered by stands in its index: a rare action is found without reading a station's whole log
        await runner.query(`DROP INDEX "ix_ocpp_messages_station"`);
        await runner.query(`CREATE INDEX "ix_ocpp_messages_station"
      ON "ocpp_messages" ("station_id", "received_at", "id") INCLUDE ("action", "direction")`);
        // up to date with what was added since the last vacuum, and not misled by a few old rows that change late
        await runner.query(`DROP INDEX "ix_transactions_updated"`);
        await runner.query(`CREATE INDEX "ix_transactions_updated" ON "transactions"
      USING brin ("updated_at" timestamptz_minmax_multi_ops) WITH (pages_per_range = 32, autosummarize = on)`);
        await runner.query(`DROP INDEX "ix_transactions_token_key"`);
        await runner.query(`CREATE INDEX "ix_transactions_token_started" ON "transactions"  ("token_key", "started_at", "id")`);
    }
    /** Partitions stay: a TAU before this one writes to them as well. */
    async down(runner) {
        await runner.query(`DROP INDEX "ix_transactions_token_started"`);
        await runner.query(`CREATE INDEX "ix_transactions_token_key" ON "transactions"  ("token_key")`);
        await runner.query(`DROP INDEX "ix_transactions_updated"`);
        await runner.query(`CREATE INDEX "ix_transactions_updated" ON "transactions" USING brin ("updated_at")`);
        await runner.query(`DROP INDEX "ix_ocpp_messages_station"`);
        await runner.query(`CREATE INDEX "ix_ocpp_messages_station" ON "ocpp_messages" ("station_id", "received_at", "id")`);
        await runner.query(`DROP TABLE "retention_notes"`);
        await runner.query(`DROP INDEX "ix_id_token_erasures_open"`);
        await runner.query(`DROP TABLE "id_token_erasures"`);
    }
}
/**
 * What was stored up to now becomes a partition with an end. Left where it is, it would be searched through, with
 * everybody waiting, each time that a partition is made. Rows of impossible times are left to the housekeeping.
 */
async function closeDefault(runner, table, unit) {
    const [span] = (await runner.query(`SELECT date_trunc('${unit}', min(received_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS "from",
            (date_trunc('${unit}', max(received_at) AT TIME ZONE 'UTC') + interval '1 ${unit}') AT TIME ZONE 'UTC' AS "to"
     FROM "${table}_default"
     HAVING min(received_at) > now() - interval '20 years' AND max(received_at) < now() + interval '1 day'`));
    if (!span)
        return;
    const closed = `${table}_until_${span.to.toISOString().slice(0, 10).replaceAll('-', '_')}`;
    await runner.query(`ALTER TABLE "${table}" DETACH PARTITION "${table}_default"`);
    await runner.query(`ALTER TABLE "${table}_default" RENAME TO "${closed}"`);
    await runner.query(`ALTER TABLE "${table}" ATTACH PARTITION "${closed}"
     FOR VALUES FROM ('${span.from.toISOString()}') TO ('${span.to.toISOString()}')`);
    await runner.query(`CREATE TABLE "${table}_default" PARTITION OF "${table}" DEFAULT`);
}
//# sourceMappingURL=1795300000000-data-growth.js.map