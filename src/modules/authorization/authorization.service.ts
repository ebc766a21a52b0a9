import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AuthorizationCallback, type CallbackAnswer } from './authorization-callback.js';
import { type AuthorizationDecision, type AuthorizationStatus, decide } from './authorization-decision.js';
import type { PresentedIdToken } from './id-token.js';
import { PinGuesses } from './pin-guesses.js';
import { RequestedTokens } from './requested-tokens.js';
import { TokenLookup } from './token-lookup.js';

/** Where, and with what, a token is presented. */
export interface Presentation {
  readonly stationUuid: string;
  readonly stationId: string;
  readonly evseId?: number;
  /** A contract certificate, or its hashes, came with the token. */
  readonly contractCertificate?: boolean;
  /** The request to start that the transaction says it answers. */
  readonly remoteStartId?: number;
  /** A transaction is to begin by this token, or has. */
  readonly starts?: boolean;
}

/** `authorize`: the driver asks. `transaction`: a start or an event carries the token, perhaps from long ago. */
export type AuthorizationPurpose = 'authorize' | 'transaction';

/**
 * Decides about tokens, for every version alike: the operator's callback where one is configured and answers, else
 * what is registered under /id-tokens together with AUTHORIZATION_POLICY. The callback's answer overrides the tables.
 */
@Injectable()
export class AuthorizationService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly lookup: TokenLookup,
    private readonly callback: AuthorizationCallback,
    private readonly guesses: PinGuesses,
    private readonly requested: RequestedTokens,
  ) {}

  /**
   * The decision about a token. Rejects when the database cannot be asked: that is never a statement about the token.
   * ConcurrentTx is not decided here, see `AuthorizationDecision.concurrentTransactions`.
   */
  async authorize(
    token: PresentedIdToken,
    at: Presentation,
    purpose: AuthorizationPurpose,
  ): Promise<AuthorizationDecision> {
    // [OCPP 2.0.1 C02.FR.02] a start button is always accepted; the many who press it are not one driver
    if (token.type === 'NoAuthorization' && token.value === '')
      return { status: 'Accepted', concurrentTransactions: 'allowed' };
    // [OCPP 2.0.1 C07.FR.17] TAU cannot verify contracts yet, and a contract that is not verified is not accepted
    if (at.contractCertificate) return { ...this.plain('Invalid'), certificateStatus: 'CertChainError' };
    if (token.type === 'KeyCode' && purpose === 'authorize') return this.authorizePin(token, at);
    return this.unlessMasterStarts(await this.decide(token, at, purpose), at);
  }

  /** [OCPP 2.0.1 C16.FR.03] a master pass stops what others charge and is never billed itself */
  private unlessMasterStarts(decision: AuthorizationDecision, { starts }: Presentation): AuthorizationDecision {
    return decision.masterPass && starts && decision.status === 'Accepted'
      ? { ...decision, status: 'Blocked' }
      : decision;
  }

  /** The group that a token is registered in; undefined where it has none, or where nobody registered it. */
  async groupOf(token: PresentedIdToken): Promise<string | undefined> {
    return (await this.lookup.token(token))?.groupId ?? undefined;
  }

  /** [OCPP 2.0.1 C04.FR.06] guessing is slowed down where it happens; late events are not guesses */
  private async authorizePin(token: PresentedIdToken, at: Presentation): Promise<AuthorizationDecision> {
    if (this.guesses.paused(at.stationUuid)) return this.plain('NotAtThisTime');
    const decision = await this.decide(token, at, 'authorize');
    if (decision.status === 'Invalid' || decision.status === 'Unknown') this.guesses.wrong(at.stationUuid);
    return decision;
  }

  private async decide(
    token: PresentedIdToken,
    at: Presentation,
    purpose: AuthorizationPurpose,
  ): Promise<AuthorizationDecision> {
    const { policy, callbackFallback } = this.config.authorization;
    if (!this.callback.configured) return this.decideByTables(token, at, policy);
    const answer = await this.callback.ask({
      stationId: at.stationId,
      ...(at.evseId !== undefined && { evseId: at.evseId }),
      idToken: { value: token.value, type: token.type },
      purpose,
    });
    if (answer) return this.decideByAnswer(answer);
    if (callbackFallback === 'refuse') return this.plain(unknownTo(token));
    return this.decideByTables(token, at, callbackFallback === 'accept' ? 'accept-all' : policy);
  }

  private async decideByTables(
    token: PresentedIdToken,
    at: Presentation,
    policy: Config['authorization']['policy'],
  ): Promise<AuthorizationDecision> {
    // [OCPP 2.0.1 C05] a Central token is made for one request start and need not be registered
    const isMadeForThis =
      token.type === 'Central' &&
      at.remoteStartId !== undefined &&
      (await this.requested.wasNamed(at.stationUuid, at.remoteStartId, token));
    return decide(await this.lookup.token(token), {
      now: this.clock.now(),
      unregistered: policy === 'accept-all' || isMadeForThis ? 'Accepted' : unknownTo(token),
      concurrentTransactions: this.config.authorization.concurrentTransactions,
      at,
    });
  }

  private async decideByAnswer(answer: CallbackAnswer): Promise<AuthorizationDecision> {
    // whether another transaction is open is seen here, and an Authorize is never answered ConcurrentTx
    if (answer.status === 'ConcurrentTx') return { ...answer, status: 'Accepted', concurrentTransactions: 'refused' };
    const rules = answer.groupId === undefined ? undefined : await this.lookup.groupRules(answer.groupId);
    return {
      ...this.plain(answer.status),
      ...answer,
      ...(rules && { concurrentTransactions: rules.concurrentTransactions }),
      ...(rules?.masterPass && { masterPass: true }),
    };
  }

  private plain(status: AuthorizationStatus): AuthorizationDecision {
    return { status, concurrentTransactions: this.config.authorization.concurrentTransactions };
  }
}

/** [OCPP 2.0.1 C04.FR.02] a wrong PIN code is Invalid; any other text that nobody registered is Unknown */
const unknownTo = ({ type }: PresentedIdToken): AuthorizationStatus => (type === 'KeyCode' ? 'Invalid' : 'Unknown');
