var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { AuthorizationCallback } from './authorization-callback.js';
import { AuthorizationHandlersV16 } from './authorization.handlers.v16.js';
import { AuthorizationHandlersV2 } from './authorization.handlers.v2.js';
import { AuthorizationHandlersV20 } from './authorization.handlers.v20.js';
import { AuthorizationService } from './authorization.service.js';
import { IdTokenGroupsController } from './id-token-groups.controller.js';
import { IdTokenGroupsService } from './id-token-groups.service.js';
import { IdTokensController } from './id-tokens.controller.js';
import { IdTokensService } from './id-tokens.service.js';
import { PinGuesses } from './pin-guesses.js';
import { TokenLookup } from './token-lookup.js';
/** Functional block C: who may charge. */
let AuthorizationModule = class AuthorizationModule {
};
AuthorizationModule = __decorate([
    Module({
        controllers: [IdTokensController, IdTokenGroupsController],
        providers: [
            AuthorizationCallback,
            AuthorizationHandlersV16,
            AuthorizationHandlersV2,
            AuthorizationHandlersV20,
            AuthorizationService,
            IdTokenGroupsService,
            IdTokensService,
            PinGuesses,
            TokenLookup,
        ],
        exports: [AuthorizationService],
    })
], AuthorizationModule);
export { AuthorizationModule };
//# sourceMappingURL=authorization.module.js.map