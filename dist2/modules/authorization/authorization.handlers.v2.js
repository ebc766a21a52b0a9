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
import { OcppHandler } from '../../ocpp/index.js';
import { AuthorizationService } from './authorization.service.js';
/** Tells a 2.0.1 station about a token. */
export const toIdTokenInfo = ({ status, groupId, expiresAt }) => ({
    status,
    // [OCPP 2.0.1 C09.FR.13] group ids are made by the operator
    ...(groupId !== undefined && { groupIdToken: { idToken: groupId, type: 'Central' } }),
    ...(expiresAt && { cacheExpiryDateTime: expiresAt.toISOString() }),
});
/** The token that a 2.0.1 station names. [OCPP 2.0.1 C01.FR.25] additionalInfo is not part of what is compared. */
export const fromIdToken = ({ idToken, type }) => ({ value: idToken, type });
/** Authorization as OCPP 2.0.1 speaks it. */
let AuthorizationHandlersV2 = class AuthorizationHandlersV2 {
    authorization;
    constructor(authorization) {
        this.authorization = authorization;
    }
    async authorize(request, { station }) {
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
};
__decorate([
    OcppHandler('Authorize', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AuthorizationHandlersV2.prototype, "authorize", null);
AuthorizationHandlersV2 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AuthorizationService])
], AuthorizationHandlersV2);
export { AuthorizationHandlersV2 };
//# sourceMappingURL=authorization.handlers.v2.js.map