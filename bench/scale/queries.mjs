// Every list and export of the REST API, as requests over what generate.mjs has made.
const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days) => new Date(Date.now() - days * DAY_MS).toISOString();
const encode = (...position) => Buffer.from(JSON.stringify(position)).toString('base64url');
const q = (parameters) => new URLSearchParams(parameters).toString();

/** Numbers that look random and are the same in each run. */
function* numbers(below, seed = 7) {
  for (let n = seed; ; n = (n * 48271) % 2147483647) yield n % below;
}

/**
 * What is measured: a title, and a path for each of its requests.
 * @param sample ids and positions read from the database
 */
export function queries({ transactions, events, stations, orphanStations, commands }) {
  const numbered = numbers(1_000_000);
  const some = (list) => list[numbered.next().value % list.length];
  const station = () => `CS${String(1 + (numbered.next().value % stations)).padStart(5, '0')}`;
  const token = () => `DRV${String(numbered.next().value % 20000).padStart(6, '0')}`;
  const far = () => some(transactions);
  const transactionCursor = () => encode(far().startedAt, far().id);
  const list = (parameters = {}) => `/transactions?${q(parameters)}`;
  return [
    ['transactions', () => list()],
    ['transactions, deep page', () => list({ cursor: transactionCursor() })],
    ['transactions, 500 of them', () => list({ limit: 500 })],
    ['transactions of a station', () => list({ stationId: station() })],
    ['transactions of a station, deep page', () => list({ stationId: station(), cursor: transactionCursor() })],
    ['transactions, active', () => list({ state: 'active' })],
    ['transactions, active, last page', () => list({ state: 'active', cursor: encode(ago(390), far().id) })],
    ['transactions, ended', () => list({ state: 'ended' })],
    ['transactions of a token', () => list({ token: token() })],
    ['transactions of a fleet card (6,000)', () => list({ token: 'FLEET001' })],
    ['transactions of a fleet card, deep page', () => list({ token: 'FLEET001', cursor: transactionCursor() })],
    ['transactions of an unknown token', () => list({ token: 'NOBODY' })],
    ['transactions of a month', () => list({ from: ago(200), to: ago(170) })],
    ['transactions of a month at a station', () => list({ stationId: station(), from: ago(200), to: ago(170) })],
    ['transactions of a token in a month', () => list({ token: token(), from: ago(200), to: ago(170) })],
    ['transactions of a fleet card in a month', () => list({ token: 'FLEET001', from: ago(200), to: ago(170) })],
    ['transactions, active at a station', () => list({ stationId: station(), state: 'active' })],
    ['transactions, active of a token', () => list({ token: token(), state: 'active' })],
    ['transactions of a token at a station', () => list({ token: 'FLEET001', stationId: station() })],
    ['transactions of an unknown station', () => list({ stationId: 'NOWHERE' })],
    ['changed in the last minutes', () => list({ updatedSince: ago(0.003) })],
    ['changed in the last day', () => list({ updatedSince: ago(1) })],
    ['changed in 13 months, first page', () => list({ updatedSince: ago(395) })],
    [
      'changed in 13 months, deep page',
      () => list({ updatedSince: ago(395), cursor: encode(far().updatedAt, far().id) }),
    ],
    [
      'changed in 13 months, 500 of them',
      () => list({ updatedSince: ago(395), cursor: encode(far().updatedAt, far().id), limit: 500 }),
    ],
    ['changed, of a station', () => list({ updatedSince: ago(395), stationId: station() })],
    ['changed, of a token', () => list({ updatedSince: ago(395), token: token() })],
    ['changed, of a fleet card', () => list({ updatedSince: ago(395), token: 'FLEET001' })],
    ['changed, active', () => list({ updatedSince: ago(395), state: 'active' })],
    ['changed, ended', () => list({ updatedSince: ago(100), state: 'ended' })],
    ['changed, and started in a month', () => list({ updatedSince: ago(300), from: ago(200), to: ago(170) })],
    ['transactions of a station (its own list)', () => `/stations/${station()}/transactions`],
    ['a transaction', () => `/transactions/${far().id}`],
    ['meter values of a transaction', () => `/transactions/${far().id}/meter-values`],
    [
      'meter values of a transaction, next page',
      () =>
        `/transactions/${far().id}/meter-values?${q({ limit: 20, cursor: encode(far().startedAt, far().id, '0', '0') })}`,
    ],
    ['meter values of a transaction as CSV', () => [`/transactions/${far().id}/meter-values`, 'text/csv']],
    ['messages of a transaction', () => `/transactions/${far().id}/events`],
    [
      'messages of a transaction, next page',
      () => `/transactions/${far().id}/events?${q({ limit: 5, cursor: encode(far().startedAt, far().id) })}`,
    ],
    ['meter values outside of transactions', () => `/stations/${station()}/meter-values`],
    [
      'meter values outside, deep page',
      () => `/stations/${station()}/meter-values?${q({ cursor: encode(ago(100), far().id, '0', '0') })}`,
    ],
    ['unmatched messages', () => `/stations/${some(orphanStations)}/unmatched-events`],
    [
      'unmatched messages, deep page',
      () => `/stations/${some(orphanStations)}/unmatched-events?${q({ cursor: encode(ago(100), some(events)) })}`,
    ],
    ['message log of a station', () => `/stations/${station()}/messages`],
    ['message log, deep page', () => `/stations/${station()}/messages?${q({ cursor: encode(ago(20), some(events)) })}`],
    ['message log, frequent action', () => `/stations/${station()}/messages?action=StatusNotification`],
    ['message log, rare action', () => `/stations/${station()}/messages?action=FirmwareStatusNotification`],
    [
      'message log, an action that never came, of a noisy station (100,000)',
      () => '/stations/CS00007/messages?action=FirmwareStatusNotification',
    ],
    ['message log, to the station', () => `/stations/${station()}/messages?direction=to-station`],
    ['commands of a station', () => `/stations/${station()}/commands`],
    ['commands of a station by state', () => `/stations/${station()}/commands?state=timed-out`],
    ['commands of a station by name', () => `/stations/${station()}/commands?name=RequestStartTransaction`],
    ['a command', () => `/commands/${some(commands)}`],
    ['stations', () => '/stations'],
    ['stations, deep page', () => `/stations?${q({ cursor: encode('cs01000') })}`],
    ['stations by a word', () => '/stations?search=Station%201999'],
    ['stations by a label', () => '/stations?label=region-7'],
    ['stations, connected', () => '/stations?connected=true'],
    ['a station', () => `/stations/${station()}`],
    ['id tokens', () => '/id-tokens'],
    ['id tokens by value', () => `/id-tokens?value=${token()}`],
    ['id tokens of a group', () => '/id-tokens?groupId=GROUP10'],
    ['id tokens by status', () => '/id-tokens?status=Blocked'],
    ['refused identities', () => '/refused-identities'],
  ];
}

/** Exports of many rows, measured once each. */
export const exports_ = [
  ['all transactions of a station as CSV', () => ['/transactions?stationId=CS00042', 'text/csv']],
  ['all transactions of a month as CSV', () => [`/transactions?${q({ from: ago(200), to: ago(170) })}`, 'text/csv']],
  ['all transactions changed in 30 days as CSV', () => [`/transactions?${q({ updatedSince: ago(30) })}`, 'text/csv']],
];

/** Ids and positions for the requests, spread over the whole history. */
export async function sampleOf(client) {
  const read = async (statement) => (await client.query(statement)).rows;
  const transactions = await read(
    `SELECT id, started_at AS "startedAt", updated_at AS "updatedAt" FROM transactions TABLESAMPLE BERNOULLI (1) REPEATABLE (7)
     WHERE state = 'ended' LIMIT 2000`,
  );
  const [{ stations }] = await read('SELECT count(*)::int AS stations FROM stations');
  const orphans = await read(
    `SELECT s.station_id AS name, e.id FROM transaction_events e JOIN stations s ON s.id = e.station_id
     WHERE e.transaction_id IS NULL AND e.kind <> 'MeterValues' LIMIT 500`,
  );
  const commands = await read('SELECT id FROM commands TABLESAMPLE BERNOULLI (1) REPEATABLE (7) LIMIT 500');
  return {
    transactions: transactions.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    })),
    stations,
    orphanStations: orphans.map(({ name }) => name),
    events: orphans.map(({ id }) => id),
    commands: commands.map(({ id }) => id),
  };
}
