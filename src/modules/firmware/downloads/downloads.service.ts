import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { capabilityDigest } from '../../../files/capability.js';
import { FileStore, type StoredFile } from '../../../files/file-store.js';
import { FirmwareImage } from '../entities/firmware-image.entity.js';
import { FirmwareUpdate } from '../entities/firmware-update.entity.js';
import type { UpdateState } from '../updates/course.js';
import { type ByteRange, firstBytes } from './byte-range.js';

/** An image, as a station may fetch it for one update. */
export interface Download {
  readonly updateId: string;
  readonly file: StoredFile;
}

/** In these an update has no use for its image any more. */
const OVER: readonly UpdateState[] = ['installed', 'rejected', 'superseded', 'cancelled', 'timed-out'];

/** What stations fetch by the URLs of their updates. */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** What a URL leads to: undefined where there never was such a URL, `gone` where its time is over. */
  async find(capability: string, fileName: string): Promise<Download | 'gone' | undefined> {
    const update = await this.dataSource
      .getRepository(FirmwareUpdate)
      .findOneBy({ capabilityDigest: capabilityDigest(capability) });
    if (!update?.imageId) return undefined;
    const image = await this.dataSource.getRepository(FirmwareImage).findOneByOrFail({ id: update.imageId });
    if (image.fileName !== fileName) return undefined;
    const file = await this.files.find(image.fileId);
    const isOver = OVER.includes(update.state) || update.urlExpiresAt! <= this.clock.now();
    return isOver || !file ? 'gone' : { updateId: update.id, file };
  }

  /** The bytes of that part; counted on the update, also where the station does not take them all. */
  async *read({ updateId, file }: Download, { first, last }: ByteRange): AsyncGenerator<Buffer> {
    let bytes = 0;
    try {
      for await (const piece of firstBytes(this.files.read(file, first), last - first + 1)) {
        yield piece;
        bytes += piece.length;
      }
    } finally {
      await this.count(updateId, bytes);
    }
  }

  private async count(updateId: string, bytes: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE firmware_updates
       SET downloads = downloads + 1, downloaded_bytes = downloaded_bytes + $2, last_download_at = $3
       WHERE id = $1`,
      [updateId, bytes, this.clock.now()],
    );
  }
}
