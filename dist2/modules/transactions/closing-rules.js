/** A station that has come back has this long to hand over what it kept. */
const HAND_OVER = `interval '15 minutes'`;
/** A message may be under way when the station says that nothing runs. */
const UNDER_WAY = `interval '30 seconds'`;
/** When a transaction was last heard of, also by values that change nothing of it. */
const HEARD = `coalesce((SELECT e.received_at FROM transaction_events e WHERE e.transaction_id = t.id
  ORDER BY e.received_at DESC LIMIT 1), t.created_at)`;
/**
 * When the station said that the connector is available, or all of the EVSE where it is not known which; null where it
 * said anything else.
 */
const FREED = `(SELECT max(c.received_at) FROM connectors c WHERE c.station_id = t.station_id AND c.evse_id = t.evse_id
  AND (t.connector_id IS NULL OR c.connector_id = t.connector_id) HAVING bool_and(c.status = 'Available'))`;
const CONNECTED = 's.connection_epoch IS NOT NULL';
/**
 * How each rule is told; of several the first counts. A boot alone closes nothing: stations go on with what ran before.
 * Of what runs there is never more than there are EVSEs, so that the index of open transactions serves them all; what
 * is cheap to know comes first, and few are left for the rest.
 */
const RULES = {
    // the station itself says that it is over and that nothing more will come
    'not-ongoing': `NOT t.ongoing AND NOT t.messages_in_queue AND t.status_checked_at <= $1::timestamptz - ${UNDER_WAY}
    AND ${HEARD} < t.status_checked_at`,
    // nobody is plugged in any more. In 2.x a transaction may wait for its cable: that is no sign
    'connector-available': `${CONNECTED} AND (t.ocpp_version = '1.6' OR t.charging_state <> 'Idle')
    AND ${FREED} <= $4::timestamptz AND ${FREED} > ${HEARD}
    AND NOT (coalesce(t.ongoing OR t.messages_in_queue, false) AND t.status_checked_at >= ${FREED})`,
    stale: `${CONNECTED} AND t.created_at <= $2::timestamptz AND s.connected_at <= $1::timestamptz - ${HAND_OVER}
    AND NOT coalesce(t.ongoing AND t.status_checked_at > $2, false) AND ${HEARD} <= $2`,
    'station-away': `NOT ${CONNECTED} AND s.disconnected_at <= $3::timestamptz AND ${HEARD} <= $3`,
};
const CLOSABLE = `SELECT DISTINCT ON (id) id, rule, revision FROM (${Object.entries(RULES)
    .map(([rule, condition], i) => `
  SELECT t.id, '${rule}' AS rule, t.revision, ${i} AS place
  FROM transactions t JOIN stations s ON s.id = t.station_id WHERE t.state = 'active' AND ${condition}`)
    .join(' UNION ALL ')}) found ORDER BY id, place LIMIT $5`;
/** The transactions that a rule closes now, at most `limit` of them. */
export const closable = (manager, { now, stale, away, available }, limit) => manager.query(CLOSABLE, [now, stale, away, available, limit]);
//# sourceMappingURL=closing-rules.js.map