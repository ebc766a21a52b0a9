import type { MeterValueView } from '../meter-values/index.js';
import type { CompletenessState } from './completeness.js';
import type { TransactionView } from './dto/transaction.dto.js';

/** A transaction as a line of a spreadsheet. */
export type ExportedTransaction = Omit<TransactionView, 'idToken' | 'completeness' | 'original'> & {
  idToken: string | null;
  idTokenType: string | null;
  completeness: CompletenessState;
};

export const toExported = ({
  idToken,
  completeness,
  original: _original,
  ...transaction
}: TransactionView): ExportedTransaction => ({
  ...transaction,
  idToken: idToken?.value ?? null,
  idTokenType: idToken?.type ?? null,
  completeness: completeness.state,
});

export const EXPORTED_TRANSACTION = [
  'id',
  'stationId',
  'evseId',
  'connectorId',
  'idToken',
  'idTokenType',
  'ocppTransactionId',
  'ocppVersion',
  'state',
  'startedAt',
  'endedAt',
  'durationSeconds',
  'meterStartWh',
  'meterStopWh',
  'energyWh',
  'stopReason',
  'flags',
  'completeness',
  'closedBy',
  'corrected',
] as const satisfies readonly (keyof ExportedTransaction)[];

export const EXPORTED_METER_VALUE = [
  'timestamp',
  'measurand',
  'value',
  'unit',
  'phase',
  'context',
  'location',
  'format',
  'rawValue',
  'rawUnit',
  'signed',
  'evseId',
  'receivedAt',
] as const satisfies readonly (keyof MeterValueView)[];
