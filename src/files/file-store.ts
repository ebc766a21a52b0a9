import type { Readable } from 'node:stream';

/** A stored file, without its content. */
export interface StoredFile {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Buffer;
  readonly createdAt: Date;
}

export interface NewFile {
  /** As its giver named it; never a path of ours. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Bytes; a longer content is refused and nothing of it kept. */
  readonly maxSize: number;
}

/** Where firmware images and logs are kept: every process of an installation sees the same files. */
export abstract class FileStore {
  /**
   * Stores a file. It can be read when this resolves, and not before.
   * @throws ProblemError `file-too-large`
   */
  abstract put(file: NewFile): Promise<StoredFile>;
  /** What is known of a file; undefined if there is none. */
  abstract find(id: string): Promise<StoredFile | undefined>;
  /**
   * The content from the byte `start` on (downloads are resumed), read piece by piece as it is consumed.
   * A file that is deleted meanwhile ends the stream with an error.
   */
  abstract read(file: StoredFile, start?: number): Readable;
  /** Deletes a file; one that does not exist is deleted already. */
  abstract delete(id: string): Promise<void>;
  /**
   * Deletes what is left of files whose upload began before a time and never came to its end, because its process died.
   * Some of it at a time; what is left is deleted by later calls. @returns how many pieces
   */
  abstract deleteUnfinished(begunBefore: Date): Promise<number>;
}
