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
import * as openapi_import_1 from "./dto/api-key.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { PageQuery } from '../common/pagination.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyPage, CreateApiKey, CreatedApiKey } from './dto/api-key.dto.js';
import { RequiresRole } from './operator.js';
const toView = ({ id, name, role, createdAt, lastUsedAt }) => ({
    id,
    name,
    role,
    createdAt,
    lastUsedAt,
});
/** Who may use this API. */
let ApiKeysController = class ApiKeysController {
    apiKeys;
    constructor(apiKeys) {
        this.apiKeys = apiKeys;
    }
    async create({ name, role }) {
        const created = await this.apiKeys.create(name, role);
        return { ...toView(created), key: created.key };
    }
    async list(query) {
        const { items, nextCursor } = await this.apiKeys.list(query);
        return { items: items.map(toView), nextCursor };
    }
    revoke(id) {
        return this.apiKeys.revoke(id);
    }
};
__decorate([
    Post(),
    ApiOperation({ summary: 'Create an API key; the answer shows it once' }),
    ApiCreatedResponse({ type: CreatedApiKey }),
    __param(0, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [CreateApiKey]),
    __metadata("design:returntype", Promise)
], ApiKeysController.prototype, "create", null);
__decorate([
    Get(),
    ApiOperation({ summary: 'List the API keys that are not revoked' }),
    ApiOkResponse({ type: ApiKeyPage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageQuery]),
    __metadata("design:returntype", Promise)
], ApiKeysController.prototype, "list", null);
__decorate([
    Delete(':id'),
    HttpCode(204),
    ApiOperation({ summary: 'Revoke an API key' }),
    ApiNoContentResponse(),
    ApiNotFoundResponse({ description: '`api-key-unknown`' }),
    ApiConflictResponse({ description: '`last-admin-key`: nobody could get in any more' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], ApiKeysController.prototype, "revoke", null);
ApiKeysController = __decorate([
    ApiTags('API keys'),
    Controller('api-keys'),
    RequiresRole('admin'),
    __metadata("design:paramtypes", [ApiKeysService])
], ApiKeysController);
export { ApiKeysController };
//# sourceMappingURL=api-keys.controller.js.map