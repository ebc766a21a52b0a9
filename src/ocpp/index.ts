// The only door of the protocol kernel.
export * from './errors.js';
export type * from './messages/index.js';
export * from './ports.js';
export * from './versions.js';
export { OcppHandler } from './dispatch/ocpp-handler.decorator.js';
export type { CallContext } from './dispatch/call-context.js';
export * from './client/command-definition.js';
export * from './client/station-client.js';
