import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { AuthorizationCallback } from './authorization-callback.js';
import { AuthorizationHandlersV16 } from './authorization.handlers.v16.js';
import { AuthorizationHandlersV2 } from './authorization.handlers.v2.js';
import { AuthorizationHandlersV20 } from './authorization.handlers.v20.js';
import { AuthorizationService } from './authorization.service.js';
import { ClearCacheController } from './clear-cache.controller.js';
import { IdTokenGroupsController } from './id-token-groups.controller.js';
import { IdTokenGroupsService } from './id-token-groups.service.js';
import { IdTokensController } from './id-tokens.controller.js';
import { IdTokensService } from './id-tokens.service.js';
import { PinGuesses } from './pin-guesses.js';
import { PlainPinCodes } from './plain-pin-codes.js';
import { TokenKeys } from './token-keys.js';
import { TokenLookup } from './token-lookup.js';

/** Functional block C: who may charge. */
@Module({
  imports: [CommandsModule, StationsModule],
  controllers: [ClearCacheController, IdTokensController, IdTokenGroupsController],
  providers: [
    AuthorizationCallback,
    AuthorizationHandlersV16,
    AuthorizationHandlersV2,
    AuthorizationHandlersV20,
    AuthorizationService,
    IdTokenGroupsService,
    IdTokensService,
    PinGuesses,
    PlainPinCodes,
    TokenKeys,
    TokenLookup,
  ],
  exports: [AuthorizationService, TokenKeys],
})
export class AuthorizationModule {}
