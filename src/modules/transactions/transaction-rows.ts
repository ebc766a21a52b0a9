import { columns, type Columns } from '../../database/columns.js';
import type { Statement } from '../../database/statement.js';
import { storable, storableOrNull } from '../../database/storable-text.js';
import { tokenKeyOf } from '../authorization/index.js';
import type { Sample } from '../meter-values/index.js';
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
  /** Grows with every change; 0 for a new one. */
  readonly revision: number;
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
  natural_key: ['bytes', ({ naturalKey }) => naturalKey],
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

export interface SampleRow {
  readonly placed: PlacedMessage;
  readonly position: number;
  readonly sample: Sample;
}

export const SAMPLE = columns<SampleRow>({
  event_id: ['uuid', ({ placed }) => placed.message.id],
  position: ['int', ({ position }) => position],
  received_at: ['timestamptz', ({ placed }) => placed.message.receivedAt],
  station_id: ['uuid', ({ placed }) => placed.message.stationUuid],
  transaction_id: ['uuid', ({ placed }) => placed.transaction?.id ?? null],
  evse_id: ['int', ({ placed }) => placed.message.evseId ?? placed.transaction?.progress?.evse?.value.evseId ?? null],
  timestamp: ['timestamptz', ({ sample }) => sample.timestamp],
  measurand: ['text', ({ sample }) => storable(sample.measurand)],
  value: ['numeric', ({ sample }) => sample.value],
  unit: ['text', ({ sample }) => storableOrNull(sample.unit)],
  raw_value: ['text', ({ sample }) => storable(sample.rawValue)],
  raw_unit: ['text', ({ sample }) => storableOrNull(sample.rawUnit)],
  phase: ['text', ({ sample }) => storableOrNull(sample.phase)],
  context: ['text', ({ sample }) => storable(sample.context)],
  location: ['text', ({ sample }) => storable(sample.location)],
  format: ['text', ({ sample }) => sample.format],
  signed: ['json', ({ sample }) => sample.signed && JSON.stringify(sample.signed)],
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

/** A row with everything that follows from its progress, computed once. */
export interface WrittenRow extends OpenRow {
  readonly columns: Record<keyof typeof projected, unknown>;
}

export function written(row: OpenRow): WrittenRow {
  const now = corrected(project(row.progress!, provisionalEndOf(row)), row.correction);
  const value = storableOrNull(now.tokenValue);
  return {
    ...row,
    columns: {
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
    },
  };
}

const changing = Object.fromEntries(
  Object.entries(projected).map(([name, type]) => [
    name,
    [type, (row: WrittenRow) => row.columns[name as keyof typeof projected]] as const,
  ]),
);

const NEW = columns<WrittenRow>({
  id: ['uuid', ({ id }) => id],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  ocpp_transaction_id: ['text', ({ ocppTransactionId }) => ocppTransactionId],
  generation: ['int', ({ generation }) => generation],
  ocpp_version: ['text', ({ version }) => version],
  created_at: ['timestamptz', ({ createdAt }) => createdAt],
  ...changing,
});

const CHANGED = columns<WrittenRow>({ id: ['uuid', ({ id }) => id], ...changing });

const insert = (name: string, table: string, { names, select, unnest }: Columns<never>, rest = ''): Statement => ({
  name,
  text: `INSERT INTO ${table} (${names}) SELECT ${select} FROM ${unnest} ${rest}`,
});

/** Gives the ids of those that were not stored before. */
export const INSERT_EVENTS = insert(
  'insert-transaction-events',
  'transaction_events',
  EVENT,
  'ON CONFLICT (station_id, natural_key) DO NOTHING RETURNING id',
);

export const INSERT_SAMPLES = insert('insert-meter-samples', 'meter_samples', SAMPLE);

export const INSERT_TRANSACTIONS = insert('insert-transactions', 'transactions', NEW);

export const UPDATE_TRANSACTIONS: Statement = {
  name: 'update-transactions',
  text: `UPDATE transactions SET ${Object.keys(projected)
    .map((column) => `${column} = ${CHANGED.expressions[column]}`)
    .join(', ')}, revision = transactions.revision + 1 FROM ${CHANGED.unnest} WHERE transactions.id = t.id`,
};

export const newValues = (rows: readonly WrittenRow[]): unknown[] => NEW.values(rows);
export const changedValues = (rows: readonly WrittenRow[]): unknown[] => CHANGED.values(rows);
