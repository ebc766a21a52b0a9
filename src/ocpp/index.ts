// The only door of the protocol kernel.
export * from './errors.js';
export type * from './messages/index.js';
export * from './ports.js';
export * from './versions.js';
export { OcppHandler } from './dispatch/ocpp-handler.decorator.js';
export type { CallContext } from './dispatch/call-context.js';
export { expectedAfter } from './dispatch/registration-gate.js';
export * from './client/command-definition.js';
export { assertSayable } from './client/sayable.js';
export * from './client/station-client.js';
export { CSMS_ACTIONS, STATION_ACTIONS, isCsmsAction, isKnownAction, isStationAction } from './messages/actions.js';
export { LENIENCY_RULES, isLeniencyRule, isRuleOn, type LeniencyRule } from './validation/leniency.js';
export { isSecretName, MASK, maskPayload, maskText } from './validation/masking.js';
export { readTimestamp, type StationTime } from './validation/timestamps.js';
