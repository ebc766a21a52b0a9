import type { CallOutcome, CommandAnswer } from '../ocpp/index.js';
import type { CommandState } from './entities/command.entity.js';

/** Why a command has no answer; kept in `error.reason` of its row. */
export type FailureReason =
  | 'call-error'
  | 'broken-answer'
  | 'disconnected'
  | 'no-answer'
  | 'station-busy'
  | 'not-recorded'
  | 'cancelled'
  | 'api-key-revoked'
  | 'came-about'
  | 'expired'
  | 'unsayable'
  | 'restart';

/** What is kept about a command that failed; beside the reason there is what the station said, where it said something. */
export interface CommandFailure extends Record<string, unknown> {
  readonly reason: FailureReason;
}

/** How a command ended. */
export interface Settlement {
  readonly state: Exclude<CommandState, 'queued' | 'sent'>;
  readonly response?: Record<string, unknown>;
  readonly answer?: Partial<CommandAnswer>;
  readonly error?: CommandFailure;
  readonly sentAt: Date | undefined;
  readonly answeredAt?: Date;
}

/** How the station's response is understood; a raw CALL may have no status at all. */
export type AnswerReader = (response: Record<string, unknown>) => Partial<CommandAnswer>;

/**
 * What is recorded about the outcome of a CALL.
 * @param tried whether the CALL's turn came; if not, the queue was full
 */
export function settlementOf(outcome: CallOutcome, read: AnswerReader, tried: boolean): Settlement {
  switch (outcome.kind) {
    case 'answered': {
      const { response, sentAt, answeredAt } = outcome;
      return { state: 'answered', response, answer: read(response), sentAt, answeredAt };
    }
    case 'call-error': {
      const { code, description, details, sentAt, answeredAt } = outcome;
      return { state: 'errored', error: { reason: 'call-error', code, description, details }, sentAt, answeredAt };
    }
    case 'broken-answer': {
      const { reason: explanation, response, sentAt, answeredAt } = outcome;
      return { state: 'errored', error: { reason: 'broken-answer', explanation, response }, sentAt, answeredAt };
    }
    case 'timed-out':
      return { state: 'timed-out', error: { reason: 'no-answer' }, sentAt: outcome.sentAt };
    case 'disconnected':
      return { state: 'errored', error: { reason: 'disconnected' }, sentAt: outcome.sentAt };
    case 'not-sent':
      // its turn came and the claim did not: it was cancelled (then this changes nothing), or could not be recorded
      return tried
        ? { state: 'cancelled', error: { reason: 'not-recorded' }, sentAt: undefined }
        : { state: 'cancelled', error: { reason: 'station-busy' }, sentAt: undefined };
  }
}
