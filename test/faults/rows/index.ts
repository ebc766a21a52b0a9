import type { Fault } from '../fault.js';
import { F1, F1_CONTROL, F3 } from './f01-f03-crash.js';
import { F4, F4_CONTROL, F4_EMBEDDED, F5, F6 } from './f04-f06-database.js';
import { F9 } from './f09-disk.js';
import { F14, F15, F16, F27 } from './f14-f27-network.js';
import { F17, F19, F21, F23, F24, F25, F26 } from './f17-f26-process.js';

/** The rows of the table: what concerns one process. */
export const FAULTS: readonly Fault[] = [
  F1,
  F1_CONTROL,
  F3,
  F4,
  F4_CONTROL,
  F4_EMBEDDED,
  F5,
  F6,
  F9,
  F14,
  F15,
  F16,
  F17,
  F19,
  F21,
  F23,
  F24,
  F25,
  F26,
  F27,
];
