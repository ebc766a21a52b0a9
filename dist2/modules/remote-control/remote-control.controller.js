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
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute } from '../../commands/index.js';
import { RequestStartDto } from './dto/request-start.dto.js';
import { RemoteControlService } from './remote-control.service.js';
/** Functional block F over REST. */
let RemoteControlController = class RemoteControlController {
    remoteControl;
    constructor(remoteControl) {
        this.remoteControl = remoteControl;
    }
    requestStart(stationId, request, asked) {
        return this.remoteControl.requestStart(stationId, request, asked);
    }
    requestStop(id, asked) {
        return this.remoteControl.requestStop(id, asked);
    }
};
__decorate([
    Post('stations/:stationId/transactions'),
    HttpCode(200),
    CommandRoute({
        summary: 'Ask a station to start a transaction',
        description: 'Accepted means that the station will try: the driver may still have to plug in. `transactionId` of the command ' +
            'names the transaction once it has started.',
    }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('stationId')),
    __param(1, Body()),
    __param(2, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, RequestStartDto, Object]),
    __metadata("design:returntype", Promise)
], RemoteControlController.prototype, "requestStart", null);
__decorate([
    Post('transactions/:id/stop'),
    HttpCode(200),
    CommandRoute({
        summary: 'Ask the station to stop a transaction',
        description: 'Accepted means that the station will stop it; the transaction has ended once the station says so.',
        problems: [
            [404, '`transaction-unknown`'],
            [409, '`transaction-ended`'],
        ],
    }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('id')),
    __param(1, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Object]),
    __metadata("design:returntype", Promise)
], RemoteControlController.prototype, "requestStop", null);
RemoteControlController = __decorate([
    ApiTags('remote control'),
    Controller(),
    __metadata("design:paramtypes", [RemoteControlService])
], RemoteControlController);
export { RemoteControlController };
//# sourceMappingURL=remote-control.controller.js.map