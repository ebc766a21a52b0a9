import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { type AuthorizationDecision, cacheLimitOf } from './authorization-decision.js';
import { AuthorizationService } from './authorization.service.js';
import type { PresentedIdToken } from './id-token.js';

type Request = StationRequests['2.0']['Authorize'];
type Response = StationResponses['2.0']['Authorize'];

/** Tells a 2.0 station about a token. */
export function toIdTokenInfoV20(decision: AuthorizationDecision): Response['idTokenInfo'] {
  const { status, groupId, chargingPriority, language1, language2, personalMessage } = decision;
  const cacheLimit = cacheLimitOf(decision);
  return {
    status,
    ...(groupId !== undefined && { groupIdToken: { idToken: groupId, type: 'Central' } }),
    ...(cacheLimit && { cacheExpiryDateTime: cacheLimit.toISOString() }),
    ...(chargingPriority !== undefined && { chargingPriority }),
    ...(language1 !== undefined && { language1 }),
    ...(language2 !== undefined && { language2 }),
    ...(personalMessage && { personalMessage: { ...personalMessage } }),
  };
}

/** The token that a 2.0 station names. */
export const fromIdTokenV20 = ({ idToken, type }: Request['idToken']): PresentedIdToken => ({ value: idToken, type });

/** Authorization as OCPP 2.0 (2018) speaks it. */
@Injectable()
export class AuthorizationHandlersV20 {
  constructor(private readonly authorization: AuthorizationService) {}

  @OcppHandler('Authorize', '2.0')
  async authorize(request: Request, { station }: CallContext): Promise<Response> {
    const at = {
      stationUuid: station.id,
      stationId: station.stationId,
      // 2.0 lists the EVSEs that the driver could take; only a single one says where he is
      ...(request.evseId?.length === 1 && { evseId: request.evseId[0] }),
      contractCertificate: request['15118CertificateHashData'] !== undefined,
    };
    const decision = await this.authorization.authorize(fromIdTokenV20(request.idToken), at, 'authorize');
    return {
      idTokenInfo: toIdTokenInfoV20(decision),
      // 2.0 has the EVSEs beside the information about the token, and in this answer alone
      ...(decision.evseIds?.length && { evseId: [...decision.evseIds] }),
      ...(decision.certificateStatus && { certificateStatus: decision.certificateStatus }),
    };
  }
}
