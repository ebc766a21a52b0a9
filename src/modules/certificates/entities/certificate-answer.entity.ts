import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An answer about certificates that is in the inventory of its station; goes with its command. */
@Entity('certificate_answers')
@Index(['stationId'])
export class CertificateAnswer {
  @PrimaryColumn('uuid')
  commandId: string;

  @Column('uuid')
  stationId: string;
}
