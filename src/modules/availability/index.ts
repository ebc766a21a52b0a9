// What other blocks may use.
export { AvailabilityEvents } from './availability-events.js';
export { AvailabilityModule } from './availability.module.js';
