import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message in which a station told what it holds about a customer. */
@Entity('customer_information_parts')
export class CustomerInformationPartRow {
  /** The request that it belongs to. */
  @PrimaryColumn('uuid')
  request: string;

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

  /** A text in UTF-8: as bytes, since it may hold what no text column takes. */
  @Column('bytea')
  data: Buffer;
}
