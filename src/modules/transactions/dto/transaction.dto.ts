import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';
import { CLOSED_BY, type ClosedBy } from '../closing.js';
import { COMPLETENESS_STATES, type CompletenessState } from '../completeness.js';

export const TRANSACTION_STATES = ['active', 'ended'] as const;
export type TransactionState = (typeof TRANSACTION_STATES)[number];

/** Which transactions to list. Several conditions narrow the list down. */
export class TransactionQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only of this station' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  @NoControlCharacters()
  stationId?: string;

  @ApiPropertyOptional({ enum: TRANSACTION_STATES, enumName: 'TransactionState' })
  @IsOptional()
  @IsIn(TRANSACTION_STATES)
  state?: TransactionState;

  @ApiPropertyOptional({
    enum: COMPLETENESS_STATES,
    enumName: 'CompletenessState',
    description: 'e.g. incomplete: those whose messages have not all come',
  })
  @IsOptional()
  @IsIn(COMPLETENESS_STATES)
  completeness?: CompletenessState;

  @ApiPropertyOptional({
    description: 'Only of this token, by its value; letter case does not count. Never finds a PIN',
  })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  token?: string;

  @ApiPropertyOptional({ description: 'Only those that started at this time or later' })
  @IsQueryTime()
  from?: Date;

  @ApiPropertyOptional({ description: 'Only those that started before this time' })
  @IsQueryTime()
  to?: Date;

  @ApiPropertyOptional({
    description:
      'Only those that changed at this time or later, the longest unchanged first: for keeping a copy up to date. Ask ' +
      'again from a few seconds before the last answer: what is just being stored appears with the time it was begun',
  })
  @IsQueryTime()
  updatedSince?: Date;
}

/** Which transactions of a station to list. */
export class StationTransactionQuery extends OmitType(TransactionQuery, ['stationId']) {}

/** The token that pays for a transaction. */
export class TransactionToken {
  @ApiProperty({ description: 'A PIN is shown as ****' })
  value: string;

  type: string;
}

/** Whether everything is there that the station had to tell about a transaction. */
export class CompletenessView {
  /**
   * `complete`: begin and end came, and nothing between them is missing. `incomplete`: something has not come; with
   * `messagesInQueue` false it never will. `unknown`: the transaction still runs, and so far nothing is missing.
   */
  @ApiProperty({ enum: COMPLETENESS_STATES, enumName: 'CompletenessState' })
  state: CompletenessState;

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    description: 'The seqNos that have not come, as ranges [from, to]; none in OCPP 1.6, which has no numbers',
  })
  missingSeqNos: [number, number][];

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'What the station last said when it was asked: whether messages still wait there; null: never asked',
  })
  messagesInQueue: boolean | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'What the station last said when it was asked: whether the transaction goes on',
  })
  ongoing: boolean | null;

  @ApiProperty({ type: Date, nullable: true, description: 'When the station last said that' })
  checkedAt: Date | null;
}

/** The values of a transaction that operators can correct. */
export class CorrectableView {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty({ type: Number, nullable: true })
  meterStartWh: number | null;

  @ApiProperty({ type: Number, nullable: true })
  meterStopWh: number | null;

  @ApiProperty({ type: Number, nullable: true })
  energyWh: number | null;

  @ApiProperty({ type: TransactionToken, nullable: true })
  idToken: TransactionToken | null;
}

/** A charging transaction. */
export class TransactionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  @ApiProperty({ type: Number, nullable: true })
  evseId: number | null;

  @ApiProperty({ type: Number, nullable: true })
  connectorId: number | null;

  @ApiProperty({ type: TransactionToken, nullable: true })
  idToken: TransactionToken | null;

  /** The id by which the station knows it. */
  ocppTransactionId: string;

  /** The version that the station spoke. */
  ocppVersion: string;

  @ApiProperty({ enum: TRANSACTION_STATES, enumName: 'TransactionState' })
  state: TransactionState;

  /** Station time. */
  startedAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  endedAt: Date | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Seconds from start to end; to now while active' })
  durationSeconds: number | null;

  @ApiProperty({ type: Number, nullable: true })
  meterStartWh: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The newest value while active, the final one when ended' })
  meterStopWh: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where it cannot be billed; flags say why' })
  energyWh: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Charging, EVConnected, SuspendedEV, SuspendedEVSE or Idle',
  })
  chargingState: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'In OCPP 2.0.1 words, e.g. Local, Remote, EVDisconnected' })
  stopReason: string | null;

  @ApiProperty({ type: Number, nullable: true })
  remoteStartId: number | null;

  @ApiProperty({ type: Number, nullable: true })
  reservationId: number | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The command that asked for it' })
  commandId: string | null;

  completeness: CompletenessView;

  @ApiProperty({
    enum: CLOSED_BY,
    enumName: 'ClosedBy',
    nullable: true,
    description:
      'Its own end has not come, and it was closed by: next-transaction, a later one on its EVSE; stale, a long silence ' +
      'of the connected station; station-away; connector-available; not-ongoing, the word of the station when it was ' +
      'asked; operator. Its own end, when it comes, takes the place of that',
  })
  closedBy: ClosedBy | null;

  /** Operators let other values count than the station told; see `/transactions/{id}/corrections`. */
  corrected: boolean;

  @ApiProperty({
    type: CorrectableView,
    nullable: true,
    description: 'What counts by the word of the station, where that was corrected',
  })
  original: CorrectableView | null;

  /** What a person should know before billing, e.g. negative-energy, closed-by-rule, changed-after-correction. */
  flags: string[];

  /** When it last changed, by a message, a rule or an operator. */
  updatedAt: Date;
}

/** A page of transactions. */
export class TransactionPage {
  @ApiProperty({ type: [TransactionView] })
  items: TransactionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
