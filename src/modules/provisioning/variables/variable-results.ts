import type { CommandView } from '../../../commands/index.js';
import type { AttributeAddress } from '../device-model/variable-address.js';

export const VARIABLE_STATUSES = [
  'Accepted',
  'Rejected',
  'UnknownComponent',
  'UnknownVariable',
  'NotSupportedAttributeType',
  'RebootRequired',
] as const;
export type VariableStatus = (typeof VARIABLE_STATUSES)[number];

/** What a station said about one variable that it was asked for or told to change. */
export interface VariableResult extends AttributeAddress {
  readonly status: VariableStatus;
  /** What the station literally said; null where its version has no word for it. */
  readonly reportedStatus: string | null;
  readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo?: string };
  readonly value: string | null;
  /** 1.6 only: whether the key can be changed. */
  readonly readOnly?: boolean;
}

/** The parts of a command from which the results can be read, at any time later. */
export type AnsweredCommand = Pick<CommandView, 'ocppVersion' | 'request' | 'response'>;

/** The status that all share; undefined where they differ or there is none. */
export function sharedStatus<T extends string>(statuses: readonly (T | null | undefined)[]): T | undefined {
  const [first] = statuses;
  return first && statuses.every((status) => status === first) ? first : undefined;
}
