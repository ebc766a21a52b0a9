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
export const REFUSAL_REASONS = [
    'unknown-identity',
    'no-credentials',
    'wrong-user',
    'wrong-password',
    'too-many-failures',
    'insecure-transport',
    'no-common-version',
    'starting-or-stopping',
];
/** Somebody who knocked and was not let in. */
export class RefusedIdentityView {
    id;
    /** As it stood in the URL. */
    identity;
    reason;
    remoteAddress;
    /** How often. */
    count;
    firstAt;
    lastAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, identity: { required: true, type: () => String, description: "As it stood in the URL." }, reason: { required: true, enum: ["unknown-identity", "no-credentials", "wrong-user", "wrong-password", "too-many-failures", "insecure-transport", "no-common-version", "starting-or-stopping"] }, remoteAddress: { required: true, type: () => String }, count: { required: true, type: () => Number, description: "How often." }, firstAt: { required: true, type: () => Date }, lastAt: { required: true, type: () => Date } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], RefusedIdentityView.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: REFUSAL_REASONS, enumName: 'RefusalReason' }),
    __metadata("design:type", String)
], RefusedIdentityView.prototype, "reason", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], RefusedIdentityView.prototype, "firstAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], RefusedIdentityView.prototype, "lastAt", void 0);
/** Who knocked, the latest first. */
export class RefusedIdentityPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [RefusedIdentityView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [RefusedIdentityView] }),
    __metadata("design:type", Array)
], RefusedIdentityPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], RefusedIdentityPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=refused-identity.dto.js.map