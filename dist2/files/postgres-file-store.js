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
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { ProblemError } from '../common/problems.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { FileChunk } from './entities/file-chunk.entity.js';
import { StoredFileRow } from './entities/stored-file.entity.js';
import { FileStore } from './file-store.js';
import { pieces } from './pieces.js';
/** Bytes per row: few enough for memory, enough that a firmware image takes some hundred rows. */
export const CHUNK_SIZE = 256 * 1024;
/** Keeps files in PostgreSQL, so that one backup holds everything. */
let PostgresFileStore = class PostgresFileStore extends FileStore {
    dataSource;
    clock;
    constructor(dataSource, clock) {
        super();
        this.dataSource = dataSource;
        this.clock = clock;
    }
    async put({ name, mediaType, content, maxSize }) {
        const id = uuidv7(this.clock.now().getTime());
        const sha256 = createHash('sha256');
        let size = 0;
        let position = 0;
        try {
            for await (const data of pieces(content, CHUNK_SIZE)) {
                size += data.length;
                if (size > maxSize)
                    throw tooLarge(maxSize);
                sha256.update(data);
                await this.dataSource.getRepository(FileChunk).insert({ fileId: id, position: position++, data });
            }
            const file = { id, name, mediaType, size, sha256: sha256.digest(), createdAt: this.clock.now() };
            // the row makes the file: chunks without one are an upload that did not end
            await this.dataSource.getRepository(StoredFileRow).insert({ ...file, size: String(size) });
            return file;
        }
        catch (error) {
            await this.delete(id).catch(() => undefined);
            throw error;
        }
    }
    async find(id) {
        const row = isUuid(id) ? await this.dataSource.getRepository(StoredFileRow).findOneBy({ id }) : null;
        return row ? { ...row, size: Number(row.size) } : undefined;
    }
    read(file, start = 0) {
        return Readable.from(this.contentOf(file, start), { objectMode: false });
    }
    async delete(id) {
        if (!isUuid(id))
            return;
        await this.dataSource.transaction(async (manager) => {
            await manager.delete(StoredFileRow, { id });
            await manager.delete(FileChunk, { fileId: id });
        });
    }
    async *contentOf({ id, size }, start) {
        for (let at = start; at < size;) {
            const position = Math.floor(at / CHUNK_SIZE);
            const chunk = await this.dataSource.getRepository(FileChunk).findOneBy({ fileId: id, position });
            if (!chunk)
                throw new Error(`The file ${id} was deleted while it was read.`);
            const piece = chunk.data.subarray(at - position * CHUNK_SIZE);
            yield piece;
            at += piece.length;
        }
    }
};
PostgresFileStore = __decorate([
    Injectable(),
    __param(0, InjectDataSource()),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], PostgresFileStore);
export { PostgresFileStore };
const tooLarge = (maxSize) => new ProblemError('file-too-large', 413, `The file is too large: ${maxSize} bytes are the most that is kept here.`);
//# sourceMappingURL=postgres-file-store.js.map