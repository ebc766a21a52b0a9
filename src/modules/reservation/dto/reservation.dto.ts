import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { StartToken } from '../../remote-control/index.js';
import {
  REASON_NAMES,
  RESERVATION_REASONS,
  RESERVATION_STATES,
  type ReservationReason,
  type ReservationState,
} from '../reservation-states.js';

const LARGEST_ID = 2_147_483_647;

export const CONNECTOR_TYPES = [
  'cCCS1',
  'cCCS2',
  'cG105',
  'cTesla',
  'cType1',
  'cType2',
  's309-1P-16A',
  's309-1P-32A',
  's309-3P-16A',
  's309-3P-32A',
  'sBS1361',
  'sCEE-7-7',
  'sType2',
  'sType3',
  'Other1PhMax16A',
  'Other1PhOver16A',
  'Other3Ph',
  'Pan',
  'wInductive',
  'wResonant',
  'Undetermined',
  'Unknown',
] as const;
export type ConnectorType = (typeof CONNECTOR_TYPES)[number];

/** What a station is to hold free, and for whom. */
export class ReserveDto {
  /** The token that the reservation is for. 1.6 stations take 20 characters at most. */
  @IsDefined()
  @ValidateNested()
  @Type(() => StartToken)
  idToken: StartToken;

  /**
   * Any token of this group may use the reservation as well. Absent: the group that the token is registered in, if any;
   * null: the token alone.
   */
  @ApiPropertyOptional({ type: StartToken, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => StartToken)
  groupIdToken?: StartToken | null;

  /** Until when, RFC 3339 with zone; in the future. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsDefined()
  @IsRFC3339()
  @IsISO8601({ strict: true })
  expiresAt: string;

  /** Absent: any EVSE; stations may not support that, and OCPP 2.0 cannot say it. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf(({ evseId, connectorId }: ReserveDto) => evseId !== undefined || connectorId !== undefined)
  @IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' })
  @Min(1)
  @Max(9999)
  evseId?: number;

  /** A connector of that EVSE. OCPP 2.0 only; 1.6 stations have connector 1 of each EVSE. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;

  /** An EVSE with a connector of this type. Not for 1.6 stations. */
  @ApiPropertyOptional({ enum: CONNECTOR_TYPES, enumName: 'ConnectorType' })
  @IsOptional()
  @IsIn(CONNECTOR_TYPES)
  connectorType?: ConnectorType;

  /** An open reservation of the same station, by its id, that this one takes the place of: the station keeps its number. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

/** Something that goes with a token. */
export class ReservedTokenInfo {
  additionalIdToken: string;

  type: string;
}

/** A token as it was told to the station. */
export class ReservedTokenView {
  /** A PIN code is shown as ****. */
  value: string;

  type: string;

  @ApiProperty({ type: [ReservedTokenInfo], nullable: true })
  additionalInfo: ReservedTokenInfo[] | null;
}

const described = Object.entries(RESERVATION_REASONS)
  .map(([name, text]) => `\`${name}\`: ${text}`)
  .join('; ');

/** A step in the life of a reservation, or something that was noted about it. */
export class ReservationChangeView {
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  /** Null for the first one. */
  @ApiProperty({ enum: RESERVATION_STATES, enumName: 'ReservationState', nullable: true })
  from: ReservationState | null;

  /** Equal to `from` where it was only noted. */
  @ApiProperty({ enum: RESERVATION_STATES, enumName: 'ReservationState' })
  to: ReservationState;

  @ApiProperty({ enum: REASON_NAMES, enumName: 'ReservationReason', description: described })
  reason: ReservationReason;

  /** The command that led to it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commandId: string | null;

  /** The transaction that led to it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  transactionId: string | null;

  /** The payload of the station's ReservationStatusUpdate, as it came. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  said: Record<string, unknown> | null;
}

/** What a station was asked to hold free, and what became of it. */
export class ReservationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The number by which the station knows it. */
  @ApiProperty({ type: 'integer' })
  reservationId: number;

  stationId: string;

  /** Null: whichever EVSE the station chooses. */
  @ApiProperty({ type: 'integer', nullable: true })
  evseId: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  connectorId: number | null;

  @ApiProperty({ type: String, nullable: true })
  connectorType: string | null;

  idToken: ReservedTokenView;

  /** Any token of this group may use it as well. */
  @ApiProperty({ type: ReservedTokenView, nullable: true })
  groupIdToken: ReservedTokenView | null;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: Date;

  /**
   * `requested`: the station has not answered yet. `unknown`: it never did, so that it may hold the reservation or not;
   * its statuses, messages and transactions will tell. `active`: it holds it. The others are ends.
   */
  @ApiProperty({ enum: RESERVATION_STATES, enumName: 'ReservationState' })
  state: ReservationState;

  /** Why it is in this state. */
  @ApiProperty({ enum: REASON_NAMES, enumName: 'ReservationReason', description: described })
  reason: ReservationReason;

  /** What the station answered to ReserveNow, e.g. Accepted or Occupied; null without an answer. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** The version in which the station was asked; null as long as it was not. */
  @ApiProperty({ type: String, nullable: true })
  ocppVersion: string | null;

  /** The ReserveNow that made it; the command tells the answer in full. */
  @ApiProperty({ format: 'uuid' })
  commandId: string;

  /** The last CancelReservation. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  cancelCommandId: string | null;

  /** The transaction that used it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  transactionId: string | null;

  /** The reservation whose number it took. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  replaces: string | null;

  /**
   * What a person should look at: `named-by-other-token`, `other-token-charges` and `cancel-rejected`, as the history
   * tells in detail.
   */
  flags: string[];

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  /** Since when the station is known to hold it. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  activeAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: Date;
}

/** A reservation with all that has happened to it, oldest first. */
export class ReservationDetailView extends ReservationView {
  @ApiProperty({ type: [ReservationChangeView] })
  history: ReservationChangeView[];
}

/** What a station answered to ReserveNow or CancelReservation, and the reservation as it stands now. */
export class ReservationCommandView extends CommandView {
  reservation: ReservationView;
}

const toBoolean = (word: unknown): unknown => (word === 'true' ? true : word === 'false' ? false : word);

/** Which reservations to list; several conditions must all hold. */
export class ReservationQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only of this station' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  @NoControlCharacters()
  stationId?: string;

  @ApiPropertyOptional({ enum: RESERVATION_STATES, enumName: 'ReservationState' })
  @IsOptional()
  @IsIn(RESERVATION_STATES)
  state?: ReservationState;

  @ApiPropertyOptional({ type: Boolean, description: 'true: those that hold or may hold; false: those that ended' })
  @IsOptional()
  @Transform(({ obj, key }) => toBoolean((obj as Record<string, unknown>)[key]))
  @IsBoolean()
  open?: boolean;

  @ApiPropertyOptional({
    description: 'Only of this token, by its value; letter case does not count. Never finds a PIN',
  })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  token?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'The number by which stations know it' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(LARGEST_ID)
  reservationId?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only what this transaction used' })
  @IsOptional()
  @IsUUID()
  transactionId?: string;
}

/** Which reservations of a station to list. */
export class StationReservationQuery extends OmitType(ReservationQuery, ['stationId']) {}

/** Reservations, newest first. */
export class ReservationPage {
  @ApiProperty({ type: [ReservationView] })
  items: ReservationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
