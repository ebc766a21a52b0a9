import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { type AuthorizationDecision, cacheLimitOf } from './authorization-decision.js';
import { AuthorizationService } from './authorization.service.js';
import type { PresentedIdToken } from './id-token.js';

type Request = StationRequests['2.0.1']['Authorize'];
type Response = StationResponses['2.0.1']['Authorize'];

/** Tells a 2.0.1 station about a token. */
export function toIdTokenInfo(decision: AuthorizationDecision): Response['idTokenInfo'] {
  const { status, groupId, evseIds, chargingPriority, language1, language2, personalMessage } = decision;
  const cacheLimit = cacheLimitOf(decision);
  return {
    status,
    // [OCPP 2.0.1 C09.FR.13] group ids are made by the operator
    ...(groupId !== undefined && { groupIdToken: { idToken: groupId, type: 'Central' } }),
    ...(cacheLimit && { cacheExpiryDateTime: cacheLimit.toISOString() }),
    ...(chargingPriority !== undefined && { chargingPriority }),
    ...(language1 !== undefined && { language1 }),
    ...(language2 !== undefined && { language2 }),
    ...(evseIds?.length && { evseId: [evseIds[0]!, ...evseIds.slice(1)] }),
    ...(personalMessage && { personalMessage: { ...personalMessage } }),
  };
}

/** The token that a 2.0.1 station names. [OCPP 2.0.1 C01.FR.25] additionalInfo is not part of what is compared. */
export const fromIdToken = ({ idToken, type }: Request['idToken']): PresentedIdToken => ({ value: idToken, type });

/** Authorization as OCPP 2.0.1 speaks it. */
@Injectable()
export class AuthorizationHandlersV2 {
  constructor(private readonly authorization: AuthorizationService) {}

  @OcppHandler('Authorize', '2.0.1')
  async authorize(request: Request, { station }: CallContext): Promise<Response> {
    const at = {
      stationUuid: station.id,
      stationId: station.stationId,
      contractCertificate: request.certificate !== undefined || request.iso15118CertificateHashData !== undefined,
    };
    const decision = await this.authorization.authorize(fromIdToken(request.idToken), at, 'authorize');
    return {
      idTokenInfo: toIdTokenInfo(decision),
      ...(decision.certificateStatus && { certificateStatus: decision.certificateStatus }),
    };
  }
}
