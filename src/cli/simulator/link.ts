import { EventEmitter } from 'node:events';
import { WebSocket } from 'ws';
import type { Clock, Timer } from '../../common/clock.js';
import { ConnectionRefusedError } from './errors.js';

export interface LinkOptions {
  /** Where stations connect, without the station id: ws://host:port/ocpp */
  readonly url: string;
  readonly stationId: string;
  readonly subprotocols: readonly string[];
  /** The Basic password; awaited at every connect. Undefined: none is sent (security profile 0). */
  readonly password: () => Promise<string | undefined>;
  readonly clock: Clock;
  /** First and longest wait before a lost connection is tried again, in milliseconds. */
  readonly backOff: { readonly minMs: number; readonly maxMs: number };
}

/** How long the other side may take to say goodbye. */
const CLOSE_TIMEOUT_MS = 1000;

interface LinkEvents {
  open: [];
  text: [string];
  close: [code: number, reason: string];
  /** The line is down; it is tried again after so many milliseconds. */
  waiting: [ms: number, reason: string];
}

/** The line to the CSMS: one WebSocket, opened again with growing pauses for as long as it is wanted. */
export class Link extends EventEmitter<LinkEvents> {
  private socket: WebSocket | undefined;
  private connecting: Promise<void> | undefined;
  private wanted = false;
  private failures = 0;
  private retry: Timer | undefined;

  constructor(private readonly options: LinkOptions) {
    super();
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Connects now. Rejects with ConnectionRefusedError where that fails, and does not try again by itself. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    await this.connect();
    this.wanted = true;
  }

  /** Hangs up and connects anew, again and again if need be. */
  async reopen(): Promise<void> {
    await this.close();
    this.wanted = true;
    await this.connect().catch((error: unknown) => this.connectLater(error));
  }

  send(text: string): void {
    this.socket?.send(text);
  }

  /** Loses the line, as a broken network would; it comes back by itself. */
  drop(): void {
    this.socket?.terminate();
  }

  /**
   * Hangs up; the line stays down until it is opened again. Resolves when the socket is closed.
   * @param abruptly without a word to the other side, as when the power goes
   */
  async close(abruptly = false): Promise<void> {
    this.wanted = false;
    this.retry?.cancel();
    const socket = this.socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    await new Promise<void>((done) => {
      socket.once('close', () => done());
      if (abruptly) return socket.terminate();
      socket.close(1000);
      setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
    });
  }

  private connect(): Promise<void> {
    this.retry?.cancel();
    this.connecting ??= this.handshake().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async handshake(): Promise<void> {
    const { url, stationId, subprotocols, password } = this.options;
    const secret = await password();
    const credentials = Buffer.from(`${stationId}:${secret}`).toString('base64');
    const socket = new WebSocket(`${url}/${encodeURIComponent(stationId)}`, [...subprotocols], {
      headers: secret === undefined ? {} : { authorization: `Basic ${credentials}` },
      perMessageDeflate: false,
      handshakeTimeout: 10_000,
    });
    this.socket = socket;
    // listens before the handshake is over: the CSMS may speak first
    socket.on('message', (data) => this.emit('text', data.toString()));
    await new Promise<void>((open, refuse) => {
      socket.once('open', open);
      socket.once('unexpected-response', (request, response) => {
        request.destroy();
        refuse(
          new ConnectionRefusedError(response.statusCode, `HTTP ${response.statusCode} ${response.statusMessage}`),
        );
      });
      socket.on('error', (error) => refuse(new ConnectionRefusedError(undefined, explain(error))));
    });
    this.failures = 0;
    socket.on('close', (code, reason) => this.lost(code, reason.toString()));
    this.emit('open');
  }

  private lost(code: number, reason: string): void {
    this.emit('close', code, reason);
    if (this.wanted) this.connectLater(new Error(`closed with ${code}${reason ? ` (${reason})` : ''}`));
  }

  /** Waits longer with every failure, and never exactly as long as the station next door. */
  private connectLater(why: unknown): void {
    if (!this.wanted) return;
    const { minMs, maxMs } = this.options.backOff;
    const pause = Math.min(maxMs, minMs * 2 ** this.failures++) * (1 + Math.random() / 4);
    this.emit('waiting', pause, why instanceof Error ? why.message : String(why));
    this.retry = this.options.clock.after(pause, () => {
      this.connect().catch((error: unknown) => this.connectLater(error));
    });
  }
}

function explain(error: Error & { code?: string; errors?: { code?: string }[] }): string {
  const code = error.code ?? error.errors?.[0]?.code;
  return code && !error.message.includes(code) ? `${error.message} ${code}`.trim() : error.message;
}
