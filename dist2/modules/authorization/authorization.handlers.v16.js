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
// 1.6 has no Unknown, and no word for a known token that may not charge here and now
const STATUS = {
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
export const toIdTagInfo = ({ status, groupId, expiresAt }) => ({
    status: STATUS[status],
    ...(groupId !== undefined && groupId.length <= 20 && { parentIdTag: groupId }),
    ...(expiresAt && { expiryDate: expiresAt.toISOString() }),
});
/** The token behind an idTag. Its type is not told; the most common one stands for it. */
export const fromIdTag = (idTag) => ({ value: idTag, type: 'ISO14443' });
/** Authorization as OCPP 1.6 speaks it. */
let AuthorizationHandlersV16 = class AuthorizationHandlersV16 {
    authorization;
    constructor(authorization) {
        this.authorization = authorization;
    }
    async authorize(request, { station }) {
        const at = { stationUuid: station.id, stationId: station.stationId };
        return { idTagInfo: toIdTagInfo(await this.authorization.authorize(fromIdTag(request.idTag), at, 'authorize')) };
    }
};
__decorate([
    OcppHandler('Authorize', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AuthorizationHandlersV16.prototype, "authorize", null);
AuthorizationHandlersV16 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AuthorizationService])
], AuthorizationHandlersV16);
export { AuthorizationHandlersV16 };
//# sourceMappingURL=authorization.handlers.v16.js.map