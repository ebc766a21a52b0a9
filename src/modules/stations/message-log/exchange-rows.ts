import { uuidv7 } from '../../../common/uuid.js';
import type { Exchange } from '../../../ocpp/index.js';
import type { Statement } from '../../../database/statement.js';
import { storable } from '../../../database/storable-text.js';

/** An exchange, or several alike that one row stands for. */
export interface LoggedExchange extends Exchange {
  readonly count?: number;
}

// The bytes of all rows come as one binary parameter and are cut apart there: as elements of an array each of them
// would have to be escaped into a text twice its size.
export const INSERT_EXCHANGES: Statement = {
  name: 'insert-ocpp-messages',
  text: `
  INSERT INTO ocpp_messages (id, received_at, station_id, ocpp_version, direction, action, message_id, request,
                             response, outcome, answered_at, count)
  SELECT t.id, to_timestamp(t.received), t.station, t.version, t.direction, t.action, t.message_id,
         substring($1::bytea FROM t.start FOR t.request), substring($1::bytea FROM t.start + t.request FOR t.response),
         t.outcome, to_timestamp(t.answered), t.count
  FROM unnest($2::uuid[], $3::float8[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
              $10::int[], $11::int[], $12::text[], $13::float8[], $14::int[])
    AS t(id, received, station, version, direction, action, message_id, start, request, response, outcome, answered,
         count)`,
};

const LONGEST_NAME = 100;

const seconds = (at: Date): number => at.getTime() / 1000;
const name = (text: string | undefined): string | null =>
  text === undefined ? null : storable(text.slice(0, LONGEST_NAME));

/** An array parameter of values that need no quotes; the driver would search each of them for what to escape. */
const plain = (values: readonly (string | number | undefined)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

/** The parameters of INSERT_EXCHANGES. */
export function toParameters(exchanges: readonly LoggedExchange[]): unknown[] {
  const bytes: Uint8Array[] = [];
  const starts: number[] = [];
  let position = 1;
  for (const { request, response } of exchanges) {
    starts.push(position);
    bytes.push(request);
    if (response) bytes.push(response);
    position += request.length + (response?.length ?? 0);
  }
  return [
    Buffer.concat(bytes),
    plain(exchanges.map(({ receivedAt }) => uuidv7(receivedAt.getTime()))),
    plain(exchanges.map(({ receivedAt }) => seconds(receivedAt))),
    plain(exchanges.map(({ stationUuid }) => stationUuid)),
    plain(exchanges.map(({ version }) => version)),
    plain(exchanges.map(({ direction }) => direction)),
    exchanges.map(({ action }) => name(action)),
    exchanges.map(({ messageId }) => name(messageId)),
    plain(starts),
    plain(exchanges.map(({ request }) => request.length)),
    plain(exchanges.map(({ response }) => response?.length)),
    exchanges.map(({ outcome }) => storable(outcome)),
    plain(exchanges.map(({ answeredAt }) => answeredAt && seconds(answeredAt))),
    plain(exchanges.map(({ count }) => count ?? 1)),
  ];
}
