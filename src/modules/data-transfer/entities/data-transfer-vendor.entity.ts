import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A vendor whose messages the operator accepts. */
@Entity('data_transfer_vendors')
export class DataTransferVendor {
  /** In lower case: letter case does not count. */
  @PrimaryColumn('text')
  vendorKey: string;

  /** As the operator wrote it. */
  @Column('text')
  vendorId: string;

  /** The messages that are accepted; null: all. */
  @Column('text', { array: true, nullable: true })
  messageIds: string[] | null;

  @Column('timestamptz')
  changedAt: Date;
}
