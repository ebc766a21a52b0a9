// Times requests at a running TAU, and reads from PostgreSQL what they cost it.

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

async function request({ base, apiKey }, asked) {
  const [path, accept] = Array.isArray(asked) ? asked : [asked, 'application/json'];
  const begun = performance.now();
  const response = await fetch(`${base}/api/v1${path}`, { headers: { authorization: `Bearer ${apiKey}`, accept } });
  const text = await response.text();
  if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text}`);
  return { ms: performance.now() - begun, bytes: text.length, text };
}

/** The statement of the last requests that touched most pages, by pg_stat_statements. */
async function dearest(client, requests) {
  const { rows } = await client.query(
    `SELECT query, calls::int, rows::float8 / calls AS rows, (shared_blks_hit + shared_blks_read)::float8 / calls AS pages,
            total_exec_time AS ms
     FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%' AND query ~ '^(SELECT|WITH)' ORDER BY
     shared_blks_hit + shared_blks_read DESC`,
  );
  const pages = rows.reduce((sum, row) => sum + row.pages * row.calls, 0) / requests;
  const ms = rows.reduce((sum, row) => sum + row.ms, 0) / requests;
  return { pages, ms, statement: rows[0]?.query };
}

/** p50 and p95 of some requests in milliseconds, and pages that PostgreSQL touched for each of them. */
export async function measure(tau, client, [title, ask], repeat) {
  await request(tau, ask());
  await client.query('SELECT pg_stat_statements_reset()');
  const times = [];
  let bytes = 0;
  for (let i = 0; i < repeat; i++) {
    const answer = await request(tau, ask());
    times.push(answer.ms);
    bytes += answer.bytes;
  }
  times.sort((a, b) => a - b);
  const cost = await dearest(client, repeat);
  return { title, p50: quantile(times, 0.5), p95: quantile(times, 0.95), bytes: bytes / repeat, ...cost };
}

/** An export: seconds, lines, and lines per second. */
export async function measureExport(tau, [title, ask]) {
  const { ms, text } = await request(tau, ask());
  const lines = text.split('\r\n').length - 2;
  return { title, seconds: ms / 1000, lines };
}

/** Walks through a list by its cursors; milliseconds of each page. */
export async function walk(tau, path, pages) {
  const times = [];
  let cursor;
  for (let i = 0; i < pages; i++) {
    const answer = await request(tau, cursor ? `${path}&cursor=${cursor}` : path);
    times.push(answer.ms);
    cursor = JSON.parse(answer.text).nextCursor;
    if (!cursor) break;
  }
  times.sort((a, b) => a - b);
  return { pages: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Rows and bytes of each table with all its partitions, and of each index. */
export async function sizes(client) {
  const { rows } = await client.query(
    `WITH parts AS (
       SELECT coalesce(i.inhparent, c.oid) AS root, c.oid, c.relkind, c.reltuples
       FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i'))
     SELECT root::regclass::text AS name, r.relkind IN ('i', 'I') AS "isIndex", count(*)::int AS parts,
            sum(greatest(p.reltuples, 0))::float8 AS rows,
            sum(CASE WHEN p.relkind = 'i' THEN pg_relation_size(p.oid) ELSE pg_table_size(p.oid) END)::float8 AS bytes,
            min(x.indrelid::regclass::text) AS "ofTable"
     FROM parts p JOIN pg_class r ON r.oid = p.root LEFT JOIN pg_index x ON x.indexrelid = p.root
     GROUP BY root, r.relkind ORDER BY bytes DESC`,
  );
  return rows;
}
