// What other blocks may use.
export { SmartChargingModule } from './smart-charging.module.js';
