export const progress = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

/**
 * Measures both servers in turn, in changing order: what disturbs a while disturbs both.
 * @returns `{ baseline: name, rounds: [{ baseline, tau }] }`
 */
export async function alternate(rounds, { baseline, tau }, measure) {
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    const pair = {};
    const order = round % 2 === 0 ? ['baseline', 'tau'] : ['tau', 'baseline'];
    for (const which of order) pair[which] = await measure(which === 'tau' ? tau : baseline);
    pairs.push(pair);
  }
  return { baseline: baseline.name, rounds: pairs };
}
