import type { Fault } from '../fault.js';
import { F1, F1_CONTROL, F3 } from './f01-f03-crash.js';
import { F4, F4_CONTROL, F4_EMBEDDED, F5, F6 } from './f04-f06-database.js';
import { F9 } from './f09-disk.js';
import { F14, F15, F16, F27 } from './f14-f27-network.js';
import { F17, F19, F21, F23, F24, F25, F26 } from './f17-f26-process.js';

/** TAU crashes, or its database ends, hangs or is slow. */
export const OF_CRASH_AND_DATABASE: readonly Fault[] = [F1, F1_CONTROL, F3, F4, F4_CONTROL, F4_EMBEDDED, F5, F6];

/** The disk is full, the network fails, or something goes wrong within TAU. */
export const OF_DISK_NETWORK_AND_PROCESS: readonly Fault[] = [
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

/** The rows of the table: what concerns one process. */
export const FAULTS: readonly Fault[] = [...OF_CRASH_AND_DATABASE, ...OF_DISK_NETWORK_AND_PROCESS];
