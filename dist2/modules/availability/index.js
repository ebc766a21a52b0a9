// What other blocks may use.
export { AvailabilityModule } from './availability.module.js';
//# sourceMappingURL=index.js.map