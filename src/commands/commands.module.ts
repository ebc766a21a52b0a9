import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StationsModule } from '../modules/stations/index.js';
import { OperatorsModule } from '../operators/index.js';
import { BulkCommandReader } from './bulk/bulk-command.reader.js';
import { BulkCommandStore } from './bulk/bulk-command.store.js';
import { BulkCommandsController } from './bulk/bulk-commands.controller.js';
import { BulkCommandsService } from './bulk/bulk-commands.service.js';
import { BulkRounds } from './bulk/bulk-rounds.js';
import { CommandRoutes } from './bulk/command-routes.js';
import { CommandConditions } from './command-conditions.js';
import { CommandDetails } from './command-details.js';
import { CommandKeeper } from './command-keeper.js';
import { CommandLinks } from './command-links.js';
import { CommandRunner } from './command-runner.js';
import { CommandStore } from './command.store.js';
import { CommandsController } from './commands.controller.js';
import { CommandsService } from './commands.service.js';
import { BulkCommand } from './entities/bulk-command.entity.js';
import { Command } from './entities/command.entity.js';
import { KeptCommandStore } from './kept-command.store.js';
import { KeptCommands } from './kept-commands.js';
import { StationCommandsController } from './station-commands.controller.js';

/** What operators ask of stations: the record, the waiting, the problems. The messages belong to the functional blocks. */
@Module({
  imports: [StationsModule, OperatorsModule, DiscoveryModule, TypeOrmModule.forFeature([BulkCommand, Command])],
  controllers: [BulkCommandsController, CommandsController, StationCommandsController],
  providers: [
    BulkCommandReader,
    BulkCommandStore,
    BulkCommandsService,
    BulkRounds,
    CommandRoutes,
    CommandConditions,
    CommandDetails,
    CommandKeeper,
    CommandLinks,
    CommandRunner,
    CommandStore,
    CommandsService,
    KeptCommands,
    KeptCommandStore,
  ],
  exports: [CommandConditions, CommandLinks, CommandsService],
})
export class CommandsModule {}
