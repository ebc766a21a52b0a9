var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKey } from './entities/api-key.entity.js';
import { FailedAttempts } from './failed-attempts.js';
import { FirstKeysService } from './first-keys.service.js';
import { OperatorGuard } from './operator.guard.js';
/** Who may use the REST API. Its guard stands before every route of the application. */
let OperatorsModule = class OperatorsModule {
};
OperatorsModule = __decorate([
    Module({
        imports: [TypeOrmModule.forFeature([ApiKey])],
        controllers: [ApiKeysController],
        providers: [ApiKeysService, FailedAttempts, FirstKeysService, { provide: APP_GUARD, useClass: OperatorGuard }],
    })
], OperatorsModule);
export { OperatorsModule };
//# sourceMappingURL=operators.module.js.map