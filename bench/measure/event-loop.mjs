import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { probed, Probe } from './probe/probe.mjs';

/** An idle process beside the measured ones. Its event loop delay is what the machine does to any process. */
export class IdleProcess {
  #process;
  #path = path.join(tmpdir(), `tau-bench-idle-${process.pid}.sock`);

  static async start() {
    const idle = new IdleProcess();
    const { flags, env } = probed(idle.#path);
    process.once('exit', () => rmSync(idle.#path, { force: true }));
    idle.#process = fork(new URL('probe/idle.mjs', import.meta.url), { execArgv: flags, env, detached: true });
    await once(idle.#process, 'message');
    idle.probe = await Probe.connect(idle.#path);
    return idle;
  }

  stop() {
    this.probe.close();
    this.#process.kill('SIGKILL');
  }
}

/**
 * Watches the event loop of a server and of the idle process from now on.
 * @returns a function that ends it, with milliseconds: `p99` and `max` of the server, `idleP99` and `idleMax`, and
 *   `excess`, which is what the server's p99 is beyond that of the idle process
 */
export async function watchEventLoop({ probe }, idle) {
  await Promise.all([probe.resetDelay(), idle.probe.resetDelay()]);
  return async () => {
    const [own, other] = await Promise.all([probe.delay(), idle.probe.delay()]);
    const excess = Math.max(0, own.p99 - other.p99);
    return { p99: own.p99, max: own.max, idleP99: other.p99, idleMax: other.max, excess };
  };
}
