import { tokenKeyOf } from '../../modules/authorization/index.js';
import { sieveOf, withoutToken } from './token-in-frame.js';
const ROWS_AT_ONCE = 200;
const COLUMNS = 'SELECT id, progress, correction::text AS correction FROM transactions';
const OF_TOKEN = `${COLUMNS} WHERE token_key = $1 ORDER BY id LIMIT ${ROWS_AT_ONCE} FOR UPDATE`;
// what the station said of a corrected transaction is found by what was noted of it
const CORRECTED = `${COLUMNS} WHERE id IN (
    SELECT transaction_id FROM transaction_corrections
    WHERE position($1 IN lower((before::text || after::text || changes::text) COLLATE "C")) > 0)
    AND token_key IS DISTINCT FROM $2
  ORDER BY id FOR UPDATE`;
// who holds the transaction in memory learns by its revision that it has changed
const CHANGE = `
  UPDATE transactions t
  SET token_value = CASE WHEN t.token_key = $1 THEN $2 ELSE t.token_value END,
      token_key = CASE WHEN t.token_key = $1 THEN $3 ELSE t.token_key END,
      progress = c.progress::json, correction = c.correction::json, revision = t.revision + 1,
      updated_at = greatest(t.updated_at, date_trunc('milliseconds', $4::timestamptz))
  FROM unnest($5::uuid[], $6::text[], $7::text[]) AS c(id, progress, correction) WHERE t.id = c.id`;
/**
 * Puts the pseudonym in the place of the token of some of its transactions. They count as changed: whoever keeps a copy
 * of them learns that the token is gone.
 * @returns how many there were; 0: none is left
 */
export async function eraseFromTransactions(session, token, now) {
    return write(session, token, now, await session.rows(OF_TOKEN, [tokenKeyOf(token)]));
}
/** The same for transactions that an operator said to be of another token. */
export async function eraseFromCorrected(session, token, now) {
    return write(session, token, now, await session.rows(CORRECTED, [sieveOf(token), keyAfter(token)]));
}
/** The key of the pseudonym. */
const keyAfter = ({ pseudonym, type }) => tokenKeyOf({ value: pseudonym, type });
async function write(session, token, now, rows) {
    if (rows.length === 0)
        return 0;
    const { pseudonym } = token;
    const key = tokenKeyOf(token);
    return session.change(CHANGE, [
        key,
        pseudonym,
        keyAfter(token),
        now,
        rows.map(({ id }) => id),
        rows.map(({ progress }) => JSON.stringify(withoutTokenIn(progress, key, pseudonym))),
        rows.map(({ correction }) => correction && (withoutToken(Buffer.from(correction), token)?.toString() ?? correction)),
    ]);
}
function withoutTokenIn({ token, ...progress }, key, pseudonym) {
    if (!token || tokenKeyOf(token.value) !== key)
        return { ...progress, ...(token && { token }) };
    return { ...progress, token: { ...token, value: { ...token.value, value: pseudonym } } };
}
//# sourceMappingURL=stored-transactions.js.map