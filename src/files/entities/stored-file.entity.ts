import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored file; its content is in file_chunks. */
@Entity('files')
export class StoredFileRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  /** Bytes. */
  @Column('bigint')
  size: string;

  @Column('bytea')
  sha256: Buffer;

  @Column('timestamptz')
  createdAt: Date;
}
