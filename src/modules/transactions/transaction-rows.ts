import { columns, type Columns } from '../../database/columns.js';
import type { Statement } from '../../database/statement.js';
import { storableOrNull } from '../../database/storable-text.js';
import { tokenKeyOf } from '../authorization/index.js';
import { packSamples, type MeterValueGroup } from '../meter-values/index.js';
import type { ClosedBy, ProvisionalEnd } from './closing.js';
import { corrected, type Correction } from './correction.js';
import { project, type Progress } from './progress.js';
import type { TransactionMessage } from './transaction-message.js';

/** A transaction while a batch works on it. */
export interface OpenRow {
  readonly id: string;
  readonly stationUuid: string;
  readonly ocppTransactionId: string;
  readonly generation: number;
  /** How often the row was changed; who changes it relies on it being as he knew it. */
  readonly revision: number;
  readonly version: string;
  readonly createdAt: Date;
  /** Milliseconds since 1970; before the first message is merged that of the message which makes it. */
  readonly startedAt: number;
  readonly isNew: boolean;
  provisionalEndAt: Date | null;
  /** By what it was ended provisionally; null where it was not. */
  closedBy: ClosedBy | null;
  progress: Progress | undefined;
  /** What operators said otherwise; no message changes it. */
  readonly correction: Correction | null;
  updatedAt: Date;
  /** The columns as they were written last, where that is known. */
  readonly columns?: Projected;
}

export const provisionalEndOf = ({
  provisionalEndAt: at,
  closedBy,
}: Pick<OpenRow, 'provisionalEndAt' | 'closedBy'>): ProvisionalEnd | null =>
  at && { at, by: closedBy ?? 'next-transaction' };

/** A message with the transaction that it was found to belong to. */
export interface PlacedMessage {
  readonly message: TransactionMessage;
  readonly naturalKey: Buffer;
  readonly transaction: OpenRow | undefined;
  readonly flags: readonly string[];
}

export const EVENT = columns<PlacedMessage>({
  id: ['uuid', ({ message }) => message.id],
  station_id: ['uuid', ({ message }) => message.stationUuid],
  natural_key: ['digest', ({ naturalKey }) => naturalKey],
  transaction_id: ['uuid', ({ transaction }) => transaction?.id ?? null],
  kind: ['text', ({ message }) => message.kind],
  ocpp_version: ['text', ({ message }) => message.version],
  seq_no: ['int', ({ message }) => message.seqNo ?? null],
  timestamp: ['timestamptz', ({ message }) => message.time],
  station_timestamp: ['text', ({ message }) => storableOrNull(message.stationTimestamp)],
  received_at: ['timestamptz', ({ message }) => message.receivedAt],
  offline: ['boolean', ({ message }) => message.offline],
  payload: ['bytes', ({ message }) => message.frame],
  flags: ['list', ({ flags }) => flags],
});

export interface MeterValueRow extends MeterValueGroup {
  readonly placed: PlacedMessage;
}

export const METER_VALUE = columns<MeterValueRow>({
  event_id: ['uuid', ({ placed }) => placed.message.id],
  position: ['int', ({ position }) => position],
  received_at: ['timestamptz', ({ placed }) => placed.message.receivedAt],
  station_id: ['uuid', ({ placed }) => placed.message.stationUuid],
  transaction_id: ['uuid', ({ placed }) => placed.transaction?.id ?? null],
  evse_id: ['int', ({ placed }) => placed.message.evseId ?? placed.transaction?.progress?.evse?.value.evseId ?? null],
  timestamp: ['timestamptz', ({ timestamp }) => timestamp],
  samples: ['json', ({ samples }) => packSamples(samples)],
});

/** The columns that a message may change. */
const projected = {
  state: 'text',
  evse_id: 'int',
  connector_id: 'int',
  token_value: 'text',
  token_type: 'text',
  token_key: 'text',
  started_at: 'timestamptz',
  ended_at: 'timestamptz',
  provisional_end_at: 'timestamptz',
  closed_by: 'text',
  completeness: 'text',
  meter_start_wh: 'numeric',
  meter_stop_wh: 'numeric',
  energy_wh: 'numeric',
  charging_state: 'text',
  stop_reason: 'text',
  remote_start_id: 'int',
  reservation_id: 'int',
  progress: 'json',
  updated_at: 'timestamptz',
  flags: 'list',
} as const;

type Projected = Readonly<Record<keyof typeof projected, unknown>>;

/** A row with everything that follows from its progress, computed once. */
export interface WrittenRow extends OpenRow {
  readonly columns: Projected;
  /** Nothing but the course of charging has changed since it was written last. */
  readonly onlyCourse: boolean;
}

export function written(row: OpenRow): WrittenRow {
  const now = corrected(project(row.progress!, provisionalEndOf(row)), row.correction);
  const value = storableOrNull(now.tokenValue);
  const columns: Projected = {
    state: now.state,
    evse_id: now.evseId,
    connector_id: now.connectorId,
    token_value: value,
    token_type: storableOrNull(now.tokenType),
    token_key: value === null ? null : tokenKeyOf({ value, type: now.tokenType! }),
    started_at: now.startedAt,
    ended_at: now.endedAt,
    provisional_end_at: row.progress!.end ? null : row.provisionalEndAt,
    closed_by: row.progress!.end ? null : row.closedBy,
    completeness: now.completeness,
    meter_start_wh: now.meterStartWh,
    meter_stop_wh: now.meterStopWh,
    energy_wh: now.energyWh,
    charging_state: storableOrNull(now.chargingState),
    stop_reason: storableOrNull(now.stopReason),
    remote_start_id: now.remoteStartId,
    reservation_id: now.reservationId,
    progress: JSON.stringify(row.progress),
    updated_at: row.updatedAt,
    flags: now.flags,
  };
  const { columns: before } = row;
  const onlyCourse = before !== undefined && FIXED.every((name) => isSame(before[name], columns[name]));
  return { ...row, columns, onlyCourse };
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());

/** What meter values change of a transaction, over and over. */
const COURSE: ReadonlySet<keyof Projected> = new Set<keyof Projected>([
  'meter_start_wh',
  'meter_stop_wh',
  'energy_wh',
  'charging_state',
  'progress',
  'updated_at',
  'flags',
]);
const FIXED = (Object.keys(projected) as (keyof Projected)[]).filter((name) => !COURSE.has(name));

const columnOf = (name: keyof Projected) =>
  [name, [projected[name], (row: WrittenRow) => row.columns[name]] as const] as const;
const changing = Object.fromEntries((Object.keys(projected) as (keyof Projected)[]).map(columnOf));

const NEW = columns<WrittenRow>({
  id: ['uuid', ({ id }) => id],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  ocpp_transaction_id: ['text', ({ ocppTransactionId }) => ocppTransactionId],
  generation: ['int', ({ generation }) => generation],
  ocpp_version: ['text', ({ version }) => version],
  created_at: ['timestamptz', ({ createdAt }) => createdAt],
  ...changing,
});

const KNOWN = {
  id: ['uuid', ({ id }: WrittenRow) => id],
  revision: ['int', ({ revision }: WrittenRow) => revision],
} as const;
const CHANGED = columns<WrittenRow>({ ...KNOWN, ...changing });
const WENT_ON = columns<WrittenRow>({ ...KNOWN, ...Object.fromEntries([...COURSE].map(columnOf)) });

const insert = (name: string, table: string, { names, select, unnest }: Columns<never>, rest = ''): Statement => ({
  name,
  text: `INSERT INTO ${table} (${names}) SELECT ${select} FROM ${unnest} ${rest}`,
});

const update = (name: string, { expressions, unnest }: Columns<WrittenRow>, changed: readonly string[]): Statement => ({
  name,
  text: `UPDATE transactions
    SET revision = transactions.revision + 1, ${changed.map((column) => `${column} = ${expressions[column]}`).join(', ')}
    FROM ${unnest} WHERE transactions.id = t.id AND transactions.revision = t.revision`,
});

const NOT_STORED_BEFORE = 'ON CONFLICT (station_id, natural_key) DO NOTHING';

/** Changes as many rows as were not stored before. */
export const INSERT_EVENTS = insert('insert-transaction-events', 'transaction_events', EVENT, NOT_STORED_BEFORE);

/** Gives the ids of those that were not stored before. */
export const INSERT_NEW_EVENTS = insert(
  'insert-new-transaction-events',
  'transaction_events',
  EVENT,
  `${NOT_STORED_BEFORE} RETURNING id`,
);

export const INSERT_METER_VALUES = insert('insert-meter-values', 'meter_values', METER_VALUE);

export const INSERT_TRANSACTIONS = insert('insert-transactions', 'transactions', NEW);

// both change the rows that are still as they were read
const UPDATE_ALL = update('update-transactions', CHANGED, Object.keys(projected));
const UPDATE_COURSE = update('update-course-of-transactions', WENT_ON, [...COURSE]);

export const newValues = (rows: readonly WrittenRow[]): unknown[] => NEW.values(rows);

/** The statements that write changed rows, each with the number of rows that it must change. */
export function updatesOf(rows: readonly WrittenRow[]): { statement: Statement; values: unknown[]; count: number }[] {
  const course = rows.filter(({ onlyCourse }) => onlyCourse);
  const all = rows.filter(({ onlyCourse }) => !onlyCourse);
  return [
    { statement: UPDATE_ALL, values: CHANGED.values(all), count: all.length },
    { statement: UPDATE_COURSE, values: WENT_ON.values(course), count: course.length },
  ].filter(({ count }) => count > 0);
}
