import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReservationReason, ReservationState } from '../reservation-states.js';

/** A token as it was told to the station; the PIN code of a KeyCode is masked. */
export interface ReservedToken {
  readonly idToken: string;
  readonly type: string;
  readonly additionalInfo?: { readonly additionalIdToken: string; readonly type: string }[];
}

/** What a station was asked to hold free, and what became of it. */
@Entity('reservations')
@Index('ix_reservations_station', ['stationId', 'id'])
@Index('ix_reservations_number', ['stationId', 'reservationId'])
@Index('ix_reservations_open', ['stationId'], { where: `state IN ('requested', 'unknown', 'active')` })
@Index('ix_reservations_token', ['tokenKey', 'id'])
@Index('ix_reservations_command', ['commandId'])
@Index('ix_reservations_cancel_command', ['cancelCommandId'], { where: 'cancel_command_id IS NOT NULL' })
@Index('ix_reservations_transaction', ['transactionId'], { where: 'transaction_id IS NOT NULL' })
@Index('ix_reservations_ended', ['endedAt'])
export class Reservation {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** The number by which the station knows it. Several rows have it where one replaced the other. */
  @Column('int')
  reservationId: number;

  @Column('text')
  state: ReservationState;

  /** Of the last change of the state. */
  @Column('text')
  reason: ReservationReason;

  /** The version in which the station was asked; null as long as it was not. */
  @Column('text', { nullable: true })
  ocppVersion: string | null;

  /** What it answered to ReserveNow, as it said it. */
  @Column('text', { nullable: true })
  status: string | null;

  /** Null: whichever EVSE the station chooses. */
  @Column('int', { nullable: true })
  evseId: number | null;

  @Column('int', { nullable: true })
  connectorId: number | null;

  @Column('text', { nullable: true })
  connectorType: string | null;

  @Column('json')
  idToken: ReservedToken;

  /** By which equal tokens are known. */
  @Column('text')
  tokenKey: string;

  @Column('json', { nullable: true })
  groupIdToken: ReservedToken | null;

  @Column('timestamptz')
  expiresAt: Date;

  /** The ReserveNow that made it. */
  @Column('uuid')
  commandId: string;

  /** The last CancelReservation. */
  @Column('uuid', { nullable: true })
  cancelCommandId: string | null;

  /** The transaction that used it. */
  @Column('uuid', { nullable: true })
  transactionId: string | null;

  /** The reservation whose number it took. */
  @Column('uuid', { nullable: true })
  replaces: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when the station is known to hold it. */
  @Column('timestamptz', { nullable: true })
  activeAt: Date | null;

  /** When the station was first seen to show its EVSE as Reserved. */
  @Column('timestamptz', { nullable: true })
  reservedSeenAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('timestamptz')
  updatedAt: Date;
}
