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
/** A stored file; its content is in file_chunks. */
let StoredFileRow = class StoredFileRow {
    id;
    name;
    mediaType;
    /** Bytes. */
    size;
    sha256;
    createdAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], StoredFileRow.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], StoredFileRow.prototype, "name", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], StoredFileRow.prototype, "mediaType", void 0);
__decorate([
    Column('bigint'),
    __metadata("design:type", String)
], StoredFileRow.prototype, "size", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], StoredFileRow.prototype, "sha256", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], StoredFileRow.prototype, "createdAt", void 0);
StoredFileRow = __decorate([
    Entity('files')
], StoredFileRow);
export { StoredFileRow };
//# sourceMappingURL=stored-file.entity.js.map