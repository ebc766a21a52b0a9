var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { RequestedTokens } from '../authorization/index.js';
import { StationsModule } from '../stations/index.js';
import { TransactionsModule } from '../transactions/index.js';
import { NamedTokens } from './named-tokens.js';
import { RemoteControlController } from './remote-control.controller.js';
import { RemoteControlService } from './remote-control.service.js';
import { RemoteStartLinks } from './remote-start-links.js';
import { StartedTransactions } from './started-transactions.js';
/**
 * Functional block F: starting and stopping transactions from here. Global, because it tells the block of authorization
 * which tokens were made up here.
 */
let RemoteControlModule = class RemoteControlModule {
};
RemoteControlModule = __decorate([
    Global(),
    Module({
        imports: [CommandsModule, StationsModule, TransactionsModule],
        controllers: [RemoteControlController],
        providers: [
            RemoteControlService,
            RemoteStartLinks,
            StartedTransactions,
            { provide: RequestedTokens, useClass: NamedTokens },
        ],
        exports: [RequestedTokens],
    })
], RemoteControlModule);
export { RemoteControlModule };
//# sourceMappingURL=remote-control.module.js.map