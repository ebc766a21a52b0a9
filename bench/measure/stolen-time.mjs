// CPU time that the host of a virtual machine gives to others, from /proc/stat. Linux only.
import { readFileSync } from 'node:fs';

/** Fields of the line `cpu` in proc(5): user, nice, system, idle, iowait, irq, softirq, steal. */
const STEAL = 7;
const FIELDS = 8; // guest times behind them are counted in user and nice already

/** The share of all CPU time, 0 to 1, that was stolen between two readings of /proc/stat. */
export function stolenBetween(earlier, later) {
  const ticks = (text) =>
    text
      .split('\n', 1)[0]
      .split(/ +/)
      .slice(1, 1 + FIELDS)
      .map(Number);
  const before = ticks(earlier);
  const passed = ticks(later).map((value, field) => value - before[field]);
  const all = passed.reduce((sum, value) => sum + value, 0);
  return all === 0 ? 0 : passed[STEAL] / all;
}

const readCpuTimes = () => readFileSync('/proc/stat', 'utf8');

/** What `task` resolves with, and as `stolen` the share of all CPU time that was stolen meanwhile. */
export async function withStolenTime(task) {
  const before = readCpuTimes();
  const result = await task();
  return { ...result, stolen: stolenBetween(before, readCpuTimes()) };
}

/** With more than this share stolen a round says more of the neighbours than of the server. */
const TOLERABLE = 0.02;
/** So many rounds for each that is wanted, at most. */
const MOST = 3;

/**
 * Measures until there are `wanted` rounds in which the host took next to nothing, within limits, and keeps those in
 * which it took least. What the rounds came to has no part in it.
 * @param measure gets the number of the round, from 0
 * @param stolenOf the share that was stolen in a round
 * @returns {Promise<{ rounds: object[], discarded: number }>}
 */
export async function quietRounds(wanted, measure, stolenOf = ({ stolen }) => stolen) {
  const measured = [];
  const quiet = () => measured.filter((round) => stolenOf(round) <= TOLERABLE).length;
  while (quiet() < wanted && measured.length < wanted * MOST) measured.push(await measure(measured.length));
  const rounds = measured.toSorted((a, b) => stolenOf(a) - stolenOf(b)).slice(0, wanted);
  return { rounds, discarded: measured.length - rounds.length };
}
