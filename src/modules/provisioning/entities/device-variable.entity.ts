import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attribute of one variable of a station, as the station last told it. */
@Entity('device_variables')
export class DeviceVariable {
  /** Surrogate key of the station. */
  @PrimaryColumn('uuid')
  stationId: string;

  /** Digest of the lower-cased address with the attribute type. */
  @PrimaryColumn('bytea')
  addressKey: Buffer;

  @Column('text')
  component: string;

  @Column('text', { nullable: true })
  componentInstance: string | null;

  @Column('int', { nullable: true })
  evseId: number | null;

  @Column('int', { nullable: true })
  connectorId: number | null;

  @Column('text')
  variable: string;

  @Column('text', { nullable: true })
  instance: string | null;

  @Column('text')
  attributeType: string;

  /** null: never told, write-only or a secret. */
  @Column('text', { nullable: true })
  value: string | null;

  @Column('text', { nullable: true })
  mutability: string | null;

  @Column('boolean', { nullable: true })
  persistent: boolean | null;

  @Column('boolean', { nullable: true })
  constant: boolean | null;

  /** {dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring} as reported. */
  @Column('json', { nullable: true })
  characteristics: Record<string, unknown> | null;

  /** The message that told it, in 2.0.1 words: GetVariables, SetVariables, NotifyReport, NotifyEvent. */
  @Column('text')
  source: string;

  @Column('timestamptz')
  observedAt: Date;
}
