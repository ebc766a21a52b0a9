var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityHandlersV16 } from './availability.handlers.v16.js';
import { AvailabilityHandlersV2 } from './availability.handlers.v2.js';
import { AvailabilityHandlersV201 } from './availability.handlers.v201.js';
import { AvailabilityService } from './availability.service.js';
/** Functional block G: status of connectors, heartbeats, change of availability. */
let AvailabilityModule = class AvailabilityModule {
};
AvailabilityModule = __decorate([
    Module({
        imports: [StationsModule, CommandsModule],
        controllers: [AvailabilityController],
        providers: [AvailabilityHandlersV16, AvailabilityHandlersV2, AvailabilityHandlersV201, AvailabilityService],
    })
], AvailabilityModule);
export { AvailabilityModule };
//# sourceMappingURL=availability.module.js.map