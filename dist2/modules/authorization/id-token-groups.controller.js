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
import * as openapi_import_1 from "./dto/id-token-group.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { IdTokenGroupPage, IdTokenGroupPath, IdTokenGroupRules, IdTokenGroupView } from './dto/id-token-group.dto.js';
import { IdTokenGroupsService } from './id-token-groups.service.js';
/** Groups of tokens: who may stop whose transaction, and how many at a time. */
let IdTokenGroupsController = class IdTokenGroupsController {
    groups;
    constructor(groups) {
        this.groups = groups;
    }
    list(query) {
        return this.groups.list(query);
    }
    read({ groupId }) {
        return this.groups.read(groupId);
    }
    setRules({ groupId }, rules) {
        return this.groups.setRules(groupId, rules);
    }
};
__decorate([
    Get(),
    ApiOperation({ summary: 'List the groups that tokens name or that have rules' }),
    ApiOkResponse({ type: IdTokenGroupPage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageQuery]),
    __metadata("design:returntype", Promise)
], IdTokenGroupsController.prototype, "list", null);
__decorate([
    Get(':groupId'),
    ApiOperation({ summary: 'Read the rules of a group' }),
    ApiOkResponse({ type: IdTokenGroupView }),
    ApiNotFoundResponse({ description: '`id-token-group-unknown`' }),
    __param(0, Param()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [IdTokenGroupPath]),
    __metadata("design:returntype", Promise)
], IdTokenGroupsController.prototype, "read", null);
__decorate([
    Put(':groupId'),
    ApiOperation({ summary: 'Set the rules of a group' }),
    ApiOkResponse({ type: IdTokenGroupView }),
    __param(0, Param()),
    __param(1, Body()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [IdTokenGroupPath, IdTokenGroupRules]),
    __metadata("design:returntype", Promise)
], IdTokenGroupsController.prototype, "setRules", null);
IdTokenGroupsController = __decorate([
    ApiTags('id tokens'),
    Controller('id-token-groups'),
    __metadata("design:paramtypes", [IdTokenGroupsService])
], IdTokenGroupsController);
export { IdTokenGroupsController };
//# sourceMappingURL=id-token-groups.controller.js.map