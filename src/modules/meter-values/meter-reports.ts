import type { CallContext } from '../../ocpp/index.js';
import type { Sample } from './sample.js';

/** Meter values that a station sent in a message of their own. */
export interface MeterReport {
  /** 0 is the main meter of the station. */
  readonly evseId: number;
  /** 1.6 only: the transaction that ran when they were taken, as the station names it. */
  readonly ocppTransactionId: string | undefined;
  /** The values take part in the course of the transaction, ordered by time, because nothing else reports them. */
  readonly ordered: boolean;
  readonly samples: readonly Sample[];
}

/**
 * Where meter values are kept. Declared here and provided by the transactions block, since values and the transaction
 * that they belong to are stored in one commit.
 */
export abstract class MeterReports {
  /** Resolves when the values are committed. */
  abstract record(report: MeterReport, context: CallContext): Promise<void>;
}
