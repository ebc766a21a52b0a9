import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { type AuthorizationDecision, type AuthorizationStatus, cacheLimitOf } from './authorization-decision.js';
import { AuthorizationService } from './authorization.service.js';
import type { PresentedIdToken } from './id-token.js';

type IdTagInfo = StationResponses['1.6']['Authorize']['idTagInfo'];

// 1.6 has no Unknown, and no word for a known token that may not charge here and now
const STATUS: Record<AuthorizationStatus, IdTagInfo['status']> = {
  Accepted: 'Accepted',
  Blocked: 'Blocked',
  ConcurrentTx: 'ConcurrentTx',
  Expired: 'Expired',
  Invalid: 'Invalid',
  NoCredit: 'Blocked',
  NotAllowedTypeEVSE: 'Blocked',
  NotAtThisLocation: 'Blocked',
  NotAtThisTime: 'Blocked',
  Unknown: 'Invalid',
};

/** Tells a 1.6 station about a token. A group id that does not fit the 20 characters of an idTag is left out. */
export function toIdTagInfo(decision: AuthorizationDecision): IdTagInfo {
  const { status, groupId } = decision;
  const cacheLimit = cacheLimitOf(decision);
  return {
    status: STATUS[status],
    ...(groupId !== undefined && groupId.length <= 20 && { parentIdTag: groupId }),
    ...(cacheLimit && { expiryDate: cacheLimit.toISOString() }),
  };
}

/** The token behind an idTag. Its type is not told; the most common one stands for it. */
export const fromIdTag = (idTag: string): PresentedIdToken => ({ value: idTag, type: 'ISO14443' });

/** Authorization as OCPP 1.6 speaks it. */
@Injectable()
export class AuthorizationHandlersV16 {
  constructor(private readonly authorization: AuthorizationService) {}

  @OcppHandler('Authorize', '1.6')
  async authorize(
    request: StationRequests['1.6']['Authorize'],
    { station }: CallContext,
  ): Promise<StationResponses['1.6']['Authorize']> {
    const at = { stationUuid: station.id, stationId: station.stationId };
    return { idTagInfo: toIdTagInfo(await this.authorization.authorize(fromIdTag(request.idTag), at, 'authorize')) };
  }
}
