import { quietRounds } from '../measure/stolen-time.mjs';

export const progress = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

/**
 * Measures both servers in turn, in changing order: what disturbs a while disturbs both.
 * @returns `{ baseline: name, rounds: [{ baseline, tau }], discarded }`
 */
export async function alternate(rounds, { baseline, tau }, measure) {
  const measurePair = async (round) => {
    const pair = {};
    const order = round % 2 === 0 ? ['baseline', 'tau'] : ['tau', 'baseline'];
    for (const which of order) pair[which] = await measure(which === 'tau' ? tau : baseline);
    return pair;
  };
  const stolenOf = (pair) => Math.max(pair.baseline.stolen, pair.tau.stolen);
  return { baseline: baseline.name, ...(await quietRounds(rounds, measurePair, stolenOf)) };
}
