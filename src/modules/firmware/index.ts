// What other blocks may use.
export { FirmwareModule } from './firmware.module.js';
