import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const INSIDE = new URL('inside.mjs', import.meta.url).href;

/** What a process has to be started with to be asked: flags of node and environment. */
export const probed = (path) => ({ flags: ['--import', INSIDE], env: { BENCH_PROBE: path } });

/** Asks a running process about itself, over the socket that its preloaded part listens on. */
export class Probe {
  #socket;
  #lines;

  static async connect(path) {
    const probe = new Probe();
    const socket = connect(path);
    await once(socket, 'connect');
    probe.#socket = socket.on('error', () => {}); // it ends with its process
    probe.#lines = createInterface(socket)[Symbol.asyncIterator]();
    return probe;
  }

  /** From now on the event loop is watched. */
  resetDelay() {
    return this.#ask('resetDelay');
  }

  /** @returns {Promise<{ p99: number, max: number }>} milliseconds between ticks of 10 ms, since the reset */
  delay() {
    return this.#ask('delay');
  }

  /** Bytes of JavaScript with its buffers after garbage was collected, and its pages were given back. */
  async heapAfterCollection() {
    for (let i = 0; i < 3; i++) {
      await this.#ask('collectGarbage'); // the first ones leave what waits for finalizers
      await sleep(300);
    }
    return this.#ask('heap');
  }

  close() {
    this.#socket.destroy();
  }

  /** One question at a time. */
  async #ask(question) {
    this.#socket.write(`${question}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The process under measurement has ended.');
    return JSON.parse(value).answer;
  }
}
