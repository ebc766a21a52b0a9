import type { Observation } from '../device-model/device-model.js';
import type { VariableAddress } from '../device-model/variable-address.js';

export const REPORT_BASES = ['ConfigurationInventory', 'FullInventory', 'SummaryInventory'] as const;
export type ReportBase = (typeof REPORT_BASES)[number];

export const COMPONENT_CRITERIA = ['Active', 'Available', 'Enabled', 'Problem'] as const;
export type ComponentCriterion = (typeof COMPONENT_CRITERIA)[number];

/** Components of which to report; without a variable all of each. */
export type ReportedComponent = Omit<VariableAddress, 'variable'> & { readonly variable?: string };

/** What a report is to hold: a base, or what meets the criteria or is named. */
export interface ReportWish {
  readonly base?: ReportBase;
  readonly componentCriteria?: readonly ComponentCriterion[];
  readonly variables?: readonly ReportedComponent[];
}

/** One message of a report. */
export interface ReportPart {
  readonly requestId: number;
  readonly seqNo: number;
  /** Whether more is to come. */
  readonly toBeContinued: boolean;
  /** As the station wrote it. */
  readonly generatedAt: string;
  readonly observations: readonly Observation[];
}

export const REPORT_STATES = ['waiting', 'receiving', 'complete', 'incomplete', 'empty', 'refused', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What of a stored report says how far it is. */
export interface ReportProgress {
  readonly answer: string | null;
  readonly requestedAt: Date;
  readonly parts: number;
  readonly lastSeqNo: number | null;
  readonly lastPartAt: Date | null;
  readonly completedAt: Date | null;
}

/** Nothing more is expected of a station that was silent for so long. */
export const PART_WITHIN_MS = 10 * 60_000;

const REFUSALS: Readonly<Record<string, ReportState>> = {
  Rejected: 'refused',
  NotSupported: 'refused',
  EmptyResultSet: 'empty',
};
/** Where there was no answer the parts may come all the same: what did not answer in time may have heard the question. */
const MAY_STILL_COME: readonly (string | null)[] = [null, 'Accepted', 'station-timeout', 'station-offline'];

/** How far a report is at this moment. */
export function stateOf(report: ReportProgress, now: Date): ReportState {
  const { answer, requestedAt, parts, lastSeqNo, lastPartAt, completedAt } = report;
  if (completedAt) return 'complete';
  if (parts === 0 && answer && REFUSALS[answer]) return REFUSALS[answer];
  if (parts === 0 && !MAY_STILL_COME.includes(answer)) return 'failed';
  // [OCPP 2.0.1 B07] the last part has come and another has not
  if (lastSeqNo !== null) return 'incomplete';
  const silentMs = now.getTime() - (lastPartAt ?? requestedAt).getTime();
  if (silentMs > PART_WITHIN_MS) return 'incomplete';
  return parts > 0 ? 'receiving' : 'waiting';
}
