import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A firmware image; its content is a stored file. A deleted one loses the content and stays for the history. */
@Entity('firmware_images')
export class FirmwareImage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  fileId: string;

  @Column('text')
  name: string;

  /** As stations report it in BootNotification once it is installed. */
  @Column('text')
  version: string;

  @Column('text', { nullable: true })
  vendor: string | null;

  @Column('text', { nullable: true })
  model: string | null;

  /** Letters, digits, dots, dashes and underscores: it stands in the URL. */
  @Column('text')
  fileName: string;

  /** Bytes. */
  @Column('bigint')
  size: string;

  @Column('bytea')
  sha256: Buffer;

  /** Base64. */
  @Column('text', { nullable: true })
  signature: string | null;

  /** PEM. */
  @Column('text', { nullable: true })
  signingCertificate: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt: Date | null;
}
