import { Injectable } from '@nestjs/common';
import {
  type CallContext,
  maskPayload,
  OcppHandler,
  type StationRequests,
  type StationResponses,
} from '../../ocpp/index.js';
import { ReservationService } from './reservation.service.js';

type Messages = StationRequests['2.0' | '2.0.1'];

/** Block H in the words of OCPP 2.x. */
@Injectable()
export class ReservationHandlersV2 {
  constructor(private readonly reservations: ReservationService) {}

  @OcppHandler('ReservationStatusUpdate', '2.0', '2.0.1')
  async told(
    request: Messages['ReservationStatusUpdate'],
    { station, version }: CallContext,
  ): Promise<StationResponses['2.0' | '2.0.1']['ReservationStatusUpdate']> {
    const { reservationId, reservationUpdateStatus: status } = request;
    const said = maskPayload(version, 'ReservationStatusUpdate', 'request', request) as object;
    await this.reservations.told({ reservationId, status, said }, station);
    return {};
  }
}
