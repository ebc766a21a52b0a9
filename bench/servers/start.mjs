import { fork } from 'node:child_process';
import { dataDirIn, Server, temporaryFolder } from './server.mjs';
import { startTau } from './tau.mjs';

async function startBareServer(name, program, folder, args, { inspect }) {
  const child = fork(new URL(program, import.meta.url), args, {
    execArgv: inspect ? ['--inspect=127.0.0.1:0'] : [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // Ctrl-C reaches the benchmark alone, which stops it in order
  });
  const server = new Server(name, child, folder);
  const ready = await Promise.race([new Promise((resolve) => child.once('message', resolve)), server.exit]);
  if (!ready?.port) throw new Error(`${name} did not start:\n${server.complaints.join('\n')}`);
  server.url = `ws://127.0.0.1:${ready.port}/ocpp`;
  server.databaseUrl = ready.databaseUrl;
  return server;
}

/** What the benchmark knows how to start: `(options: { build: string, inspect?: boolean }) => Promise<Server>` */
export const start = {
  bare: (options) => startBareServer('bare ws', 'bare.mjs', undefined, [], options),
  'bare-pg': (options) => {
    const folder = temporaryFolder();
    return startBareServer('bare ws + pg', 'bare-pg.mjs', folder, [options.build, dataDirIn(folder)], options);
  },
  tau: startTau,
};
