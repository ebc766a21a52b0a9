import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One sampled value. It has no key of its own: it hangs on its message, whose natural key recognises retries.
 * Partitioned by received_at, which TypeORM cannot describe: the migration makes the table.
 */
@Entity('meter_samples', { synchronize: false })
export class MeterSample {
  @PrimaryColumn('uuid')
  eventId: string;

  /** Position within the message, from 0. */
  @PrimaryColumn('int')
  position: number;

  @PrimaryColumn('timestamptz')
  receivedAt: Date;

  @Column('uuid')
  stationId: string;

  @Column('uuid', { nullable: true })
  transactionId: string | null;

  @Column('int', { nullable: true })
  evseId: number | null;

  @Column('timestamptz')
  timestamp: Date;

  @Column('text')
  measurand: string;

  /** Normalised: Wh, W, A, V ...; null where it is no number (signed data). */
  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('text', { nullable: true })
  unit: string | null;

  /** The value as the station wrote it, to the byte. */
  @Column('text')
  rawValue: string;

  /** The unit as the station wrote it, where it was changed. */
  @Column('text', { nullable: true })
  rawUnit: string | null;

  @Column('text', { nullable: true })
  phase: string | null;

  @Column('text')
  context: string;

  @Column('text')
  location: string;

  /** Raw or SignedData. */
  @Column('text')
  format: string;

  /** 2.x signedMeterValue as it came, byte-exact, with its public key. */
  @Column('json', { nullable: true })
  signed: Record<string, unknown> | null;
}
