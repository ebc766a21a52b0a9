import { Global, Module } from '@nestjs/common';
import { BroughtMessages, CommandsModule } from '../../commands/index.js';
import { RequestedTokens } from '../authorization/index.js';
import { StationsModule } from '../stations/index.js';
import { TransactionsModule } from '../transactions/index.js';
import { NamedTokens } from './named-tokens.js';
import { RemoteControlController } from './remote-control.controller.js';
import { RemoteControlService } from './remote-control.service.js';
import { RemoteStartLinks } from './remote-start-links.js';
import { StartedTransactions } from './started-transactions.js';
import { TriggersController } from './triggers.controller.js';
import { TriggersService } from './triggers.service.js';
import { UnlockConnectorController } from './unlock-connector.controller.js';

/**
 * Functional block F: what stations are asked to do at once. Global, because it tells the block of authorization which
 * tokens were made up here, and the commands which messages came of a trigger.
 */
@Global()
@Module({
  imports: [CommandsModule, StationsModule, TransactionsModule],
  controllers: [RemoteControlController, TriggersController, UnlockConnectorController],
  providers: [
    RemoteControlService,
    RemoteStartLinks,
    StartedTransactions,
    TriggersService,
    { provide: BroughtMessages, useExisting: TriggersService },
    { provide: RequestedTokens, useClass: NamedTokens },
  ],
  exports: [BroughtMessages, RequestedTokens],
})
export class RemoteControlModule {}
