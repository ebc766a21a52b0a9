import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { ProblemError } from '../common/problems.js';
import { isUuid, leastId, uuidv7 } from '../common/uuid.js';
import { inBatches } from '../database/in-batches.js';
import { FileChunk } from './entities/file-chunk.entity.js';
import { StoredFileRow } from './entities/stored-file.entity.js';
import { FileStore, type NewFile, type StoredFile } from './file-store.js';
import { pieces } from './pieces.js';

/** Bytes per row: few enough for memory, enough that a firmware image takes some hundred rows. */
export const CHUNK_SIZE = 256 * 1024;

/** 64 MiB. */
const CHUNKS_AT_ONCE = 256;
// ids grow with time, so that what is being uploaded now is not looked at
const DELETE_UNFINISHED = `DELETE FROM file_chunks WHERE (file_id, position) IN (
  SELECT c.file_id, c.position FROM file_chunks c
  WHERE c.file_id < $1 AND NOT EXISTS (SELECT FROM files f WHERE f.id = c.file_id)
  ORDER BY c.file_id, c.position LIMIT ${CHUNKS_AT_ONCE})`;

/** Keeps files in PostgreSQL, so that one backup holds everything. */
@Injectable()
export class PostgresFileStore extends FileStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async put({ name, mediaType, content, maxSize }: NewFile): Promise<StoredFile> {
    const id = uuidv7(this.clock.now().getTime());
    const sha256 = createHash('sha256');
    let size = 0;
    let position = 0;
    try {
      for await (const data of pieces(content, CHUNK_SIZE)) {
        size += data.length;
        if (size > maxSize) throw tooLarge(maxSize);
        sha256.update(data);
        await this.dataSource.getRepository(FileChunk).insert({ fileId: id, position: position++, data });
      }
      const file = { id, name, mediaType, size, sha256: sha256.digest(), createdAt: this.clock.now() };
      // the row makes the file: chunks without one are an upload that did not end
      await this.dataSource.getRepository(StoredFileRow).insert({ ...file, size: String(size) });
      return file;
    } catch (error) {
      await this.delete(id).catch(() => undefined);
      throw error;
    }
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const row = isUuid(id) ? await this.dataSource.getRepository(StoredFileRow).findOneBy({ id }) : null;
    return row ? { ...row, size: Number(row.size) } : undefined;
  }

  read(file: StoredFile, start = 0): Readable {
    return Readable.from(this.contentOf(file, start), { objectMode: false });
  }

  async delete(id: string): Promise<void> {
    if (!isUuid(id)) return;
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(StoredFileRow, { id });
      await manager.delete(FileChunk, { fileId: id });
    });
  }

  deleteUnfinished(begunBefore: Date): Promise<number> {
    return inBatches(async () => {
      const [, deleted] = await this.dataSource.query<[unknown, number]>(DELETE_UNFINISHED, [leastId(begunBefore)]);
      return deleted;
    }, CHUNKS_AT_ONCE);
  }

  private async *contentOf({ id, size }: StoredFile, start: number): AsyncGenerator<Buffer> {
    for (let at = start; at < size;) {
      const position = Math.floor(at / CHUNK_SIZE);
      const chunk = await this.dataSource.getRepository(FileChunk).findOneBy({ fileId: id, position });
      if (!chunk) throw new Error(`The file ${id} was deleted while it was read.`);
      const piece = chunk.data.subarray(at - position * CHUNK_SIZE);
      yield piece;
      at += piece.length;
    }
  }
}

const tooLarge = (maxSize: number): ProblemError =>
  new ProblemError('file-too-large', 413, `The file is too large: ${maxSize} bytes are the most that is kept here.`);
