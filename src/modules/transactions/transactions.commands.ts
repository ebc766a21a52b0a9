import { defineCommand, type CsmsResponses } from '../../ocpp/index.js';

type Answer = CsmsResponses['2.0' | '2.0.1']['GetTransactionStatus'];

/** A question about one transaction, or, without its id, about all messages that wait at the station. */
export interface StatusQuestion {
  readonly ocppTransactionId?: string;
}

const request = ({ ocppTransactionId }: StatusQuestion) =>
  ocppTransactionId === undefined ? {} : { transactionId: ocppTransactionId };

/** E14: whether a transaction goes on, and whether messages about it wait at the station. 1.6 has no such question. */
export const getTransactionStatus = defineCommand<StatusQuestion>()('GetTransactionStatus', {
  '2.0': { action: 'GetTransactionStatus', request, answer: () => ({}) },
  '2.0.1': { action: 'GetTransactionStatus', request, answer: () => ({}) },
});

/** What a station said about a transaction. */
export interface ToldStatus {
  /** Undefined where the station was not asked about a single transaction, or left it out. */
  readonly ongoing: boolean | undefined;
  readonly messagesInQueue: boolean;
}

export function toldStatus(response: Record<string, unknown>): ToldStatus {
  const { ongoingIndicator, messagesInQueue } = response as unknown as Answer;
  return { ongoing: ongoingIndicator, messagesInQueue };
}
