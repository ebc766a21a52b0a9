// The simulated station: used by the command for people, the demonstration, the tests and the benchmark.
export * from './errors.js';
export { within } from './deadline.js';
export { NO_ANSWER } from './inbox.js';
export { SimulatedStation } from './simulated-station.js';
export { TROUBLES, isTroubleName } from './troubles.js';
//# sourceMappingURL=index.js.map