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
import * as openapi_import_1 from "../dto/id-token-erasure.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { CurrentOperator, RequiresRole } from '../../operators/index.js';
import { EraseIdToken, IdTokenErasurePage, IdTokenErasureView } from '../dto/id-token-erasure.dto.js';
import { IdTokenErasures } from './id-token-erasures.service.js';
/** Tokens that were erased from history. */
let IdTokenErasuresController = class IdTokenErasuresController {
    erasures;
    constructor(erasures) {
        this.erasures = erasures;
    }
    request(token, { id }) {
        return this.erasures.request(token, id);
    }
    list(query) {
        return this.erasures.list(query);
    }
    read(id) {
        return this.erasures.read(id);
    }
};
__decorate([
    Post(),
    ApiOperation({
        summary: 'Erase an id token from all that is stored',
        description: 'A pseudonym takes its place in transactions, messages, the message log and commands; a registered token is ' +
            'archived. Transactions and their energy stay. It is carried out in the background: read it again until its ' +
            'state is `done`. What stations send afterwards is new, and not erased.',
    }),
    ApiCreatedResponse({ type: IdTokenErasureView }),
    ApiConflictResponse({ description: '`id-token-in-use`: a transaction of it runs; `transactionIds` names them' }),
    __param(0, Body()),
    __param(1, CurrentOperator()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [EraseIdToken, Object]),
    __metadata("design:returntype", Promise)
], IdTokenErasuresController.prototype, "request", null);
__decorate([
    Get(),
    ApiOperation({ summary: 'List erasures, the latest first' }),
    ApiOkResponse({ type: IdTokenErasurePage }),
    __param(0, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [PageQuery]),
    __metadata("design:returntype", Promise)
], IdTokenErasuresController.prototype, "list", null);
__decorate([
    Get(':id'),
    ApiOperation({ summary: 'Read how far an erasure is carried out' }),
    ApiOkResponse({ type: IdTokenErasureView }),
    ApiNotFoundResponse({ description: '`id-token-erasure-unknown`' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], IdTokenErasuresController.prototype, "read", null);
IdTokenErasuresController = __decorate([
    ApiTags('id tokens'),
    Controller('id-token-erasures'),
    RequiresRole('admin'),
    __metadata("design:paramtypes", [IdTokenErasures])
], IdTokenErasuresController);
export { IdTokenErasuresController };
//# sourceMappingURL=id-token-erasures.controller.js.map