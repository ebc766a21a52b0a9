// Fills an empty TAU database with the history of a charging network: rows as TAU writes them, made by SQL alone.
const DAY_MS = 24 * 60 * 60 * 1000;
const ONE_MESSAGE = 'ocpp_messages';

/** A UUIDv7 of that time, the same for the same number; `pick` gives a number below its second argument. */
const FUNCTIONS = `
  CREATE OR REPLACE FUNCTION pg_temp.uuid_at(at timestamptz, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' ||
            substr(md5(n::text), 4, 15))::uuid $$;
  CREATE OR REPLACE FUNCTION pg_temp.station(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT md5('station ' || n)::uuid $$;
  CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, below bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT ((n * 2654435761) % 4294967291) % below $$;`;

const pad = (n) => String(n).padStart(2, '0');
const dayOf = (at) => new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
const monthOf = (at) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
const nextDay = (at) => new Date(at.getTime() + DAY_MS);
const nextMonth = (at) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
const byDay = {
  first: dayOf,
  next: nextDay,
  name: (d) => `${d.getUTCFullYear()}_${pad(d.getUTCMonth() + 1)}_${pad(d.getUTCDate())}`,
};
const byMonth = { first: monthOf, next: nextMonth, name: (d) => `${d.getUTCFullYear()}_${pad(d.getUTCMonth() + 1)}` };

async function makePartitions(client, table, { first, next, name }, from, to) {
  for (let at = first(from); at <= to; at = next(at)) {
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${table}_${name(at)} PARTITION OF ${table}
       FOR VALUES FROM ('${at.toISOString()}') TO ('${next(at).toISOString()}')`,
    );
  }
}

/** What a transaction of the generated network is, in SQL over its number `i`. */
const COURSE = `
  SELECT i, 1 + pg_temp.pick(i, $2) AS station_no,
    date_trunc('milliseconds', $3::timestamptz + i * ($4::timestamptz - $3::timestamptz) / $1) AS started_at,
    date_trunc('milliseconds', $3::timestamptz + i * ($4::timestamptz - $3::timestamptz) / $1)
      + (20 + pg_temp.pick(i * 7 + 1, 160)) * interval '1 minute' AS ends_at,
    CASE WHEN i % 50 = 0 THEN 'FLEET001' ELSE 'DRV' || lpad(pg_temp.pick(i * 3 + 2, 20000)::text, 6, '0') END AS token,
    10000000 + pg_temp.pick(i * 5 + 3, 1000000) AS meter_start, 2000 + pg_temp.pick(i * 11 + 4, 60000) AS energy,
    i % 1000 = 17 AS end_lost
  FROM generate_series(1, $1::bigint) i`;

const STATIONS = `
  INSERT INTO stations (id, station_id, station_key, name, labels, registration_status, ocpp_version, vendor, model,
                        serial_number, firmware_version, last_seen_at)
  SELECT pg_temp.station(n), 'CS' || lpad(n::text, 5, '0'), 'cs' || lpad(n::text, 5, '0'), 'Station ' || n,
    ARRAY['region-' || n % 20], 'Accepted', CASE n % 2 WHEN 0 THEN '1.6' ELSE '2.0.1' END, 'Vendor ' || n % 7,
    'Model ' || n % 23, 'SN' || n, '1.0.' || n % 9, now()
  FROM generate_series(1, $1::bigint) n`;

const CONNECTORS = `
  INSERT INTO connectors (id, station_id, evse_id, connector_id, status, reported_status, status_since, received_at)
  SELECT md5('connector ' || n || ' ' || e)::uuid, pg_temp.station(n), e, 1, 'Available', 'Available', now(), now()
  FROM generate_series(1, $1::bigint) n, generate_series(1, 2) e`;

const TOKENS = `
  INSERT INTO id_tokens (id, value, type, token_key, group_id)
  SELECT pg_temp.uuid_at(now() - interval '400 days' + n * interval '1 minute', n), 'DRV' || lpad(n::text, 6, '0'), 'ISO14443',
    'drv' || lpad(n::text, 6, '0'), CASE WHEN n % 10 = 0 THEN 'GROUP' || n % 50 END
  FROM generate_series(0, 19999) n`;

const TRANSACTIONS = `
  INSERT INTO transactions (id, station_id, ocpp_transaction_id, ocpp_version, state, evse_id, connector_id, token_value,
    token_type, token_key, started_at, ended_at, meter_start_wh, meter_stop_wh, energy_wh, charging_state, stop_reason,
    flags, progress, created_at, updated_at)
  SELECT pg_temp.uuid_at(started_at, i), pg_temp.station(station_no), i::text, '1.6',
    CASE WHEN is_open THEN 'active' ELSE 'ended' END, 1 + i % 2, 1, token, 'ISO14443', lower(token), started_at,
    CASE WHEN NOT is_open THEN ends_at END, meter_start, meter_start + energy, energy, 'Charging',
    CASE WHEN NOT is_open THEN 'Local' END, '{}',
    json_build_object('start', json_build_object('key', json_build_array(0, 1, md5(i::text)),
        'value', json_build_object('time', extract(epoch FROM started_at) * 1000, 'real', true)),
      'token', json_build_object('key', json_build_array(0, 1, md5(i::text)),
        'value', json_build_object('value', token, 'type', 'ISO14443')),
      'evse', json_build_object('key', json_build_array(0, 1, md5(i::text)),
        'value', json_build_object('evseId', 1 + i % 2, 'connectorId', 1)),
      'firstReading', json_build_object('key', json_build_array(0, 1, md5(i::text)),
        'value', json_build_object('exact', true, 'at', 1, 'wh', meter_start::text)),
      'lastReading', json_build_object('key', json_build_array(2, 1, md5((-i)::text)),
        'value', json_build_object('exact', true, 'at', 1, 'wh', (meter_start + energy)::text)),
      'flags', '[]'::json),
    started_at, CASE WHEN end_lost THEN started_at WHEN is_open THEN $4::timestamptz ELSE ends_at END
  FROM (SELECT *, end_lost OR ends_at > $4::timestamptz AS is_open FROM (${COURSE}) c) c ORDER BY c.i`;

const START_FRAME = `convert_to(format('[2,"%s","StartTransaction",{"connectorId":1,"idTag":"%s","meterStart":%s,"timestamp":"%s"}]',
  i, token, meter_start, to_json(started_at)#>>'{}'), 'UTF8')`;
const STOP_FRAME = `convert_to(format('[2,"s%s","StopTransaction",{"transactionId":%s,"idTag":"%s","meterStop":%s,"timestamp":"%s","reason":"Local"}]',
  i, i, token, meter_start + energy, to_json(ends_at)#>>'{}'), 'UTF8')`;
const METER_FRAME = `convert_to(format('[2,"m%s","MeterValues",{"connectorId":1,"transactionId":%s,"meterValue":[{"timestamp":"%s","sampledValue":[' ||
  '{"value":"%s","context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","unit":"Wh"},' ||
  '{"value":"11040","context":"Sample.Periodic","measurand":"Power.Active.Import","unit":"W"},' ||
  '{"value":"16.0","context":"Sample.Periodic","measurand":"Current.Import","unit":"A"},' ||
  '{"value":"230.1","context":"Sample.Periodic","measurand":"Voltage","unit":"V"}]}]}]',
  k, i, to_json(at)#>>'{}', meter_start + energy * n / $5::bigint), 'UTF8')`;

const EVENT_COLUMNS = `id, station_id, natural_key, transaction_id, kind, ocpp_version, timestamp, received_at, payload`;
/** Every transaction with the moments at which it was measured: $5 of them. */
const MEASURED = `SELECT c.*, n, i * 1000 + n AS k, date_trunc('milliseconds', started_at + (ends_at - started_at) * n / ($5::bigint + 1)) AS at
  FROM (${COURSE}) c, generate_series(1, $5::bigint) n`;

const EVENTS = `
  INSERT INTO transaction_events (${EVENT_COLUMNS})
  SELECT * FROM (
    SELECT pg_temp.uuid_at(started_at, i) AS id, pg_temp.station(station_no), decode(md5('start ' || i), 'hex'),
      pg_temp.uuid_at(started_at, i), 'StartTransaction', '1.6', started_at, started_at AS at, ${START_FRAME}
    FROM (${COURSE}) c
    UNION ALL
    SELECT pg_temp.uuid_at(ends_at, -i), pg_temp.station(station_no), decode(md5('stop ' || i), 'hex'),
      pg_temp.uuid_at(started_at, i), 'StopTransaction', '1.6', ends_at, ends_at, ${STOP_FRAME}
    FROM (${COURSE}) c WHERE NOT end_lost AND ends_at < $4::timestamptz
    UNION ALL
    SELECT pg_temp.uuid_at(at, k), pg_temp.station(station_no), decode(md5('meter ' || k), 'hex'),
      pg_temp.uuid_at(started_at, i), 'MeterValues', '1.6', at, at, ${METER_FRAME}
    FROM (${MEASURED}) m WHERE at < $4::timestamptz
  ) e ORDER BY at`;

const ORPHANS = `
  INSERT INTO transaction_events (${EVENT_COLUMNS})
  SELECT pg_temp.uuid_at(ends_at, i + 900000000), pg_temp.station(station_no), decode(md5('orphan ' || i), 'hex'), NULL,
    'StopTransaction', '1.6', ends_at, ends_at, ${STOP_FRAME}
  FROM (${COURSE}) c WHERE i % 20 = 3`;

const SAMPLES = `json_build_array(
  json_build_object('measurand', 'Energy.Active.Import.Register', 'value', (meter_start + energy * n / $5::bigint)::text, 'unit', 'Wh'),
  json_build_object('measurand', 'Power.Active.Import', 'value', '11040', 'unit', 'W'),
  json_build_object('measurand', 'Current.Import', 'value', '16.0', 'unit', 'A'),
  json_build_object('measurand', 'Voltage', 'value', '230.1', 'unit', 'V'))`;

const METER_VALUES = `
  INSERT INTO meter_values (event_id, position, received_at, station_id, transaction_id, evse_id, timestamp, samples)
  SELECT pg_temp.uuid_at(at, k), 0, at, pg_temp.station(station_no),
    CASE WHEN n < $5::bigint OR i % 3 > 0 THEN pg_temp.uuid_at(started_at, i) END, 1 + i % 2, at, ${SAMPLES}
  FROM (${MEASURED}) m WHERE at < $4::timestamptz ORDER BY at`;

const LOG_COLUMNS = `id, received_at, station_id, ocpp_version, direction, action, message_id, request, response, outcome,
  answered_at`;

/** In the log messages of transactions have no frame of their own. */
const LOGGED_EVENTS = `
  INSERT INTO ocpp_messages (${LOG_COLUMNS})
  SELECT id, received_at, station_id, ocpp_version, 'from-station', kind, id::text, NULL,
    convert_to(format('[3,"%s",{}]', id), 'UTF8'), 'answered', received_at + interval '3 ms'
  FROM transaction_events WHERE received_at >= $1`;

const STATUS_FRAME = `convert_to(format('[2,"%s","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"NoError",' ||
  '"info":"%s","vendorId":"Vendor","vendorErrorCode":"0x0000","timestamp":"%s"}]', i, md5(i::text), to_json(started_at)#>>'{}'), 'UTF8')`;

/** The rest of the log. Station 7 is noisy: it sends one of fifty messages, and never a firmware status. */
const MESSAGES = `
  INSERT INTO ocpp_messages (${LOG_COLUMNS})
  SELECT pg_temp.uuid_at(started_at, i), started_at, pg_temp.station(CASE WHEN i % 50 = 3 THEN 7 ELSE station_no END), '1.6',
    CASE WHEN i % 50 = 7 THEN 'to-station' ELSE 'from-station' END,
    CASE WHEN i % 40000 = 9 THEN 'FirmwareStatusNotification' WHEN i % 50 = 7 THEN 'TriggerMessage'
         WHEN i % 25 = 1 THEN 'Authorize' ELSE 'StatusNotification' END,
    i::text, CASE WHEN i % 25 = 1 THEN convert_to(format('[2,"%s","Authorize",{"idTag":"%s"}]', i, token), 'UTF8')
                  ELSE ${STATUS_FRAME} END,
    convert_to(format('[3,"%s",{}]', i), 'UTF8'), 'answered', started_at + interval '3 ms'
  FROM (${COURSE}) c ORDER BY c.i`;

const COMMANDS = `
  INSERT INTO commands (id, station_id, name, state, ocpp_version, action, request, response, status, created_at, sent_at,
                        answered_at)
  SELECT pg_temp.uuid_at(started_at, i + 5000000000), pg_temp.station(station_no),
    CASE WHEN i % 3 = 0 THEN 'RequestStartTransaction' ELSE 'TriggerMessage' END,
    CASE WHEN i % 100 = 1 THEN 'timed-out' ELSE 'answered' END, '1.6',
    CASE WHEN i % 3 = 0 THEN 'RemoteStartTransaction' ELSE 'TriggerMessage' END,
    json_build_object('idTag', token), '{"status":"Accepted"}', 'Accepted', started_at, started_at, started_at
  FROM (${COURSE}) c ORDER BY c.i`;

/**
 * Generates the history of `days` days up to now.
 * @param {import('pg').Client} client of a migrated database without stations
 */
export async function generate(
  client,
  { stations, transactions, valuesEach, messages, commands, days, logDays },
  report,
) {
  const now = new Date();
  const from = new Date(now.getTime() - days * DAY_MS);
  const logFrom = new Date(now.getTime() - logDays * DAY_MS);
  await client.query(FUNCTIONS);
  await client.query(
    `SET work_mem = '512MB'; SET maintenance_work_mem = '512MB'; SET max_parallel_workers_per_gather = 0`,
  );
  await makePartitions(client, 'meter_values', byMonth, from, nextMonth(nextMonth(now)));
  await makePartitions(client, ONE_MESSAGE, byDay, logFrom, new Date(now.getTime() + 3 * DAY_MS));
  const course = [transactions, stations, from.toISOString(), now.toISOString()];
  const steps = [
    ['stations', STATIONS, [stations]],
    ['connectors', CONNECTORS, [stations]],
    ['id_tokens', TOKENS, []],
    ['transactions', TRANSACTIONS, course],
    ['transaction_events', EVENTS, [...course, valuesEach]],
    ['transaction_events without a transaction', ORPHANS, course],
    ['meter_values', METER_VALUES, [...course, valuesEach]],
    ['ocpp_messages with frames of events', LOGGED_EVENTS, [logFrom.toISOString()]],
    ['ocpp_messages', MESSAGES, [messages, stations, logFrom.toISOString(), now.toISOString()]],
    ['commands', COMMANDS, [commands, ...course.slice(1)]],
  ];
  for (const [name, statement, values] of steps) {
    const begun = performance.now();
    const { rowCount } = await client.query(statement, values);
    report(`${rowCount.toLocaleString('en')} rows of ${name} in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  await client.query('VACUUM ANALYZE');
  report('vacuumed and analysed');
}
