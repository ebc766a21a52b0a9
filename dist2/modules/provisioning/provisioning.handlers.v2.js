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
import { ProvisioningService } from './provisioning.service.js';
/** Block B in the words of OCPP 2.x. */
let ProvisioningHandlersV2 = class ProvisioningHandlersV2 {
    provisioning;
    constructor(provisioning) {
        this.provisioning = provisioning;
    }
    async boot(request, context) {
        const { vendorName, model, serialNumber, firmwareVersion, modem } = request.chargingStation;
        const { iccid, imsi } = modem ?? {};
        const report = { vendor: vendorName, model, serialNumber, firmwareVersion, iccid, imsi, reason: request.reason };
        const { status, interval, currentTime } = await this.provisioning.boot(report, context);
        return { status, interval, currentTime: currentTime.toISOString() };
    }
};
__decorate([
    OcppHandler('BootNotification', '2.0', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], ProvisioningHandlersV2.prototype, "boot", null);
ProvisioningHandlersV2 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [ProvisioningService])
], ProvisioningHandlersV2);
export { ProvisioningHandlersV2 };
//# sourceMappingURL=provisioning.handlers.v2.js.map