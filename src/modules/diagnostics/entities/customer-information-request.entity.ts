import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a station was asked about a customer, or told unasked. */
@Entity('customer_information_requests')
@Unique('uq_customer_information_requests_number', ['stationId', 'requestId'])
@Index('ix_customer_information_requests_station', ['stationId', 'id'])
@Index('ix_customer_information_requests_command', ['commandId'])
@Index('ix_customer_information_requests_token', ['tokenKey'], { where: 'token_key IS NOT NULL' })
export class CustomerInformationRequest {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** By which the parts name it. */
  @Column('int')
  requestId: number;

  /** Null where nobody asked, as are `clear`, `customer` and `commandId`. */
  @Column('boolean', { nullable: true })
  report: boolean | null;

  @Column('boolean', { nullable: true })
  clear: boolean | null;

  /** {idToken}, {customerIdentifier} or {customerCertificate}; PIN codes masked; null once it is erased. */
  @Column('json', { nullable: true })
  customer: Record<string, unknown> | null;

  /** Under which the token is registered: with it the report is erased. */
  @Column('text', { nullable: true })
  tokenKey: string | null;

  @Column('uuid', { nullable: true })
  commandId: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  /** How many parts have come. */
  @Column('int', { default: 0 })
  parts: number;

  /** The number of the last part, once it has come. */
  @Column('int', { nullable: true })
  lastSeqNo: number | null;

  @Column('timestamptz', { nullable: true })
  lastPartAt: Date | null;

  /** When the last missing part had come. */
  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  /** Since when nothing of what it told is kept. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}
