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
import * as openapi_import_1 from "./dto/id-token.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { CreateIdToken, IdTokenPage, IdTokenQuery, IdTokenView, UpdateIdToken } from './dto/id-token.dto.js';
import { IdTokensService } from './id-tokens.service.js';
/** The tokens that may charge. */
let IdTokensController = class IdTokensController {
    idTokens;
    constructor(idTokens) {
        this.idTokens = idTokens;
    }
    register(token) {
        return this.idTokens.register(token);
    }
    list(query) {
        return this.idTokens.list(query);
    }
    read(id) {
        return this.idTokens.read(id);
    }
    change(id, change) {
        return this.idTokens.change(id, change);
    }
    archive(id) {
        return this.idTokens.archive(id);
    }
};
__decorate([
    Post(),
    ApiOperation({ summary: 'Register an id token' }),
    ApiCreatedResponse({ type: IdTokenView }),
    ApiConflictResponse({ description: '`id-token-exists`: an equal token is registered; `id` names it' }),
    __param(0, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [CreateIdToken]),
    __metadata("design:returntype", Promise)
], IdTokensController.prototype, "register", null);
__decorate([
    Get(),
    ApiOperation({ summary: 'List id tokens in the order of their registration' }),
    ApiOkResponse({ type: IdTokenPage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [IdTokenQuery]),
    __metadata("design:returntype", Promise)
], IdTokensController.prototype, "list", null);
__decorate([
    Get(':id'),
    ApiOperation({ summary: 'Read an id token' }),
    ApiOkResponse({ type: IdTokenView }),
    ApiNotFoundResponse({ description: '`id-token-unknown`' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], IdTokensController.prototype, "read", null);
__decorate([
    Patch(':id'),
    ApiOperation({ summary: 'Change status, expiry, group or note of an id token' }),
    ApiOkResponse({ type: IdTokenView }),
    ApiNotFoundResponse({ description: '`id-token-unknown`' }),
    __param(0, Param('id')),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, UpdateIdToken]),
    __metadata("design:returntype", Promise)
], IdTokensController.prototype, "change", null);
__decorate([
    Delete(':id'),
    HttpCode(204),
    ApiOperation({ summary: 'Archive an id token: unknown from now on, its transactions stay' }),
    ApiNoContentResponse(),
    ApiNotFoundResponse({ description: '`id-token-unknown`' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], IdTokensController.prototype, "archive", null);
IdTokensController = __decorate([
    ApiTags('id tokens'),
    Controller('id-tokens'),
    __metadata("design:paramtypes", [IdTokensService])
], IdTokensController);
export { IdTokensController };
//# sourceMappingURL=id-tokens.controller.js.map