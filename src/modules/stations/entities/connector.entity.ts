import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/**
 * The status of a connector. EVSE 0 with connector 0 is the station itself (1.6 connector 0), an EVSE with connector 0
 * the EVSE as a whole.
 */
@Entity('connectors')
@Unique(['stationId', 'evseId', 'connectorId'])
export class Connector {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('int')
  evseId: number;

  @Column('int')
  connectorId: number;

  /** Available, Occupied, Reserved, Unavailable or Faulted. */
  @Column('text')
  status: string;

  /** What the station literally said, e.g. SuspendedEV. */
  @Column('text')
  reportedStatus: string;

  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('text', { nullable: true })
  info: string | null;

  @Column('text', { nullable: true })
  vendorId: string | null;

  @Column('text', { nullable: true })
  vendorErrorCode: string | null;

  /** The station's time as it stood in the message; null where it gave none. */
  @Column('text', { nullable: true })
  stationTimestamp: string | null;

  /** Since when the status holds: the station's time, but never later than its receipt. Older reports do not win. */
  @Column('timestamptz')
  statusSince: Date;

  @Column('timestamptz')
  receivedAt: Date;
}
