var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { StationsModule } from '../stations/index.js';
import { ProvisioningHandlersV16 } from './provisioning.handlers.v16.js';
import { ProvisioningHandlersV2 } from './provisioning.handlers.v2.js';
import { ProvisioningService } from './provisioning.service.js';
/** Functional block B: boot and registration. */
let ProvisioningModule = class ProvisioningModule {
};
ProvisioningModule = __decorate([
    Module({
        imports: [StationsModule],
        providers: [ProvisioningHandlersV16, ProvisioningHandlersV2, ProvisioningService],
    })
], ProvisioningModule);
export { ProvisioningModule };
//# sourceMappingURL=provisioning.module.js.map