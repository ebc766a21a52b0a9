import { fork } from 'node:child_process';

/** The parent's end of the load generator: each step is a message to it and its answer. */
export class LoadGenerator {
  #process = fork(new URL('generator.mjs', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

  /** @param options {{ url, subprotocol, scenario?, identities }} without a scenario the stations only connect and boot */
  connect(options) {
    return this.#ask('connect', options);
  }

  warmUp(seconds) {
    return this.#ask('warmUp', { seconds });
  }

  measure(seconds) {
    return this.#ask('measure', { seconds });
  }

  /** @returns what went wrong, as `{ reason: count }` */
  async close() {
    const failures = await this.#ask('close');
    this.kill();
    return failures;
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
