import { Global, Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { AuthorizationModule } from '../authorization/index.js';
import { StationReservations, StationsModule } from '../stations/index.js';
import { ReservationHandlersV2 } from './reservation.handlers.v2.js';
import { ReservationQueries } from './reservation.queries.js';
import { ReservationSettling } from './reservation-settling.js';
import { ReservationService } from './reservation.service.js';
import { ReservationStatuses } from './reservation-statuses.js';
import { ReservationStore } from './reservation.store.js';
import { ReservationUses } from './reservation-uses.js';
import { ReservationWatch } from './reservation-watch.js';
import { ReservationsController } from './reservations.controller.js';
import { StationReservationsController } from './station-reservations.controller.js';

/** Functional block H: reservations. Global, because it tells the inventory what is reserved at its stations. */
@Global()
@Module({
  imports: [AuthorizationModule, CommandsModule, StationsModule],
  controllers: [ReservationsController, StationReservationsController],
  providers: [
    ReservationHandlersV2,
    ReservationQueries,
    ReservationSettling,
    ReservationService,
    ReservationStatuses,
    ReservationStore,
    ReservationUses,
    ReservationWatch,
    { provide: StationReservations, useExisting: ReservationQueries },
  ],
  exports: [StationReservations],
})
export class ReservationModule {}
