// The bare server, with every sampled meter value committed to PostgreSQL before its message is answered. It brings up
// the same embedded PostgreSQL as TAU does, with the same settings.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { answerTo } from './answers.mjs';
import { listen } from './listen.mjs';

const { build, dataDir } = JSON.parse(process.argv[2]);
const LANES = 2;
const MOST_ROWS = 2000;

const { startEmbeddedPostgres } = await import(pathToFileURL(path.resolve(build, 'database/embedded-postgres.js')));
const postgres = await startEmbeddedPostgres({ dataDir, report: (message) => console.error(message) });
const pool = new pg.Pool({ connectionString: postgres.url, max: LANES });
await pool.query(`CREATE TABLE meter_values (station text NOT NULL, evse int NOT NULL, at timestamptz NOT NULL,
                    measurand text NOT NULL, value double precision NOT NULL)`);
await pool.query('CREATE INDEX ON meter_values (station, at)');

const INSERT = {
  name: 'insert',
  text: 'INSERT INTO meter_values SELECT * FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::float8[])',
};

class Batch {
  columns = [[], [], [], [], []];
  answers = []; // called with the error, or undefined, when the rows are stored

  add(station, evse, at, measurand, value) {
    const [stations, evses, times, measurands, values] = this.columns;
    stations.push(station);
    evses.push(evse);
    times.push(at);
    measurands.push(measurand);
    values.push(value);
  }
}

let collecting = new Batch();
let underWay = 0;

async function insert({ columns, answers }) {
  let failure;
  try {
    await pool.query({ ...INSERT, values: columns });
  } catch (error) {
    failure = error;
  }
  underWay -= 1;
  for (const answer of answers) answer(failure);
  flush();
}

/** While one INSERT is under way the next batch collects, so that batches grow with the load. */
function flush() {
  while (underWay < LANES && collecting.answers.length > 0) {
    const batch = collecting;
    collecting = new Batch();
    underWay += 1;
    void insert(batch);
  }
}

let flushIsDue = false;
function store(station, payload, answer) {
  const evse = payload.connectorId ?? payload.evseId ?? payload.evse?.id ?? 0;
  for (const { timestamp, sampledValue } of payload.meterValue) {
    for (const { measurand, value } of sampledValue) collecting.add(station, evse, timestamp, measurand, Number(value));
  }
  collecting.answers.push(answer);
  if (collecting.columns[0].length >= MOST_ROWS) flush();
  if (flushIsDue) return;
  flushIsDue = true;
  setImmediate(() => {
    flushIsDue = false;
    flush();
  });
}

const { port } = await listen((socket, request) => {
  const station = decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1));
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const [type, messageId, action, payload] = JSON.parse(data);
    if (type !== 2) return;
    const answer = (error) =>
      socket.send(
        error
          ? JSON.stringify([4, messageId, 'InternalError', error.message, {}])
          : answerTo(socket.protocol, messageId, action),
      );
    if (payload.meterValue) store(station, payload, answer);
    else answer();
  });
});

async function stop() {
  await pool.end();
  await postgres.stop();
  process.exit();
}
process.on('disconnect', stop);
process.on('message', stop);
process.send({ port, databaseUrl: postgres.url });
