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
@Global()
@Module({
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
export class RemoteControlModule {}
