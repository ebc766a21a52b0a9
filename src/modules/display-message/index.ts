// What other blocks may use.
export { DisplayMessageModule } from './display-message.module.js';
