import { once } from 'node:events';
import { WebSocket } from 'ws';
import { within } from '../../../src/cli/simulator/deadline.js';
import { SUBPROTOCOLS } from '../../../src/ocpp/versions.js';
import type { Operator } from '../../support/operator.js';
import { WORDS, type LoadVersion, type Message } from './words.js';

/** A frame that answers a CALL: `[3, id, payload]` or `[4, id, code, description, details]`. */
export type Answer = readonly [type: number, id: string, ...rest: unknown[]];

/** A station beside the load that does what a row tells it. The books know nothing of it. */
export class Visitor {
  /** How it was closed. */
  readonly closed: Promise<number>;
  /** Commands that came, and whether they are answered. */
  commands = 0;
  answersCommands = true;
  private messages = 0;
  private readonly waiting = new Map<string, (answer: Answer) => void>();

  private constructor(
    readonly stationId: string,
    readonly version: LoadVersion,
    readonly socket: WebSocket,
  ) {
    this.closed = new Promise((tell) => socket.once('close', tell));
    socket.on('error', () => undefined); // told by `closed`
    socket.on('message', (data: Buffer) => this.receive(data.toString()));
  }

  /** Registers it and opens its line; rejects where the handshake is refused. */
  static async connect(operator: Operator, url: string, stationId: string, version: LoadVersion): Promise<Visitor> {
    const { password } = await operator.register({ stationId });
    return Visitor.connectWith(password!, url, stationId, version);
  }

  static async connectWith(password: string, url: string, stationId: string, version: LoadVersion): Promise<Visitor> {
    const socket = new WebSocket(`${url}/${stationId}`, [SUBPROTOCOLS[version]], {
      auth: `${stationId}:${password}`,
      perMessageDeflate: false,
    });
    const visitor = new Visitor(stationId, version, socket);
    await once(socket, 'open');
    return visitor;
  }

  /** As `connect`, and accepted. */
  static async booted(operator: Operator, url: string, stationId: string, version: LoadVersion): Promise<Visitor> {
    const visitor = await Visitor.connect(operator, url, stationId, version);
    await visitor.ask(WORDS[version].boot);
    return visitor;
  }

  /** Rejects when there is no answer. */
  ask([action, payload]: Message, withinMs = 10_000): Promise<Answer> {
    const id = `v${++this.messages}`;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify([2, id, action, payload]));
    return within(withinMs, `an answer to ${action}`, answered);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.socket.terminate();
    await this.closed;
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as Answer;
    if (frame[0] !== 2) return this.waiting.get(frame[1])?.(frame);
    this.commands += 1;
    if (this.answersCommands) this.socket.send(JSON.stringify([3, frame[1], { status: 'Accepted' }]));
  }
}

/** Of a handshake that is tried: the status that it is refused with, 101 where it succeeds, 0 where nobody listens. */
export function knock(url: string, stationId: string, password: string): Promise<number> {
  const socket = new WebSocket(`${url}/${stationId}`, [SUBPROTOCOLS['1.6']], { auth: `${stationId}:${password}` });
  return new Promise((resolve) => {
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.once('error', () => resolve(0));
  });
}
