import { ApiProperty } from '@nestjs/swagger';

export const OPEN_RESERVATION_STATES = ['requested', 'unknown', 'active'] as const;
export type OpenReservationState = (typeof OPEN_RESERVATION_STATES)[number];

/** A reservation that holds, or may hold; `GET /reservations/{id}` tells the rest. */
export class OpenReservationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The number by which the station knows it. */
  @ApiProperty({ type: 'integer' })
  reservationId: number;

  /** Null: whichever EVSE the station chooses. */
  @ApiProperty({ type: 'integer', nullable: true })
  evseId: number | null;

  /** `unknown`: the station may have taken it or not. */
  @ApiProperty({ enum: OPEN_RESERVATION_STATES, enumName: 'OpenReservationState' })
  state: OpenReservationState;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: Date;
}

/** What is reserved at stations, as the block of reservations tells the inventory. */
export abstract class StationReservations {
  /** Of each station (surrogate key) that has some, those that are open, oldest first. */
  abstract openAt(stationUuids: readonly string[]): Promise<Map<string, OpenReservationView[]>>;
}
