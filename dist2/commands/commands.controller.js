var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import * as openapi_import_1 from "./dto/command.dto.js";
import * as openapi from "@nestjs/swagger";
import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../operators/index.js';
import { CommandsService } from './commands.service.js';
import { CommandView } from './dto/command.dto.js';
/** One command, by its id. */
let CommandsController = class CommandsController {
    commands;
    constructor(commands) {
        this.commands = commands;
    }
    read(commandId) {
        return this.commands.find(commandId);
    }
    cancel(commandId) {
        return this.commands.cancel(commandId);
    }
};
__decorate([
    Get(':commandId'),
    ApiOperation({ summary: 'Read what was asked of a station, and what came of it' }),
    ApiOkResponse({ type: CommandView }),
    ApiNotFoundResponse({ description: '`command-unknown`' }),
    __param(0, Param('commandId')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], CommandsController.prototype, "read", null);
__decorate([
    Delete(':commandId'),
    RequiresRole('operator'),
    ApiOperation({ summary: 'Cancel a command that is still queued' }),
    ApiOkResponse({ type: CommandView, description: 'The cancelled command' }),
    ApiNotFoundResponse({ description: '`command-unknown`' }),
    ApiConflictResponse({ description: '`command-not-cancellable`: it was sent already, or has ended' }),
    __param(0, Param('commandId')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], CommandsController.prototype, "cancel", null);
CommandsController = __decorate([
    ApiTags('commands'),
    Controller('commands'),
    __metadata("design:paramtypes", [CommandsService])
], CommandsController);
export { CommandsController };
//# sourceMappingURL=commands.controller.js.map