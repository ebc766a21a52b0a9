import { afterEach } from '@jest/globals';
import { WebSocket, type ClientOptions } from 'ws';
import { within } from '../../src/cli/simulator/index.js';
import { SUBPROTOCOLS, type OcppVersion } from '../../src/ocpp/versions.js';
import type { TestCsms } from './csms.js';
import { exchangesOf } from './exchanges.js';

/** The least that a BootNotification has to say. */
export const BOOT: Record<OcppVersion, object> = {
  '1.6': { chargePointVendor: 'Vendor', chargePointModel: 'Model' },
  '2.0': { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model' } },
  '2.0.1': { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model' } },
};

/** How a raw station comes to its line, where that is not the ordinary way. */
export interface RawOptions extends ClientOptions {
  readonly url?: string;
  readonly subprotocols?: readonly string[];
  readonly user?: string;
  readonly password?: string | Buffer;
}

/** A line without a station's manners: sends what it is told, and hands out what comes, text by text. */
export class RawStation {
  /** How the line was closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly arrived: string[] = [];
  private readonly readers: ((text: string) => void)[] = [];
  private readonly note: ReturnType<typeof exchangesOf>;

  private constructor(
    readonly stationId: string,
    readonly version: OcppVersion,
    readonly socket: WebSocket,
  ) {
    this.note = exchangesOf(version);
    this.closed = new Promise((tell) =>
      socket.once('close', (code, reason) => tell({ code, reason: reason.toString() })),
    );
    socket.on('error', () => undefined); // told by `closed`
    socket.on('message', (data) => this.arrive(data.toString()));
  }

  /** Registers the station and opens its line; says nothing yet. Rejects where the upgrade is refused. */
  static async connect(
    csms: TestCsms,
    stationId: string,
    version: OcppVersion,
    { url, subprotocols = [SUBPROTOCOLS[version]], user = stationId, password, ...options }: RawOptions = {},
  ): Promise<RawStation> {
    const secret = password ?? (await csms.given.station(stationId));
    const credentials = Buffer.concat([Buffer.from(`${user}:`), Buffer.from(secret)]).toString('base64');
    const socket = new WebSocket(url ?? `${csms.ocppUrl}/${encodeURIComponent(stationId)}`, [...subprotocols], {
      headers: { authorization: `Basic ${credentials}` },
      perMessageDeflate: false,
      ...options,
    });
    const station = new RawStation(stationId, version, socket);
    await new Promise<void>((open, refuse) => {
      socket.once('open', open);
      socket.once('error', refuse);
    });
    return station;
  }

  /** As `connect`, and accepted. */
  static async booted(csms: TestCsms, stationId: string, version: OcppVersion, options?: RawOptions) {
    const station = await RawStation.connect(csms, stationId, version, options);
    const answer = await station.ask(JSON.stringify([2, 'boot', 'BootNotification', BOOT[version]]));
    if (!answer.includes('"Accepted"')) throw new Error(`not accepted: ${answer}`);
    return station;
  }

  send(data: string | Buffer): void {
    if (typeof data === 'string') this.note('sent', data);
    this.socket.send(data);
  }

  /** The next text that nobody has read yet; waits for it, unless the line is closed. */
  next(withinMs = 5000): Promise<string> {
    const text = this.arrived.shift();
    if (text !== undefined) return Promise.resolve(text);
    const arrival = new Promise<string>((read) => this.readers.push(read));
    const cut = this.closed.then(({ code, reason }) => {
      throw new Error(`the line was closed with ${code} ${reason}`);
    });
    return within(withinMs, 'a message of the CSMS', Promise.race([arrival, cut]));
  }

  ask(text: string, withinMs?: number): Promise<string> {
    this.send(text);
    return this.next(withinMs);
  }

  /** Switches it off. Safe to call on a line that is closed. */
  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.socket.terminate();
    await this.closed;
  }

  private arrive(text: string): void {
    this.note('received', text);
    const reader = this.readers.shift();
    if (reader) reader(text);
    else this.arrived.push(text);
  }
}

/** Raw stations of a test file, each switched off after its test. */
export function rawStations(csms: TestCsms) {
  const open: RawStation[] = [];
  const keep = async (arriving: Promise<RawStation>): Promise<RawStation> => {
    const station = await arriving;
    open.push(station);
    return station;
  };
  afterEach(async () => void (await Promise.all(open.splice(0).map((station) => station.close()))));
  return {
    connected: (stationId: string, version: OcppVersion, options?: RawOptions) =>
      keep(RawStation.connect(csms, stationId, version, options)),
    booted: (stationId: string, version: OcppVersion, options?: RawOptions) =>
      keep(RawStation.booted(csms, stationId, version, options)),
  };
}
