import type { StartToken } from '../../remote-control/index.js';

export const HASH_ALGORITHMS = ['SHA256', 'SHA384', 'SHA512'] as const;

/** By what a certificate of a customer is known. */
export interface CertificateHash {
  readonly hashAlgorithm: (typeof HASH_ALGORITHMS)[number];
  readonly issuerNameHash: string;
  readonly issuerKeyHash: string;
  readonly serialNumber: string;
}

/** Whom it is about: exactly one of these is there. [OCPP 2.0.1 N09.FR.09, N10.FR.08] */
export interface CustomerReference {
  readonly idToken?: StartToken;
  readonly customerIdentifier?: string;
  readonly customerCertificate?: CertificateHash;
}

/** What a station is to do with what it holds about a customer. */
export interface CustomerWish extends CustomerReference {
  readonly report: boolean;
  readonly clear: boolean;
}

/** One message of a report. */
export interface CustomerInformationPart {
  readonly requestId: number;
  readonly seqNo: number;
  /** Whether more is to come. */
  readonly toBeContinued: boolean;
  /** As the station wrote it. */
  readonly generatedAt: string;
  readonly data: string;
}

export const CUSTOMER_STATES = [
  'waiting',
  'receiving',
  'complete',
  'incomplete',
  'refused',
  'invalid',
  'failed',
  'erased',
] as const;
export type CustomerInformationState = (typeof CUSTOMER_STATES)[number];

/** What of a stored request, and of its command, says how far it is. */
export interface CustomerInformationCourse {
  /** Null where nobody asked. */
  readonly report: boolean | null;
  readonly command: { readonly state: string; readonly answer: string | null; readonly at: Date } | null;
  readonly parts: number;
  readonly lastPartAt: Date | null;
  readonly completedAt: Date | null;
  readonly erasedAt: Date | null;
}

/** Nothing more is expected of a station that was silent for so long. */
export const PART_WITHIN_MS = 10 * 60_000;

const REFUSALS: Readonly<Record<string, CustomerInformationState>> = { Rejected: 'refused', Invalid: 'invalid' };

/** How far a request is at this moment; follows from what is stored, so that a restart changes nothing. */
export function stateOf(course: CustomerInformationCourse, now: Date): CustomerInformationState {
  const { report, command, parts, lastPartAt, completedAt, erasedAt } = course;
  if (erasedAt) return 'erased';
  if (completedAt) return 'complete';
  const isSilentSince = (at: Date): boolean => now.getTime() - at.getTime() > PART_WITHIN_MS;
  if (parts > 0) return isSilentSince(lastPartAt!) ? 'incomplete' : 'receiving';
  if (!command) return 'failed';
  if (command.state === 'queued' || command.state === 'sent') return 'waiting';
  // what did not answer in time may have heard the question
  if (command.state === 'timed-out') return isSilentSince(command.at) ? 'failed' : 'waiting';
  if (command.state !== 'answered') return 'failed';
  if (command.answer !== 'Accepted') return REFUSALS[command.answer ?? ''] ?? 'failed';
  // [OCPP 2.0.1 N10] who only clears need not report
  if (report === false) return 'complete';
  return isSilentSince(command.at) ? 'incomplete' : 'waiting';
}

/** The numbers below the highest known one that have not come, the first thousand at most. */
export function missingOf(come: readonly number[], lastSeqNo: number | null): number[] {
  const numbers = new Set(come);
  const highest = Math.max(lastSeqNo ?? -1, ...come);
  return Array.from({ length: Math.min(highest + 1, 1000) }, (_, seqNo) => seqNo).filter(
    (seqNo) => !numbers.has(seqNo),
  );
}
