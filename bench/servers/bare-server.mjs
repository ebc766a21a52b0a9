import { fork } from 'node:child_process';
import { dataDirIn, Server } from './server.mjs';

/** One of the bare servers, which are told all they need in one argument and answer with their ports. */
export class BareServer extends Server {
  #program;
  #settings;

  /** @param settings {{ build?: string, tls?: { certFile: string, keyFile: string } }} */
  constructor(name, program, settings) {
    super(name);
    this.#program = program;
    this.#settings = { ...settings, dataDir: dataDirIn(this.folder) };
  }

  launch(flags, env) {
    return fork(new URL(this.#program, import.meta.url), [JSON.stringify(this.#settings)], {
      execArgv: flags,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // Ctrl-C reaches the benchmark alone, which stops it in order
    });
  }

  async awaitReady() {
    const ready = await Promise.race([new Promise((resolve) => this.process.once('message', resolve)), this.exit]);
    if (!ready?.port) throw new Error(`it ended with ${ready}`);
    this.url = `ws://127.0.0.1:${ready.port}/ocpp`;
    if (ready.tlsPort) this.tlsUrl = `wss://127.0.0.1:${ready.tlsPort}/ocpp`;
    this.databaseUrl = ready.databaseUrl;
  }
}
