import { fork } from 'node:child_process';
import { START_FLAGS } from '../servers/start-flags.mjs';

/** The parent's end of the load generator: each step is a message to it and its answer. See generator.mjs. */
export class LoadGenerator {
  #process = fork(new URL('generator.mjs', import.meta.url), {
    execArgv: START_FLAGS, // its own garbage collections would look like late answers
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

  /** @param options {{ url, ca?, subprotocol, identities }} */
  stations(options) {
    return this.#ask('stations', options);
  }

  /** @returns see `Arrivals.summary`, and `generatorCpu` */
  connect() {
    return this.#ask('connect');
  }

  start() {
    return this.#ask('start');
  }

  comeBack() {
    return this.#ask('comeBack');
  }

  prepare(scenario) {
    return this.#ask('prepare', { scenario });
  }

  /** @param options {{ seconds, callsPerSecond? }} */
  warmUp(options) {
    return this.#ask('warmUp', options);
  }

  /** @param options {{ seconds, due?: boolean }} */
  measure(options) {
    return this.#ask('measure', options);
  }

  /** @returns `{ transactions, failures: { reason: count } }` */
  async close() {
    const result = await this.#ask('close');
    this.kill();
    return result;
  }

  kill() {
    this.#process.kill('SIGKILL');
  }

  #ask(step, options = {}) {
    return new Promise((resolve, reject) => {
      const settle = ({ result, error }) => {
        this.#process.off('exit', exited);
        if (error) reject(new Error(`The load generator failed: ${error}`));
        else resolve(result);
      };
      const exited = (code, signal) => {
        this.#process.off('message', settle);
        reject(new Error(`The load generator ended with ${signal ?? code}.`));
      };
      this.#process.once('message', settle);
      this.#process.once('exit', exited);
      this.#process.send({ step, options });
    });
  }
}
