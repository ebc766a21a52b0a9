// What other blocks may use.
export { SecurityModule } from './security.module.js';
