import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the housekeeping has to remember from one run to the next. */
@Entity('retention_notes')
export class RetentionNote {
  @PrimaryColumn('text')
  name: string;

  @Column('json')
  value: unknown;
}
