var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AuthorizationCallback } from './authorization-callback.js';
import { decide } from './authorization-decision.js';
import { tokenKeyOf } from './id-token.js';
import { PinGuesses } from './pin-guesses.js';
import { RequestedTokens } from './requested-tokens.js';
import { TokenLookup } from './token-lookup.js';
/**
 * Decides about tokens, for every version alike: the operator's callback where one is configured and answers, else
 * what is registered under /id-tokens together with AUTHORIZATION_POLICY. The callback's answer overrides the tables.
 */
let AuthorizationService = class AuthorizationService {
    config;
    clock;
    lookup;
    callback;
    guesses;
    requested;
    constructor(config, clock, lookup, callback, guesses, requested) {
        this.config = config;
        this.clock = clock;
        this.lookup = lookup;
        this.callback = callback;
        this.guesses = guesses;
        this.requested = requested;
    }
    /**
     * The decision about a token. Rejects when the database cannot be asked: that is never a statement about the token.
     * ConcurrentTx is not decided here, see `AuthorizationDecision.concurrentTransactions`.
     */
    async authorize(token, at, purpose) {
        // [OCPP 2.0.1 C02.FR.02] a start button is always accepted; the many who press it are not one driver
        if (token.type === 'NoAuthorization' && token.value === '')
            return { status: 'Accepted', concurrentTransactions: 'allowed' };
        // [OCPP 2.0.1 C07.FR.17] TAU cannot verify contracts yet, and a contract that is not verified is not accepted
        if (at.contractCertificate)
            return { ...this.plain('Invalid'), certificateStatus: 'CertChainError' };
        if (token.type === 'KeyCode' && purpose === 'authorize')
            return this.authorizePin(token, at);
        return this.decide(token, at, purpose);
    }
    /** [OCPP 2.0.1 C04.FR.06] guessing is slowed down where it happens; late events are not guesses */
    async authorizePin(token, at) {
        if (this.guesses.paused(at.stationUuid))
            return this.plain('NotAtThisTime');
        const decision = await this.decide(token, at, 'authorize');
        if (decision.status === 'Invalid' || decision.status === 'Unknown')
            this.guesses.wrong(at.stationUuid);
        return decision;
    }
    async decide(token, at, purpose) {
        const { policy, callbackFallback } = this.config.authorization;
        if (!this.callback.configured)
            return this.decideByTables(token, at, policy);
        const answer = await this.callback.ask({
            stationId: at.stationId,
            ...(at.evseId !== undefined && { evseId: at.evseId }),
            idToken: { value: token.value, type: token.type },
            purpose,
        });
        if (answer)
            return this.decideByAnswer(answer);
        if (callbackFallback === 'refuse')
            return this.plain(unknownTo(token));
        return this.decideByTables(token, at, callbackFallback === 'accept' ? 'accept-all' : policy);
    }
    async decideByTables(token, at, policy) {
        // [OCPP 2.0.1 C05] a Central token is made for one request start and need not be registered
        const isMadeForThis = token.type === 'Central' &&
            at.remoteStartId !== undefined &&
            (await this.requested.wasNamed(at.stationUuid, at.remoteStartId, token));
        return decide(await this.lookup.token(tokenKeyOf(token)), {
            now: this.clock.now(),
            unregistered: policy === 'accept-all' || isMadeForThis ? 'Accepted' : unknownTo(token),
            concurrentTransactions: this.config.authorization.concurrentTransactions,
        });
    }
    async decideByAnswer(answer) {
        // whether another transaction is open is seen here, and an Authorize is never answered ConcurrentTx
        if (answer.status === 'ConcurrentTx')
            return { ...answer, status: 'Accepted', concurrentTransactions: 'refused' };
        const rule = answer.groupId === undefined ? undefined : await this.lookup.concurrentTransactions(answer.groupId);
        return { ...this.plain(answer.status), ...answer, ...(rule && { concurrentTransactions: rule }) };
    }
    plain(status) {
        return { status, concurrentTransactions: this.config.authorization.concurrentTransactions };
    }
};
AuthorizationService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config,
        Clock,
        TokenLookup,
        AuthorizationCallback,
        PinGuesses,
        RequestedTokens])
], AuthorizationService);
export { AuthorizationService };
/** [OCPP 2.0.1 C04.FR.02] a wrong PIN code is Invalid; any other text that nobody registered is Unknown */
const unknownTo = ({ type }) => (type === 'KeyCode' ? 'Invalid' : 'Unknown');
//# sourceMappingURL=authorization.service.js.map