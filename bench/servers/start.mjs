import { BareServer } from './bare-server.mjs';
import { Tau } from './tau.mjs';

/**
 * What the benchmark knows how to start. `options`: `build`, the folder of TAU's build, and `tls`, certificate files for
 * those that shall serve TLS too.
 */
export const start = {
  bare: ({ tls }) => new BareServer('bare ws', 'bare.mjs', { tls }).start(),
  'bare-pg': ({ build }) => new BareServer('bare ws + pg', 'bare-pg.mjs', { build }).start(),
  tau: (options) => new Tau(options).start(),
};

/** Starts servers by their kinds for as long as `work` takes, and stops those that run, whatever happens. */
export async function withServers(kinds, options, work) {
  const servers = new Map();
  try {
    for (const kind of kinds) servers.set(kind, await start[kind](options));
    return await work(servers);
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}
