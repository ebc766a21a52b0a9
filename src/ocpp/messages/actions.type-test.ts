import type { OcppVersion } from '../versions.js';
import type { CSMS_ACTIONS, STATION_ACTIONS } from './actions.js';
import type { CsmsAction, StationAction } from './index.js';

// Compiled, never run: a list that lacks an action of the message tables, or has one more, must not compile.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const stationActionsEqualTheTables: {
  [V in OcppVersion]: Same<(typeof STATION_ACTIONS)[V][number], StationAction<V>>;
} = { '1.6': true, '2.0': true, '2.0.1': true };

export const csmsActionsEqualTheTables: {
  [V in OcppVersion]: Same<(typeof CSMS_ACTIONS)[V][number], CsmsAction<V>>;
} = { '1.6': true, '2.0': true, '2.0.1': true };
