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
/** Tells a 2.0 station about a token. */
export const toIdTokenInfoV20 = ({ status, groupId, expiresAt }) => ({
    status,
    ...(groupId !== undefined && { groupIdToken: { idToken: groupId, type: 'Central' } }),
    ...(expiresAt && { cacheExpiryDateTime: expiresAt.toISOString() }),
});
/** The token that a 2.0 station names. */
export const fromIdTokenV20 = ({ idToken, type }) => ({ value: idToken, type });
/** Authorization as OCPP 2.0 (2018) speaks it. */
let AuthorizationHandlersV20 = class AuthorizationHandlersV20 {
    authorization;
    constructor(authorization) {
        this.authorization = authorization;
    }
    async authorize(request, { station }) {
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
            ...(decision.certificateStatus && { certificateStatus: decision.certificateStatus }),
        };
    }
};
__decorate([
    OcppHandler('Authorize', '2.0'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AuthorizationHandlersV20.prototype, "authorize", null);
AuthorizationHandlersV20 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AuthorizationService])
], AuthorizationHandlersV20);
export { AuthorizationHandlersV20 };
//# sourceMappingURL=authorization.handlers.v20.js.map