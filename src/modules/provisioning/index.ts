// What other blocks may use.
export { StationBooted } from './events.js';
export { ProvisioningModule } from './provisioning.module.js';
