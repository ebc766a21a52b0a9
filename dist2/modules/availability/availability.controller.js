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
import * as openapi_import_1 from "../../commands/dto/command.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, CommandsService } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { ChangeAvailability } from './availability.commands.js';
import { ChangeAvailabilityRequest } from './dto/change-availability.dto.js';
/** Taking stations, EVSEs and connectors into and out of service. */
let AvailabilityController = class AvailabilityController {
    stations;
    commands;
    constructor(stations, commands) {
        this.stations = stations;
        this.commands = commands;
    }
    async change(stationId, availability, asked) {
        return this.commands.execute(await this.stations.byStationId(stationId), ChangeAvailability, availability, asked);
    }
};
__decorate([
    Put(),
    CommandRoute({
        summary: 'Make a station, an EVSE or a connector operative or inoperative',
        description: '`Scheduled`: the station will do it when the running transaction has ended. The new status comes as the ' +
            "station's own report.",
    }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('stationId')),
    __param(1, Body()),
    __param(2, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, ChangeAvailabilityRequest, Object]),
    __metadata("design:returntype", Promise)
], AvailabilityController.prototype, "change", null);
AvailabilityController = __decorate([
    ApiTags('availability'),
    Controller('stations/:stationId/availability'),
    __metadata("design:paramtypes", [StationsService,
        CommandsService])
], AvailabilityController);
export { AvailabilityController };
//# sourceMappingURL=availability.controller.js.map