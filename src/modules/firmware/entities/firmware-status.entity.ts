import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a station said about its firmware. The same said again adds no row. */
@Entity('firmware_statuses')
@Index('ix_firmware_statuses_station', ['stationId', 'id'])
@Index('ix_firmware_statuses_update', ['updateId', 'id'], { where: 'update_id IS NOT NULL' })
export class FirmwareStatusRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key. */
  @Column('uuid')
  stationId: string;

  /** The update that it is about; null where it is about none that is known. */
  @Column('uuid', { nullable: true })
  updateId: string | null;

  /** As the station said it; 1.6 has none without the security extension. */
  @Column('int', { nullable: true })
  requestId: number | null;

  @Column('text')
  status: string;

  @Column('timestamptz')
  receivedAt: Date;

  /** How often it was said again, with nothing else between. */
  @Column('int', { default: 0 })
  repeats: number;

  @Column('timestamptz')
  lastReceivedAt: Date;
}
