/**
 * Whether the messages of a transaction are all there, what closed it where its end is lost, and what operators
 * corrected. Flags tell of the transactions that are there already as much as can be told.
 */
export class Completeness1795200000000 {
    async up(runner) {
        await runner.query(`ALTER TABLE "transactions"
      ADD "closed_by" text,
      ADD "completeness" text NOT NULL DEFAULT 'unknown',
      ADD "ongoing" boolean,
      ADD "messages_in_queue" boolean,
      ADD "status_checked_at" TIMESTAMP WITH TIME ZONE,
      ADD "status_asked_at" TIMESTAMP WITH TIME ZONE,
      ADD "status_asks" integer NOT NULL DEFAULT '0',
      ADD "settled" boolean NOT NULL DEFAULT false,
      ADD "correction" json`);
        await runner.query(`UPDATE "transactions" SET "closed_by" = 'next-transaction' WHERE "provisional_end_at" IS NOT NULL`);
        await runner.query(`UPDATE "transactions"
      SET "completeness" = CASE
        WHEN "flags" && '{seq-no-gap,start-missing,ended-by-next-transaction}' THEN 'incomplete' ELSE 'complete' END
      WHERE "state" = 'ended' OR "flags" && '{seq-no-gap,start-missing}'`);
        await runner.query(`CREATE INDEX "ix_transactions_incomplete" ON "transactions"  ("started_at", "id") WHERE completeness = 'incomplete'`);
        await runner.query(`CREATE INDEX "ix_transactions_to_ask" ON "transactions"  ("station_id") WHERE completeness = 'incomplete' AND NOT settled AND ocpp_version <> '1.6'`);
        await runner.query(`CREATE TABLE "transaction_corrections" ("id" uuid NOT NULL, "transaction_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "operator_id" uuid NOT NULL, "operator_name" text NOT NULL, "reason" text NOT NULL, "changes" json NOT NULL, "withdraws" uuid, "before" json NOT NULL, "after" json NOT NULL, CONSTRAINT "pk_transaction_corrections" PRIMARY KEY ("id"))`);
        await runner.query(`CREATE INDEX "ix_transaction_corrections_transaction" ON "transaction_corrections"  ("transaction_id", "at", "id")`);
    }
    async down(runner) {
        await runner.query(`DROP TABLE "transaction_corrections"`);
        await runner.query(`DROP INDEX "ix_transactions_to_ask"`);
        await runner.query(`DROP INDEX "ix_transactions_incomplete"`);
        await runner.query(`ALTER TABLE "transactions"
      DROP COLUMN "correction",
      DROP COLUMN "settled",
      DROP COLUMN "status_asks",
      DROP COLUMN "status_asked_at",
      DROP COLUMN "status_checked_at",
      DROP COLUMN "messages_in_queue",
      DROP COLUMN "ongoing",
      DROP COLUMN "completeness",
      DROP COLUMN "closed_by"`);
    }
}
//# sourceMappingURL=1795200000000-completeness.js.map