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
import * as openapi_import_1 from "./dto/station.dto.js";
import * as openapi_import_2 from "./dto/message.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { MessagePage, MessageQuery } from './dto/message.dto.js';
import { ChangeStation, RegisterStation, StationPassword } from './dto/station-properties.dto.js';
import { RegisteredStationView, StationCredentialsView, StationDetailView, StationPage, StationQuery, } from './dto/station.dto.js';
import { MessagesService } from './message-log/messages.service.js';
import { StationCatalog } from './station-catalog.service.js';
import { StationsService } from './stations.service.js';
/** The stations of the network. */
let StationsController = class StationsController {
    stations;
    catalog;
    messages;
    constructor(stations, catalog, messages) {
        this.stations = stations;
        this.catalog = catalog;
        this.messages = messages;
    }
    register(station) {
        return this.stations.register(station);
    }
    list(query) {
        return this.catalog.list(query);
    }
    read(stationId) {
        return this.catalog.read(stationId);
    }
    change(stationId, change) {
        return this.stations.change(stationId, change);
    }
    archive(stationId) {
        return this.stations.archive(stationId);
    }
    renewPassword(stationId, password) {
        return this.stations.renewPassword(stationId, password);
    }
    listMessages(stationId, query) {
        return this.messages.list(stationId, query);
    }
};
__decorate([
    Post(),
    ApiOperation({ summary: 'Register a station; the answer shows its password once' }),
    ApiCreatedResponse({ type: RegisteredStationView }),
    ApiBadRequestResponse({ description: '`validation-failed`: what stands in the way, as a sentence' }),
    ApiConflictResponse({ description: '`station-exists`: the identity is taken, perhaps in other letter case' }),
    __param(0, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [RegisterStation]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "register", null);
__decorate([
    Get(),
    ApiOperation({ summary: 'List stations in the order of their identities' }),
    ApiOkResponse({ type: StationPage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [StationQuery]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "list", null);
__decorate([
    Get(':stationId'),
    ApiOperation({ summary: 'Read a station with its EVSEs, connection and deviations' }),
    ApiOkResponse({ type: StationDetailView }),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "read", null);
__decorate([
    Patch(':stationId'),
    ApiOperation({ summary: 'Change what operators say about a station' }),
    ApiOkResponse({ type: StationDetailView }),
    ApiBadRequestResponse({ description: '`validation-failed`' }),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, ChangeStation]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "change", null);
__decorate([
    Delete(':stationId'),
    HttpCode(204),
    ApiOperation({ summary: 'Archive a station: it is disconnected and not let in again, its transactions stay' }),
    ApiNoContentResponse(),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "archive", null);
__decorate([
    Post(':stationId/credentials'),
    ApiOperation({
        summary: 'Give a station a new password; the answer shows it once',
        description: 'The old password is refused at once. An open connection stays until the station connects again.',
    }),
    ApiCreatedResponse({ type: StationCredentialsView }),
    ApiBadRequestResponse({ description: '`validation-failed`' }),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, StationPassword]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "renewPassword", null);
__decorate([
    Get(':stationId/messages'),
    ApiOperation({ summary: 'List the raw OCPP messages of a station, newest first, secrets masked' }),
    ApiOkResponse({ type: MessagePage }),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    __param(0, Param('stationId')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, MessageQuery]),
    __metadata("design:returntype", Promise)
], StationsController.prototype, "listMessages", null);
StationsController = __decorate([
    ApiTags('stations'),
    Controller('stations'),
    __metadata("design:paramtypes", [StationsService,
        StationCatalog,
        MessagesService])
], StationsController);
export { StationsController };
//# sourceMappingURL=stations.controller.js.map