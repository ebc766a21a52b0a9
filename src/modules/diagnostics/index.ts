// What other blocks may use.
export { DiagnosticsModule } from './diagnostics.module.js';
