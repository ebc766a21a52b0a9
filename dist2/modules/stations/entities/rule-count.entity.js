var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn } from 'typeorm';
/** How often a station needed a leniency rule: "this station breaks rule timestamp-without-zone, 1,204 times". */
let RuleCount = class RuleCount {
    stationId;
    rule;
    count;
    lastAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], RuleCount.prototype, "stationId", void 0);
__decorate([
    PrimaryColumn('text'),
    __metadata("design:type", String)
], RuleCount.prototype, "rule", void 0);
__decorate([
    Column('bigint', { default: 0 }),
    __metadata("design:type", String)
], RuleCount.prototype, "count", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], RuleCount.prototype, "lastAt", void 0);
RuleCount = __decorate([
    Entity('station_rule_counts')
], RuleCount);
export { RuleCount };
//# sourceMappingURL=rule-count.entity.js.map