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
export interface AuthorizationDecision {
  /** AuthorizationService never decides ConcurrentTx; see `concurrentTransactions`. */
  readonly status: AuthorizationStatus;
  /** Tokens with an equal group id may stop each other's transactions. Given whatever the status. */
  readonly groupId?: string;
  /** When the token ceases, or ceased, to be valid; missing where it has no expiry. */
  readonly expiresAt?: Date;
  /** `refused`: a start is ConcurrentTx while another transaction of the same token is open. */
  readonly concurrentTransactions: ConcurrentTransactions;
  /** About a contract certificate, where one was presented. */
  readonly certificateStatus?: 'CertChainError';
}

/** What the tables say about a token. */
export interface RegisteredToken {
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
}

/** Decides by what is registered: first the operator's word, then the expiry. Undefined: nothing is registered. */
export function decide(token: RegisteredToken | undefined, rules: DecisionRules): AuthorizationDecision {
  if (!token) return { status: rules.unregistered, concurrentTransactions: rules.concurrentTransactions };
  return {
    status: statusOf(token, rules.now),
    // [OCPP 2.0.1 C01.FR.06] a token that has a group is never answered without it
    ...(token.groupId !== null && { groupId: token.groupId }),
    ...(token.expiresAt && { expiresAt: token.expiresAt }),
    concurrentTransactions: token.concurrentTransactions ?? rules.concurrentTransactions,
  };
}

function statusOf({ status, expiresAt }: RegisteredToken, now: Date): AuthorizationStatus {
  if (status === 'Blocked' || status === 'Invalid') return status;
  return expiresAt && expiresAt <= now ? 'Expired' : 'Accepted';
}
