import type { EventType } from './words.js';

/** What is wrong with a station. Plain data: the parts of the station look at it where it concerns them. */
export interface Trouble {
  readonly description: string;
  /** The line breaks every so often, in milliseconds. */
  readonly dropsEveryMs?: number;
  /** The station's clock is wrong by this much and cannot be set. */
  readonly clockOffsetMs?: number;
  /** Commands are answered this late. */
  readonly answersAfterMs?: number;
  /** The line breaks before the answer to this event is read, once per transaction; the event is sent again. */
  readonly losesAnswerTo?: EventType;
  /** Whether such an event keeps its message id. */
  readonly resendWith?: 'same-id' | 'new-id';
  /** An answered start is sent a second time under a new message id. */
  readonly repeatsStart?: boolean;
}

const YEAR_MS = 365 * 24 * 3_600_000;

/** The troublemakers that every CSMS meets in the field. */
export const TROUBLES = {
  flapping: { description: 'loses its connection every 5 seconds', dropsEveryMs: 5000 },
  'wrong-clock': { description: 'believes it is 20 years ago', clockOffsetMs: -20 * YEAR_MS },
  'lost-stop': { description: 'loses the answer to the stop and sends it again', losesAnswerTo: 'Ended' },
  'lost-stop-new-id': {
    description: 'loses the answer to the stop and sends it again under a new message id',
    losesAnswerTo: 'Ended',
    resendWith: 'new-id',
  },
  'slow-answers': { description: 'takes 5 seconds to answer a command', answersAfterMs: 5000 },
  'repeated-start': { description: 'sends every start of a transaction twice', repeatsStart: true },
} as const satisfies Record<string, Trouble>;

export type TroubleName = keyof typeof TROUBLES;

export const isTroubleName = (name: string): name is TroubleName => Object.hasOwn(TROUBLES, name);
