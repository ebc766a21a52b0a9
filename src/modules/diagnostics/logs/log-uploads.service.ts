import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { ProblemError } from '../../../common/problems.js';
import { Config } from '../../../config/config.js';
import { capabilityDigest } from '../../../files/capability.js';
import { FileStore, type StoredFile } from '../../../files/file-store.js';
import { LogRequest } from '../entities/log-request.entity.js';
import { mayDeliver } from './course.js';
import { safeFileName } from './file-name.js';

/** A file on its way from a station. */
export interface Upload {
  /** As the station names it. */
  readonly name: string | undefined;
  readonly content: AsyncIterable<Uint8Array>;
  /** Cuts it off: another attempt has taken its place. */
  abort(): void;
}

/** An upload that came to nothing, by the HTTP status that says so. */
export class UploadRefusedError extends Error {
  constructor(
    readonly status: 400 | 404 | 405 | 409 | 410 | 413,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Takes the logs that stations upload. What has arrived as a whole counts as the end of its request. */
@Injectable()
export class LogUploads {
  /** By request. A station that lost its connection comes back before we have noticed. */
  private readonly underWay = new Map<string, Upload>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get maxBytes(): number {
    return this.config.logs.maxBytes;
  }

  /**
   * The request that a URL belongs to.
   * @throws UploadRefusedError 404 where there is no such URL, 410 where its right has ended
   */
  async find(capability: string): Promise<LogRequest> {
    const request = await this.rows.findOneBy({ capabilityDigest: capabilityDigest(capability) });
    if (!request) throw new UploadRefusedError(404, 'There is no such upload URL.');
    // what arrived in time may be sent again by a station that did not hear the answer
    const isOver = request.fileId === null && !mayDeliver(request.state);
    if (isOver || request.urlExpiresAt! <= this.clock.now()) {
      throw new UploadRefusedError(410, 'The right of this upload URL has ended.');
    }
    return request;
  }

  /**
   * Stores a file. The same one sent again is as good as the first; another one is refused.
   * @returns its bytes
   * @throws UploadRefusedError; whatever ends the content before its end
   */
  async receive(request: LogRequest, upload: Upload): Promise<number> {
    if (request.fileId !== null) return this.compare(request, upload);
    await this.begun(request.id);
    this.underWay.get(request.id)?.abort();
    this.underWay.set(request.id, upload);
    try {
      return await this.store(request, upload);
    } catch (error) {
      const refused = tooLarge(error) ?? error;
      await this.failed(request.id, refused instanceof UploadRefusedError ? refused.message : 'it was interrupted');
      throw refused;
    } finally {
      if (this.underWay.get(request.id) === upload) this.underWay.delete(request.id);
    }
  }

  private get rows() {
    return this.dataSource.getRepository(LogRequest);
  }

  private async store(request: LogRequest, { name, content }: Upload): Promise<number> {
    const safeName = safeFileName(name ?? '');
    const mediaType = 'application/octet-stream';
    const file = await this.files.put({ name: safeName ?? 'log', mediaType, content, maxSize: this.maxBytes });
    try {
      if (file.size === 0) throw new UploadRefusedError(400, 'The upload is empty.');
      if (!(await this.arrived(request.id, file, safeName))) throw await this.lateComer(request.id, file);
    } catch (error) {
      await this.files.delete(file.id);
      if (error instanceof SameFile) return file.size;
      throw error;
    }
    return file.size;
  }

  /** The file ends its request; @returns false where another one has done so, or somebody has taken it back */
  private async arrived(id: string, file: StoredFile, name: string | undefined): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `UPDATE log_requests
       SET state = 'uploaded', failure = NULL, ended_at = $2, upload_failure = NULL,
           file_id = $3, file_name = $4, file_size = $5, file_sha256 = $6, file_received_at = $2
       WHERE id = $1 AND file_id IS NULL AND state NOT IN ('rejected', 'superseded', 'cancelled')`,
      [id, this.clock.now(), file.id, name ?? null, file.size, file.sha256],
    );
    return changed > 0;
  }

  private async lateComer(id: string, { sha256 }: StoredFile): Promise<Error> {
    const request = await this.rows.findOneBy({ id });
    if (!request?.fileSha256) return new UploadRefusedError(410, 'The right of this upload URL has ended.');
    return request.fileSha256.equals(sha256) ? new SameFile() : anotherFile();
  }

  private async compare({ fileSha256 }: LogRequest, { content }: Upload): Promise<number> {
    const sha256 = createHash('sha256');
    let size = 0;
    for await (const piece of content) {
      size += piece.length;
      if (size > this.maxBytes) throw anotherFile();
      sha256.update(piece);
    }
    if (!sha256.digest().equals(fileSha256!)) throw anotherFile();
    return size;
  }

  private async begun(id: string): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      `UPDATE log_requests
       SET upload_attempts = upload_attempts + 1, state = 'uploading', failure = NULL, ended_at = NULL,
           deadline_at = greatest(deadline_at, $2)
       WHERE id = $1 AND state IN ('requested', 'accepted', 'empty', 'uploading', 'failed', 'timed-out')`,
      [id, new Date(now.getTime() + this.config.logs.requestHours * 3_600_000)],
    );
  }

  private async failed(id: string, why: string): Promise<void> {
    await this.dataSource.query('UPDATE log_requests SET upload_failure = $2 WHERE id = $1 AND file_id IS NULL', [
      id,
      why,
    ]);
  }
}

/** Two attempts ran side by side, and the other one was first with the same bytes. */
class SameFile extends Error {}

const anotherFile = (): UploadRefusedError =>
  new UploadRefusedError(409, 'This URL has received its file already, and it was another one.');

const tooLarge = (error: unknown): UploadRefusedError | undefined =>
  error instanceof ProblemError && error.code === 'file-too-large'
    ? new UploadRefusedError(413, error.message)
    : undefined;
