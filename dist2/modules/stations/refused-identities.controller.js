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
import * as openapi_import_1 from "./dto/refused-identity.dto.js";
import * as openapi_import_2 from "./dto/station.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { RefusedIdentityPage } from './dto/refused-identity.dto.js';
import { RegisterRefusedIdentity } from './dto/station-properties.dto.js';
import { RegisteredStationView } from './dto/station.dto.js';
import { RefusedIdentitiesService } from './refused-identities.service.js';
/** Who knocked and was not let in. */
let RefusedIdentitiesController = class RefusedIdentitiesController {
    refusals;
    constructor(refusals) {
        this.refusals = refusals;
    }
    list(query) {
        return this.refusals.list(query);
    }
    register(id, properties) {
        return this.refusals.register(id, properties);
    }
    remove(id) {
        return this.refusals.remove(id);
    }
};
__decorate([
    Get(),
    ApiOperation({ summary: 'List who tried to connect and was refused, the latest first' }),
    ApiOkResponse({ type: RefusedIdentityPage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageQuery]),
    __metadata("design:returntype", Promise)
], RefusedIdentitiesController.prototype, "list", null);
__decorate([
    Post(':id/register'),
    ApiOperation({ summary: 'Register a refused identity as a station; the answer shows its password once' }),
    ApiCreatedResponse({ type: RegisteredStationView }),
    ApiBadRequestResponse({ description: '`validation-failed`' }),
    ApiNotFoundResponse({ description: '`refused-identity-unknown`' }),
    ApiConflictResponse({ description: '`station-exists`: it is registered; its credentials were wrong' }),
    __param(0, Param('id')),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, RegisterRefusedIdentity]),
    __metadata("design:returntype", Promise)
], RefusedIdentitiesController.prototype, "register", null);
__decorate([
    Delete(':id'),
    HttpCode(204),
    ApiOperation({ summary: 'Forget an entry; it comes back with the next attempt' }),
    ApiNoContentResponse(),
    ApiNotFoundResponse({ description: '`refused-identity-unknown`' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], RefusedIdentitiesController.prototype, "remove", null);
RefusedIdentitiesController = __decorate([
    ApiTags('stations'),
    Controller('refused-identities'),
    __metadata("design:paramtypes", [RefusedIdentitiesService])
], RefusedIdentitiesController);
export { RefusedIdentitiesController };
//# sourceMappingURL=refused-identities.controller.js.map