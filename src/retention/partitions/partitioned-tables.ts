import type { Config } from '../../config/config.js';
import { DAY, MONTH, type Period } from './period.js';

/** A table whose rows lie in partitions by their time of receipt, and for how long they are kept. */
export interface PartitionedTable {
  readonly name: string;
  readonly period: Period;
  /** Spans for which partitions stand ready beyond the present one. */
  readonly ahead: number;
  /** Days; 0: for ever. */
  readonly keptDays: (retention: Config['retention']) => number;
}

/**
 * Days for the message log: it is kept for weeks, and a partition is dropped as a whole, so that nothing is kept for
 * more than a day too long. Months for meter values: no question about them names a time of receipt, hence each of their
 * partitions is asked, and a year of them has to be few.
 */
export const PARTITIONED_TABLES: readonly PartitionedTable[] = [
  { name: 'ocpp_messages', period: DAY, ahead: 7, keptDays: ({ messagesDays }) => messagesDays },
  { name: 'meter_values', period: MONTH, ahead: 3, keptDays: ({ meterValuesDays }) => meterValuesDays },
];
