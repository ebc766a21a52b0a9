var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { DomainEvents } from './domain-events.js';
import { Secrets } from './secrets.js';
import { Shutdown } from './shutdown.js';
/** What every module may use: the clock, the carrier of domain events, the hashing of secrets, the end of the process. */
let CommonModule = class CommonModule {
};
CommonModule = __decorate([
    Global(),
    Module({
        providers: [{ provide: Clock, useClass: SystemClock }, DomainEvents, Secrets, Shutdown],
        exports: [Clock, DomainEvents, Secrets, Shutdown],
    })
], CommonModule);
export { CommonModule };
//# sourceMappingURL=common.module.js.map