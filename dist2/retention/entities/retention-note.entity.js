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
/** What the housekeeping has to remember from one run to the next. */
let RetentionNote = class RetentionNote {
    name;
    value;
};
__decorate([
    PrimaryColumn('text'),
    __metadata("design:type", String)
], RetentionNote.prototype, "name", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], RetentionNote.prototype, "value", void 0);
RetentionNote = __decorate([
    Entity('retention_notes')
], RetentionNote);
export { RetentionNote };
//# sourceMappingURL=retention-note.entity.js.map