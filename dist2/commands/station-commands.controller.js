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
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StationsService } from '../modules/stations/index.js';
import { Asked } from './asked.decorator.js';
import { CommandRoute } from './command-route.decorator.js';
import { CommandsService } from './commands.service.js';
import { CommandPage, CommandQuery } from './dto/command.dto.js';
import { toPayload } from './payload.js';
/** The commands of one station. */
let StationCommandsController = class StationCommandsController {
    stations;
    commands;
    constructor(stations, commands) {
        this.stations = stations;
        this.commands = commands;
    }
    async list(stationId, query) {
        const { id } = await this.stations.byStationId(stationId);
        return this.commands.list(id, query);
    }
    async call(stationId, action, payload, asked) {
        return this.commands.call(await this.stations.byStationId(stationId), action, toPayload(payload), asked);
    }
};
__decorate([
    Get('commands'),
    ApiOperation({ summary: 'List what was asked of a station, newest first' }),
    ApiOkResponse({ type: CommandPage }),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, CommandQuery]),
    __metadata("design:returntype", Promise)
], StationCommandsController.prototype, "list", null);
__decorate([
    Post('ocpp/:action'),
    HttpCode(200),
    CommandRoute({
        summary: 'Send any message as it is, in the words of the version that the station speaks',
        description: 'For what has no route of its own. The payload is checked against the schema of the version; what the station ' +
            "may be sent at all, the answer and the masking of secrets are those of every command. `status` is the response's, " +
            'where it has one.',
        role: 'admin',
    }),
    ApiBody({ required: false, schema: { type: 'object', additionalProperties: true }, description: 'The payload' }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('stationId')),
    __param(1, Param('action')),
    __param(2, Body()),
    __param(3, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, String, Object, Object]),
    __metadata("design:returntype", Promise)
], StationCommandsController.prototype, "call", null);
StationCommandsController = __decorate([
    ApiTags('commands'),
    Controller('stations/:stationId'),
    __metadata("design:paramtypes", [StationsService,
        CommandsService])
], StationCommandsController);
export { StationCommandsController };
//# sourceMappingURL=station-commands.controller.js.map