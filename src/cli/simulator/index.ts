// The simulated station: used by the command for people, the demonstration, the tests and the benchmark.
export * from './errors.js';
export { within } from './deadline.js';
export { NO_ANSWER, type PlannedAnswer } from './inbox.js';
export type { Frame, Payload } from './frames.js';
export { SimulatedStation } from './simulated-station.js';
export type { StationMemory, StationOptions, TxStartPoint } from './station-options.js';
export { TROUBLES, isTroubleName, type Trouble, type TroubleName } from './troubles.js';
export type { IdToken, StationTransaction } from './words.js';
