import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { TransactionsModule } from '../transactions/index.js';
import { RemoteControlController } from './remote-control.controller.js';
import { RemoteControlService } from './remote-control.service.js';
import { RemoteStartLinks } from './remote-start-links.js';
import { StartedTransactions } from './started-transactions.js';

/** Functional block F: starting and stopping transactions from here. */
@Module({
  imports: [CommandsModule, StationsModule, TransactionsModule],
  controllers: [RemoteControlController],
  providers: [RemoteControlService, RemoteStartLinks, StartedTransactions],
})
export class RemoteControlModule {}
