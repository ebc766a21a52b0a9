// What other blocks may use.
export { ReservationModule } from './reservation.module.js';
