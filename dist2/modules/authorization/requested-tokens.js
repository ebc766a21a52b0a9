/**
 * Which tokens operators named in requests to start. Declared here and provided by the block of remote control: a token
 * of type Central is made up for one request and registered nowhere.
 */
export class RequestedTokens {
}
//# sourceMappingURL=requested-tokens.js.map