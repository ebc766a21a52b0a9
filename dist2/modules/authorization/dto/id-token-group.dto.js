var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { NoControlCharacters } from './no-control-characters.js';
const CONCURRENT_TRANSACTIONS = ['allowed', 'refused'];
/** A group, as it stands in the path. */
export class IdTokenGroupPath {
    /** As written with the tokens; letter case counts. */
    groupId;
    static _OPENAPI_METADATA_FACTORY() {
        return { groupId: { required: true, type: () => String, description: "As written with the tokens; letter case counts.", minLength: 1, maxLength: 36 } };
    }
}
__decorate([
    IsString(),
    Length(1, 36),
    NoControlCharacters(),
    __metadata("design:type", String)
], IdTokenGroupPath.prototype, "groupId", void 0);
/** The rules of a group. */
export class IdTokenGroupRules {
    /** `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx). */
    concurrentTransactions;
    static _OPENAPI_METADATA_FACTORY() {
        return { concurrentTransactions: { required: true, description: "`refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx).", enum: ["allowed", "refused"], enum: CONCURRENT_TRANSACTIONS } };
    }
}
__decorate([
    ApiProperty({ enum: CONCURRENT_TRANSACTIONS, enumName: 'ConcurrentTransactions' }),
    IsIn(CONCURRENT_TRANSACTIONS),
    __metadata("design:type", String)
], IdTokenGroupRules.prototype, "concurrentTransactions", void 0);
/** A group of tokens with the rules that hold for it, its own or the installation's. */
export class IdTokenGroupView extends IdTokenGroupRules {
    groupId;
    static _OPENAPI_METADATA_FACTORY() {
        return { groupId: { required: true, type: () => String } };
    }
}
/** Groups in the order of their ids. */
export class IdTokenGroupPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [IdTokenGroupView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [IdTokenGroupView] }),
    __metadata("design:type", Array)
], IdTokenGroupPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenGroupPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=id-token-group.dto.js.map