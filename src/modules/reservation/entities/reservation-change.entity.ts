import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReservationReason, ReservationState } from '../reservation-states.js';

/** A step in the life of a reservation, or something that was noted about it. */
@Entity('reservation_changes')
@Index('ix_reservation_changes_reservation', ['reservation', 'id'])
export class ReservationChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  reservation: string;

  /** Null for the first one. */
  @Column('text', { nullable: true })
  fromState: ReservationState | null;

  /** Equal to `fromState` where it was only noted. */
  @Column('text')
  toState: ReservationState;

  @Column('text')
  reason: ReservationReason;

  /** The command that led to it. */
  @Column('uuid', { nullable: true })
  commandId: string | null;

  /** The transaction that led to it. */
  @Column('uuid', { nullable: true })
  transactionId: string | null;

  /** What the station said, as it came. */
  @Column('json', { nullable: true })
  said: Record<string, unknown> | null;

  @Column('timestamptz')
  at: Date;
}
