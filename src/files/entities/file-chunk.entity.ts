import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of a file. All pieces but the last are of one size, so that a byte's piece can be computed. */
@Entity('file_chunks')
export class FileChunk {
  @PrimaryColumn('uuid')
  fileId: string;

  @PrimaryColumn('int')
  position: number;

  @Column('bytea')
  data: Buffer;
}
