import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredSample } from '../stored-samples.js';

/**
 * What was sampled at one moment: a MeterValue of a message. It has no key of its own: it hangs on its message, whose
 * natural key recognises retries. Partitioned by received_at, which TypeORM cannot describe: the migration makes the
 * table.
 */
@Entity('meter_values', { synchronize: false })
export class MeterValue {
  @PrimaryColumn('uuid')
  eventId: string;

  /** Position of its first sampled value among all of the message, from 0. */
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

  /** Station time. */
  @Column('timestamptz')
  timestamp: Date;

  /** One row for all that was sampled together: a quarter of the rows and index entries of a row for each. */
  @Column('json')
  samples: StoredSample[];
}
