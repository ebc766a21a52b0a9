import { ApiProperty } from '@nestjs/swagger';

/** A message of a transaction as the station sent it. */
export class TransactionEventView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Action, with the event type where there is one. */
  kind: string;

  @ApiProperty({ type: Number, nullable: true })
  seqNo: number | null;

  /** Station time, or the time of receipt where it gave none that can be read. */
  timestamp: Date;

  @ApiProperty({ type: String, nullable: true, description: 'As it stood in the message' })
  stationTimestamp: string | null;

  receivedAt: Date;

  /** The station says that it happened while it was offline. */
  offline: boolean;

  flags: string[];

  @ApiProperty({ type: Object, nullable: true, description: 'The payload, where it can be read as JSON' })
  payload: Record<string, unknown> | null;

  /** The whole frame as text; secrets are masked. */
  raw: string;
}

/** A page of messages in the order of their receipt. */
export class TransactionEventPage {
  @ApiProperty({ type: [TransactionEventView] })
  items: TransactionEventView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
