import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a station needed a leniency rule: "this station breaks rule timestamp-without-zone, 1,204 times". */
@Entity('station_rule_counts')
export class RuleCount {
  @PrimaryColumn('uuid')
  stationId: string;

  @PrimaryColumn('text')
  rule: string;

  @Column('bigint', { default: 0 })
  count: string;

  @Column('timestamptz')
  lastAt: Date;
}
