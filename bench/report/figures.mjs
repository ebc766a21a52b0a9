// What several tables and the targets are computed from.
import { median, medianOf } from '../measure/statistics.mjs';

/**
 * TAU's figure over that of the bare server in each round: the middle one, the least and the greatest.
 * @param rounds `[{ baseline, tau }]`
 */
export function ratio(rounds, read) {
  const ratios = rounds.map(({ baseline, tau }) => read(tau) / read(baseline));
  return { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) };
}

/** Calls per CPU-second. */
export const efficiency = ({ rounds }) => ratio(rounds, ({ callsPerCpuSecond }) => callsPerCpuSecond);

/** How late the event loop was beyond that of the idle process, p99 in ms. */
export const lateness = (measured) => medianOf(measured, ({ loop }) => loop.excess);

/** One entry for each storm and what its stations did, `start` or `reconnect`; `rounds` are the times they did it. */
export const stormsByKind = (storms) =>
  storms.flatMap(({ instants, discarded, ...storm }) =>
    ['start', 'reconnect']
      .map((what) => ({
        ...storm,
        what,
        rounds: instants.filter((instant) => instant.what === what),
        discarded: what === 'reconnect' ? discarded : 0, // who starts does so once
      }))
      .filter(({ rounds }) => rounds.length > 0),
  );

export const ofTau = (measured) => measured.filter(({ server }) => server === 'TAU');
