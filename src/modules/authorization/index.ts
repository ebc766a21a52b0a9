// What other blocks may use.
export { AuthorizationModule } from './authorization.module.js';
export { AuthorizationService, type AuthorizationPurpose, type Presentation } from './authorization.service.js';
export {
  AUTHORIZATION_STATUSES,
  type AuthorizationDecision,
  type AuthorizationStatus,
  type ConcurrentTransactions,
} from './authorization-decision.js';
export { ID_TOKEN_TYPES, type IdTokenType, type PresentedIdToken, tokenKeyOf, visibleTokenKeysOf } from './id-token.js';
export { fromIdTag, toIdTagInfo } from './authorization.handlers.v16.js';
export { fromIdToken, toIdTokenInfo } from './authorization.handlers.v2.js';
export { fromIdTokenV20, toIdTokenInfoV20 } from './authorization.handlers.v20.js';
export { TokenKeys } from './token-keys.js';
export { RequestedTokens } from './requested-tokens.js';
