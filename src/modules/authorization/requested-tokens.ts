import type { PresentedIdToken } from './id-token.js';

/**
 * Which tokens operators named in requests to start. Declared here and provided by the block of remote control: a token
 * of type Central is made up for one request and registered nowhere.
 */
export abstract class RequestedTokens {
  /** Whether a station was asked, under this number, to start a transaction with this very token. */
  abstract wasNamed(stationUuid: string, remoteStartId: number, token: PresentedIdToken): Promise<boolean>;
}
