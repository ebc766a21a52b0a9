var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { isClosedByRule } from './closing.js';
import { TransactionEdits } from './transaction-edits.js';
const MINUTE_MS = 60_000;
/** So long a transaction stays as it is, and a station is connected, before it is asked: messages may be on their way. */
const SETTLE_MS = MINUTE_MS;
const AT_ONCE = 200;
// Asked again after 1, 2, 4 ... minutes, once a day at last; and when the station has come back. An id that the station
// has used again since names another transaction by now.
const DUE = `
  WITH candidates AS (
    SELECT id FROM transactions
    WHERE completeness = 'incomplete' AND NOT settled AND ocpp_version <> '1.6'
      AND (state = 'ended' AND updated_at <= $2 OR state = 'active' AND messages_in_queue IS DISTINCT FROM false)
    UNION
    SELECT t.id FROM transactions t
    WHERE t.state = 'active' AND t.ocpp_version <> '1.6' AND t.updated_at <= $3
      AND coalesce((SELECT e.received_at FROM transaction_events e WHERE e.transaction_id = t.id
                    ORDER BY e.received_at DESC LIMIT 1), t.created_at) <= $3
  )
  SELECT t.id, t.ocpp_transaction_id AS "ocppTransactionId", t.station_id AS "stationUuid", s.station_id AS "stationId"
  FROM candidates JOIN transactions t USING (id) JOIN stations s ON s.id = t.station_id
  WHERE s.connection_epoch IS NOT NULL AND s.connected_at <= $2 AND s.ocpp_version <> '1.6'
    AND s.registration_status = 'Accepted' AND s.boot_answer = 'Accepted'
    AND (t.status_asked_at IS NULL OR t.status_asked_at < s.connected_at
      OR t.status_asked_at <= $1::timestamptz - least(interval '1 minute' * power(2, least(t.status_asks, 20) - 1), interval '1 day'))
    AND NOT EXISTS (SELECT FROM transactions n WHERE n.station_id = t.station_id
      AND n.ocpp_transaction_id = t.ocpp_transaction_id AND n.generation > t.generation)
  ORDER BY t.status_asked_at NULLS FIRST, t.id LIMIT ${AT_ONCE}`;
// no revision: what follows from messages stays as it is
const CLAIM = `
  UPDATE transactions SET status_asked_at = $2, status_asks = status_asks + 1
  WHERE id = $1 AND (status_asked_at IS NULL OR status_asked_at < $3) RETURNING id`;
// an answer that comes late never replaces a newer one
const RECORD = `
  UPDATE transactions SET ongoing = $2, messages_in_queue = $3, status_checked_at = $4,
    settled = state = 'ended' AND NOT ($3 OR coalesce($2, false)), updated_at = greatest(updated_at, $5), revision = revision + 1
  WHERE id = $1 AND (status_checked_at IS NULL OR status_checked_at < $4)
  RETURNING closed_by AS "closedBy"`;
/** What stations say when they are asked about their transactions (E14), and which of them are to be asked. */
let TransactionStatuses = class TransactionStatuses {
    dataSource;
    edits;
    clock;
    constructor(dataSource, edits, clock) {
        this.dataSource = dataSource;
        this.edits = edits;
        this.clock = clock;
    }
    /**
     * The transactions that lack messages, or that nothing was heard of since `silentSince`, of stations that can be
     * asked now. The ones that waited longest come first.
     */
    due(silentSince) {
        const now = this.clock.now();
        return this.dataSource.query(DUE, [now, new Date(now.getTime() - SETTLE_MS), silentSince]);
    }
    /** Takes the right to ask; only one gets it within a minute, whatever process it runs in. */
    async claim(id) {
        const now = this.clock.now();
        const lately = new Date(now.getTime() - MINUTE_MS / 2);
        const [rows] = await this.dataSource.query(CLAIM, [id, now, lately]);
        return rows.length > 0;
    }
    /**
     * Keeps what a station said about a transaction.
     * @param at when it said so
     */
    async record(id, { ongoing, messagesInQueue }, at) {
        const values = [id, ongoing ?? null, messagesInQueue, at, this.clock.now()];
        await this.dataSource.transaction(async (manager) => {
            const [rows] = await manager.query(RECORD, values);
            if (!ongoing || !rows[0]?.closedBy)
                return;
            const [row] = await this.edits.locked(manager, [id]);
            // the station knows better than any rule
            if (row && isClosedByRule(row.closedBy)) {
                await this.edits.save(manager, [{ ...row, provisionalEndAt: null, closedBy: null }]);
            }
        });
    }
};
TransactionStatuses = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        TransactionEdits,
        Clock])
], TransactionStatuses);
export { TransactionStatuses };
//# sourceMappingURL=transaction-statuses.js.map