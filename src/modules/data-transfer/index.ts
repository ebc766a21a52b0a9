// What other blocks may use.
export { DataTransferModule } from './data-transfer.module.js';
export { VendorHandler } from './vendors/vendor-handler.decorator.js';
export type { VendorAnswer, VendorMessage } from './vendors/vendor-message.js';
