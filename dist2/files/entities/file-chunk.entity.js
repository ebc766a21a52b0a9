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
/** A piece of a file. All pieces but the last are of one size, so that a byte's piece can be computed. */
let FileChunk = class FileChunk {
    fileId;
    position;
    data;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], FileChunk.prototype, "fileId", void 0);
__decorate([
    PrimaryColumn('int'),
    __metadata("design:type", Number)
], FileChunk.prototype, "position", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], FileChunk.prototype, "data", void 0);
FileChunk = __decorate([
    Entity('file_chunks')
], FileChunk);
export { FileChunk };
//# sourceMappingURL=file-chunk.entity.js.map