import type { ErasureCounts, ErasurePosition } from '../entities/id-token-erasure.entity.js';
import { Partitions } from '../partitions/partitions.js';
import type { Session } from '../session.js';
import { sieveOf, withoutToken, type ErasedToken } from './token-in-frame.js';

/** Pages of 8 KiB that are read at once: some ten milliseconds of work for the database. */
const PAGES = 500;

type Columns = Readonly<Record<string, 'bytea' | 'json'>>;

/** Where frames and payloads are stored. */
interface FrameTable {
  readonly name: string;
  readonly columns: Columns;
  readonly counted: keyof ErasureCounts;
  readonly partitioned: boolean;
  /** What follows from a change; $1 is the pseudonym. */
  readonly afterwards?: string;
}

// what is kept for a station that is away would be sent with the token: sealed, it is not found in there
const CANCEL_KEPT = `
  UPDATE commands
  SET state = 'cancelled', error = '{"reason":"cancelled"}', waits_for = NULL, sealed_asking = NULL
  WHERE state = 'queued' AND sealed_asking IS NOT NULL AND position($1 IN request::text) > 0`;

const TABLES: readonly FrameTable[] = [
  {
    name: 'transaction_corrections',
    columns: { changes: 'json', before: 'json', after: 'json' },
    counted: 'corrections',
    partitioned: false,
  },
  {
    name: 'commands',
    columns: { request: 'json', response: 'json', status_info: 'json', error: 'json' },
    counted: 'commands',
    partitioned: false,
    afterwards: CANCEL_KEPT,
  },
  { name: 'transaction_events', columns: { payload: 'bytea' }, counted: 'events', partitioned: false },
  {
    name: 'reservations',
    columns: { id_token: 'json', group_id_token: 'json' },
    counted: 'reservations',
    partitioned: false,
  },
  { name: 'station_events', columns: { content: 'json', message: 'json' }, counted: 'notices', partitioned: false },
  { name: 'station_alarms', columns: { content: 'json' }, counted: 'notices', partitioned: false },
  { name: 'data_transfers', columns: { data: 'json', response_data: 'json' }, counted: 'notices', partitioned: false },
  { name: 'station_notices', columns: { content: 'json', answer: 'json' }, counted: 'notices', partitioned: false },
  { name: 'customer_information_requests', columns: { customer: 'json' }, counted: 'notices', partitioned: false },
  { name: 'customer_information_parts', columns: { data: 'bytea' }, counted: 'notices', partitioned: false },
  { name: 'ocpp_messages', columns: { request: 'bytea', response: 'bytea' }, counted: 'messages', partitioned: true },
];

/** A table or partition on the way, the later the greater its `order`. */
interface Stop {
  readonly relation: string;
  readonly order: string;
  readonly table: FrameTable;
}

/** What one step of the walk has done. */
export interface Walked {
  /** Where the next one begins; undefined at the end of the way. */
  readonly next: ErasurePosition | undefined;
  readonly counted: keyof ErasureCounts;
  readonly changed: number;
}

/**
 * One step of a walk through everything that holds frames, page by page in the order of the disk: no index knows what
 * stands in them. A position stays valid while partitions come and go.
 */
export async function eraseFrom(
  session: Session,
  token: ErasedToken,
  at: ErasurePosition | undefined,
): Promise<Walked> {
  const stops = await wayThrough(session);
  const here = stops.find(({ relation }) => relation === at?.relation);
  const stop = here ?? stops.find(({ order }) => at === undefined || order > orderOf(at.relation));
  if (!stop) return { next: undefined, counted: 'messages', changed: 0 };
  const page = here && at ? at.page : 0;
  const { relation, table } = stop;
  const changed = await eraseOnPages(session, token, stop, page);
  if (changed > 0 && table.afterwards) await session.change(table.afterwards, [token.pseudonym]);
  const [{ pages }] = (await session.rows(
    `SELECT pg_relation_size($1::regclass) / current_setting('block_size')::int AS pages`,
    [relation],
  )) as [{ pages: string }];
  const following = stops[stops.indexOf(stop) + 1];
  const next =
    page + PAGES < Number(pages)
      ? { relation, page: page + PAGES }
      : following && { relation: following.relation, page: 0 };
  return { next, counted: table.counted, changed };
}

async function wayThrough(session: Session): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const table of TABLES) {
    const relations = table.partitioned ? await partitionsOf(session, table.name) : [table.name];
    stops.push(...relations.map((relation) => ({ relation, order: orderOf(relation), table })));
  }
  return stops.sort((a, b) => (a.order < b.order ? -1 : 1));
}

async function partitionsOf(session: Session, table: string): Promise<string[]> {
  const { partitions, rest } = await new Partitions(session, table).division();
  return [...(rest === undefined ? [] : [rest]), ...partitions.map(({ name }) => name)];
}

/** The rest comes before its siblings: its rows move to them, never the other way. */
function orderOf(relation: string): string {
  const table = TABLES.findIndex(({ name }) => relation.startsWith(name));
  return `${String(table).padStart(2, '0')} ${relation.endsWith('_default') ? '' : relation}`;
}

async function eraseOnPages(session: Session, token: ErasedToken, { relation, table }: Stop, page: number) {
  const columns = Object.entries(table.columns);
  const selected = columns.map(([name, type]) => (type === 'json' ? `"${name}"::text` : `"${name}"`)).join(', ');
  const mayHold = columns.map(([name, type]) => mayHoldToken(`"${name}"`, type)).join(' OR ');
  const rows = await session.rows<Record<string, Buffer | string | null>>(
    `SELECT ctid::text AS place, ${selected} FROM "${relation}"
     WHERE ctid >= '(${page},0)'::tid AND ctid < '(${page + PAGES},0)'::tid AND (${mayHold}) FOR UPDATE`,
    [sieveOf(token)],
  );
  const changed = rows.flatMap(({ place, ...row }) => {
    const entries = columns.map(([name]) => [name, erased(row[name] ?? null, token)] as const);
    return entries.some(([name, value]) => value !== row[name]) ? [{ place, row: Object.fromEntries(entries) }] : [];
  });
  if (changed.length === 0) return 0;
  const set = columns.map(([name, type]) => `"${name}" = changed."${name}"${type === 'json' ? '::json' : ''}`);
  const types = columns.map(([, type], i) => `$${i + 2}::${type === 'json' ? 'text' : type}[]`);
  return session.change(
    `UPDATE "${relation}" SET ${set.join(', ')}
     FROM unnest($1::tid[], ${types.join(', ')}) AS changed(place, ${columns.map(([name]) => `"${name}"`).join(', ')})
     WHERE "${relation}".ctid = changed.place`,
    [changed.map(({ place }) => place), ...columns.map(([name]) => changed.map(({ row }) => row[name]))],
  );
}

/** The same value where the token does not occur in it. */
function erased(value: Buffer | string | null, token: ErasedToken): Buffer | string | null {
  if (value === null) return null;
  if (typeof value !== 'string') return withoutToken(value, token) ?? value;
  return withoutToken(Buffer.from(value), token)?.toString('utf8') ?? value;
}

/** A sieve that lets every value with the token through, and few others: escaped letters can hide anything. */
function mayHoldToken(column: string, type: 'bytea' | 'json'): string {
  const text = type === 'json' ? `${column}::text` : `encode(${column}, 'escape')`;
  const backslash = type === 'json' ? `position('\\' IN ${text}) > 0` : `position('\\x5c'::bytea IN ${column}) > 0`;
  return `(position($1 IN lower(${text} COLLATE "C")) > 0 OR ${backslash})`;
}
