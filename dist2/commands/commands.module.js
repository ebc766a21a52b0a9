var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StationsModule } from '../modules/stations/index.js';
import { CommandLinks } from './command-links.js';
import { CommandRunner } from './command-runner.js';
import { CommandStore } from './command.store.js';
import { CommandsController } from './commands.controller.js';
import { CommandsService } from './commands.service.js';
import { Command } from './entities/command.entity.js';
import { StationCommandsController } from './station-commands.controller.js';
/** What operators ask of stations: the record, the waiting, the problems. The messages belong to the functional blocks. */
let CommandsModule = class CommandsModule {
};
CommandsModule = __decorate([
    Module({
        imports: [StationsModule, TypeOrmModule.forFeature([Command])],
        controllers: [CommandsController, StationCommandsController],
        providers: [CommandLinks, CommandRunner, CommandStore, CommandsService],
        exports: [CommandLinks, CommandsService],
    })
], CommandsModule);
export { CommandsModule };
//# sourceMappingURL=commands.module.js.map