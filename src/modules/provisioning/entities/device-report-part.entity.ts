import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message of a report. */
@Entity('device_report_parts')
export class DeviceReportPart {
  @PrimaryColumn('uuid')
  reportId: string;

  @PrimaryColumn('int')
  seqNo: number;

  /** Whether the station said that more would come. */
  @Column('boolean')
  toBeContinued: boolean;

  /** As the station wrote it. */
  @Column('text')
  generatedAt: string;

  @Column('timestamptz')
  receivedAt: Date;

  /** The variables it told, secrets left out. */
  @Column('json')
  variables: Record<string, unknown>[];
}
