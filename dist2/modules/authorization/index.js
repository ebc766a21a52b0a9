// What other blocks may use.
export { AuthorizationModule } from './authorization.module.js';
export { AuthorizationService } from './authorization.service.js';
export { AUTHORIZATION_STATUSES, } from './authorization-decision.js';
export { ID_TOKEN_TYPES, tokenKeyOf, visibleTokenKeysOf } from './id-token.js';
export { fromIdTag, toIdTagInfo } from './authorization.handlers.v16.js';
export { fromIdToken, toIdTokenInfo } from './authorization.handlers.v2.js';
export { fromIdTokenV20, toIdTokenInfoV20 } from './authorization.handlers.v20.js';
export { RequestedTokens } from './requested-tokens.js';
//# sourceMappingURL=index.js.map