import { rmSync } from 'node:fs';
import { measureConnects, measureMemory, measureStorm } from '../phases/connections.mjs';
import { makeCertificate } from '../servers/certificate.mjs';
import { temporaryFolder } from '../servers/server.mjs';
import { withServers } from '../servers/start.mjs';
import { openFileLimit, readServers } from '../settings.mjs';
import { alternate, progress } from './alternate.mjs';

/** So many stations start and reconnect at the same instant, beside the number that was asked for. */
const SMALL_STORMS = [50, 500];
/** Files that a process has open beside its stations' sockets. */
const OTHER_FILES = 200;

/**
 * Stations that connect, that come back all at once, and that stay idle.
 * @returns `{ database, connects, storms, memory }`, without what was not asked for
 */
export async function compareConnections(options, idle) {
  const folder = temporaryFolder();
  try {
    const certificate = makeCertificate(folder);
    if (!certificate) progress('there is no openssl: TLS is not measured');
    const serverOptions = { build: options.build, tls: certificate };
    return await withServers(['bare', 'tau'], serverOptions, (servers) =>
      new Connections(servers.get('bare'), servers.get('tau'), { options, certificate, idle }).compare(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Connections {
  #unused = 0; // number of the first station that has never been connected

  constructor(baseline, tau, { options, certificate, idle }) {
    Object.assign(this, { baseline, tau, options, certificate, idle });
  }

  async compare() {
    const asked = (scenario) => this.options.scenarios.includes(scenario);
    const database = await readServers([this.tau]);
    return {
      database,
      ...(asked('connect') && { connects: await this.#connects() }),
      ...(asked('reconnect') && { storms: await this.#storms() }),
      ...(asked('memory') && { memory: await this.#memory() }),
    };
  }

  async #connects() {
    const { subprotocols, rounds } = this.options;
    const connections = this.#within(this.options.stations.connect);
    await this.tau.register(connections);
    this.#unused = connections;
    const results = [];
    for (const subprotocol of subprotocols) {
      progress(`connect ${subprotocol}`);
      const phase = { subprotocol, transport: 'ws', connections };
      const measure = (server) => measureConnects(server, phase, this);
      for (const server of [this.baseline, this.tau]) await measure(server); // both sides compile their code
      results.push({ subprotocol, connections, ...(await alternate(rounds, this, measure)) });
    }
    return results;
  }

  /** In the greatest storm known stations come back, in the small ones others start too. */
  async #storms() {
    const { subprotocols, rounds, stations } = this.options;
    const greatest = this.#within(stations.reconnect);
    const small = SMALL_STORMS.filter((connections) => connections < greatest);
    await this.tau.register(greatest);
    this.#unused = Math.max(this.#unused, greatest);
    const results = [];
    for (const subprotocol of subprotocols) {
      for (const transport of this.#transports()) {
        const storm = async (server, connections, first) => {
          progress(`reconnect ${subprotocol} ${transport} ${connections}, ${server.name}`);
          const phase = { subprotocol, transport, connections, certificate: this.certificate };
          const measured = await measureStorm(server, { ...phase, first, times: rounds }, this);
          results.push({ subprotocol, transport, connections, server: server.name, ...measured });
        };
        if (this.#serves(this.tau, transport)) {
          for (const connections of small) await storm(this.tau, connections, await this.#neverSeen(connections));
          await storm(this.tau, greatest);
        }
        // shows how much of it is the machine's and the load generator's
        await storm(this.baseline, greatest);
      }
    }
    return results;
  }

  /** Registers stations that have never been connected. @returns the number of the first */
  async #neverSeen(connections) {
    const first = this.#unused;
    this.#unused += connections;
    await this.tau.register(this.#unused);
    return first;
  }

  /** Each in a fresh process: memory that earlier connections gave back would be used again, and not be counted. */
  async #memory() {
    const connections = this.#within(this.options.stations.memory);
    progress(`registering ${connections} stations`);
    await this.tau.register(connections);
    const subprotocol = this.options.subprotocols.at(-1);
    const results = [];
    for (const transport of this.#transports()) {
      for (const server of [this.baseline, this.tau].filter((one) => this.#serves(one, transport))) {
        progress(`memory ${transport}, ${server.name}`);
        await server.restart();
        const phase = { subprotocol, transport, connections, seconds: this.options.seconds };
        const measured = await measureMemory(server, { ...phase, certificate: this.certificate }, this);
        results.push({ subprotocol, transport, connections, server: server.name, ...measured });
      }
    }
    return results;
  }

  #transports() {
    return this.certificate ? ['ws', 'wss'] : ['ws'];
  }

  #serves(server, transport) {
    return transport === 'ws' || server.tlsUrl !== undefined;
  }

  /** Client and server need one open file each for every connection. */
  #within(connections) {
    const most = openFileLimit() - OTHER_FILES;
    if (connections > most) throw new Error(`${connections} connections need more open files: raise \`ulimit -n\`.`);
    return connections;
  }
}
