import type { MeterValueView } from '../meter-values/index.js';
import type { TransactionView } from './dto/transaction.dto.js';

/** A transaction as a line of a spreadsheet. */
export type ExportedTransaction = Omit<TransactionView, 'idToken'> & {
  idToken: string | null;
  idTokenType: string | null;
};

export const toExported = ({ idToken, ...transaction }: TransactionView): ExportedTransaction => ({
  ...transaction,
  idToken: idToken?.value ?? null,
  idTokenType: idToken?.type ?? null,
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
