import { type Place, type TokenAdvice, type ValidPlace, validityAt } from './token-advice.js';

/** What a station can be told about a token, in 2.0.1 words. */
export const AUTHORIZATION_STATUSES = [
  'Accepted',
  'Blocked',
  'ConcurrentTx',
  'Expired',
  'Invalid',
  'NoCredit',
  'NotAllowedTypeEVSE',
  'NotAtThisLocation',
  'NotAtThisTime',
  'Unknown',
] as const;

export type AuthorizationStatus = (typeof AUTHORIZATION_STATUSES)[number];

/** What holds for further transactions of a token while one is open. */
export type ConcurrentTransactions = 'allowed' | 'refused';

/** The decision about a token itself; whether it charges elsewhere just now is known to the transactions block. */
export interface AuthorizationDecision extends TokenAdvice {
  /** AuthorizationService never decides ConcurrentTx; see `concurrentTransactions`. */
  readonly status: AuthorizationStatus;
  /** Tokens with an equal group id may stop each other's transactions. Given whatever the status. */
  readonly groupId?: string;
  /** When the token ceases, or ceased, to be valid; missing where it has no expiry. */
  readonly expiresAt?: Date;
  /** Until when stations may answer about it from their caches, if not until it expires; past: not at all. */
  readonly cacheExpiresAt?: Date;
  /** The EVSEs of the station on which the token is valid; missing: all. [OCPP 2.0.1 C01.FR.19, C01.FR.20] */
  readonly evseIds?: readonly number[];
  /** Its group may stop anybody's transaction, and starts none. [OCPP 2.0.1 C16] */
  readonly masterPass?: boolean;
  /** `refused`: a start is ConcurrentTx while another transaction of the same token is open. */
  readonly concurrentTransactions: ConcurrentTransactions;
  /** About a contract certificate, where one was presented. */
  readonly certificateStatus?: 'CertChainError';
}

/** What the tables say about a token. */
export interface RegisteredToken {
  readonly cacheExpiresAt?: Date | null;
  readonly chargingPriority?: number | null;
  readonly language1?: string | null;
  readonly language2?: string | null;
  readonly personalMessage?: TokenAdvice['personalMessage'] | null;
  /** null: everywhere. */
  readonly validAt?: readonly ValidPlace[] | null;
  readonly masterPass?: boolean | null;
  readonly status: string;
  readonly groupId: string | null;
  readonly expiresAt: Date | null;
  readonly concurrentTransactions: ConcurrentTransactions | null;
}

/** The circumstances of a decision by the tables. */
export interface DecisionRules {
  readonly now: Date;
  /** What a token that nobody registered gets. */
  readonly unregistered: AuthorizationStatus;
  /** For tokens whose group says nothing. */
  readonly concurrentTransactions: ConcurrentTransactions;
  /** Where the token is presented. */
  readonly at: Place;
}

/** Decides by what is registered: first the operator's word, then the expiry. Undefined: nothing is registered. */
export function decide(token: RegisteredToken | undefined, rules: DecisionRules): AuthorizationDecision {
  if (!token) return { status: rules.unregistered, concurrentTransactions: rules.concurrentTransactions };
  const { isValid, evseIds } = validityAt(token.validAt, rules.at);
  return {
    status: statusOf(token, rules.now, isValid),
    ...adviceOf(token),
    ...(token.cacheExpiresAt && { cacheExpiresAt: token.cacheExpiresAt }),
    ...(evseIds && { evseIds }),
    ...(token.masterPass && { masterPass: true }),
    // [OCPP 2.0.1 C01.FR.06] a token that has a group is never answered without it
    ...(token.groupId !== null && { groupId: token.groupId }),
    ...(token.expiresAt && { expiresAt: token.expiresAt }),
    concurrentTransactions: token.concurrentTransactions ?? rules.concurrentTransactions,
  };
}

function statusOf({ status, expiresAt }: RegisteredToken, now: Date, isValidHere: boolean): AuthorizationStatus {
  if (status === 'Blocked' || status === 'Invalid') return status;
  if (expiresAt && expiresAt <= now) return 'Expired';
  return isValidHere ? 'Accepted' : 'NotAtThisLocation';
}

function adviceOf({ chargingPriority, language1, language2, personalMessage }: RegisteredToken): TokenAdvice {
  return {
    ...(chargingPriority != null && { chargingPriority }),
    ...(language1 != null && { language1 }),
    ...(language2 != null && { language2 }),
    ...(personalMessage != null && { personalMessage }),
  };
}

/**
 * When a station has to ask again about a token that it keeps in its cache: no later than the token expires. Missing:
 * when the station's own time for its cache has passed. [OCPP 2.0.1 C10.FR.10, OCPP 1.6 IdTagInfo.expiryDate]
 */
export function cacheLimitOf({ expiresAt, cacheExpiresAt }: AuthorizationDecision): Date | undefined {
  if (!expiresAt || !cacheExpiresAt) return expiresAt ?? cacheExpiresAt;
  return cacheExpiresAt < expiresAt ? cacheExpiresAt : expiresAt;
}
