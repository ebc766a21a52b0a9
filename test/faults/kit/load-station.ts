import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { SUBPROTOCOLS } from '../../../src/ocpp/versions.js';
import type { Seeded } from '../../support/seeded.js';
import type { Ledger } from '../ledger.js';
import { WORDS, type Charge, type LoadVersion, type Message } from './words.js';

export type Range = readonly [from: number, to: number];

export interface LoadStationOptions {
  readonly stationId: string;
  readonly version: LoadVersion;
  readonly password: string;
  /** Where stations connect, without the station id. */
  readonly url: string;
  /** Address that it connects from; changes are seen at the next connection. */
  readonly from: () => string | undefined;
  /** Pause before each message, ms. */
  readonly pace: Range;
  /** Until it connects again, ms. */
  readonly backOff: Range;
  /** Until a message that is not answered is sent again, ms. */
  readonly answerTimeoutMs: number;
  /** After so many of those it takes the line for dead and connects anew. */
  readonly patience: number;
}

/** Told what happens to a station. Times in ms. */
export interface StationWatch {
  acknowledged(action: string, ms: number): void;
  answeredWithError(stationId: string, action: string, code: string): void;
  notAnswered(action: string): void;
  booted(answer: Record<string, unknown>): void;
  refused(status: number): void;
  closed(code: number): void;
}

type Outcome =
  | { readonly kind: 'result'; readonly payload: Record<string, unknown> }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'closed' | 'timeout' };

interface Pending {
  readonly id: string;
  settle(outcome: Outcome): void;
}

/**
 * A station reduced to what the load needs, so that one process can be hundreds: it charges one vehicle after the other,
 * one message at a time; what is not answered is sent again, in order, when the line is back. What it does follows from
 * its seed alone.
 */
export class LoadStation {
  private socket: WebSocket | undefined;
  private pending: Pending | undefined;
  private online = new Gate();
  private timeouts = 0;
  /** Transaction messages that were acknowledged to it. */
  acks = 0;
  private closing = false;
  private messages = 0;
  private charges = 0;
  private meter = 0;
  private wanted: { token: string; remoteStartId: number | undefined } | undefined;
  private stopWanted = false;
  private charge: Charge | undefined;
  private readonly retriesWithNewId: boolean;

  constructor(
    private readonly options: LoadStationOptions,
    private readonly random: Seeded,
    private readonly ledger: Ledger,
    private readonly watch: StationWatch,
  ) {
    this.retriesWithNewId = random.oneOf([true, false]);
  }

  get stationId(): string {
    return this.options.stationId;
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Connects, and again whenever the line is lost, until `close`. Resolves when it was accepted first. */
  connect(): Promise<void> {
    void this.keepConnected();
    return this.online.opened;
  }

  /** Begins no further transaction once `isOver`, and ends the last one. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.chargeOnce(isOver);
  }

  /** The line breaks without a word. */
  drop(): void {
    this.socket?.terminate();
  }

  /** Closes for good. */
  async close(): Promise<void> {
    this.closing = true;
    const { socket } = this;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close(1000);
    const cut = setTimeout(() => socket.terminate(), 2000);
    await closed;
    clearTimeout(cut);
  }

  private async chargeOnce(isOver: () => boolean): Promise<void> {
    const { version, stationId } = this.options;
    const words = WORDS[version];
    const { token, remoteStartId } = this.wanted ?? {
      token: `T${this.random.whole(0, 0xffff).toString(16).padStart(6, '0')}`,
      remoteStartId: undefined,
    };
    this.wanted = undefined;
    this.stopWanted = false;
    this.charges += 1;
    const id = version === '1.6' ? undefined : `${stationId}-${this.charges}`;
    const charge: Charge = { token, remoteStartId, id, meterStart: this.meter, meter: this.meter, seqNo: 0 };
    const readings = this.random.whole(1, 6);

    const answer = await this.deliver(words.start(charge));
    charge.id ??= answer['transactionId'] as number;
    this.charge = charge;
    for (let i = 0; i < readings && !this.stopWanted && !isOver(); i++) {
      charge.meter += this.random.whole(1, 5000);
      await this.deliver(words.meterValues(charge));
    }
    charge.meter += this.random.whole(1, 500);
    await this.deliver(words.stop(charge));
    this.charge = undefined;
    this.meter = charge.meter;
    this.ledger.closed.push({ stationId, energyWh: charge.meter - charge.meterStart });
  }

  /** Sends a transaction message until it is acknowledged. */
  private async deliver(message: Message): Promise<Record<string, unknown>> {
    const { pace, stationId } = this.options;
    if (pace[1] > 0) await wait(this.random.whole(...pace));
    const [action] = message;
    let id = String(++this.messages);
    for (;;) {
      await this.online.opened;
      this.ledger.sent += 1;
      const sentAt = performance.now();
      const outcome = await this.call(message, id);
      if (outcome.kind === 'result') {
        this.ledger.acknowledged.push({ stationId, frame: JSON.stringify([2, id, ...message]) });
        this.acks += 1;
        this.watch.acknowledged(action, performance.now() - sentAt);
        return outcome.payload;
      }
      if (outcome.kind === 'error') {
        this.watch.answeredWithError(stationId, action, outcome.code);
        await wait(100);
      }
      if (this.retriesWithNewId) id = String(++this.messages);
    }
  }

  private call([action, payload]: Message, id: string): Promise<Outcome> {
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.pending = undefined;
        if (outcome.kind !== 'timeout') this.timeouts = 0;
        resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle({ kind: 'timeout' });
        this.watch.notAnswered(action);
        if (++this.timeouts % this.options.patience === 0) this.drop();
      }, this.options.answerTimeoutMs);
      if (!this.isOpen) {
        this.shut();
        return settle({ kind: 'closed' });
      }
      this.pending = { id, settle };
      this.socket!.send(JSON.stringify([2, id, action, payload]));
    });
  }

  /** Nobody sends until the line is back. */
  private shut(): void {
    if (this.online.isOpen) this.online = new Gate();
  }

  private async keepConnected(): Promise<void> {
    while (!this.closing) {
      if (await this.open()) {
        void this.greet();
        await new Promise((closed) => this.socket!.once('close', closed));
      }
      if (!this.closing) await wait(this.random.whole(...this.options.backOff));
    }
  }

  private open(): Promise<boolean> {
    const { url, stationId, password, version } = this.options;
    const socket = new WebSocket(`${url}/${stationId}`, [SUBPROTOCOLS[version]], {
      auth: `${stationId}:${password}`,
      perMessageDeflate: false,
      localAddress: this.options.from(),
      handshakeTimeout: 10_000,
    });
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.receive(socket, data.toString()));
    socket.once('unexpected-response', (_, response) => {
      this.watch.refused(response.statusCode ?? 0);
      socket.terminate();
    });
    return new Promise((resolve) => {
      let opened = false;
      socket.once('open', () => resolve((opened = true)));
      socket.on('error', () => undefined); // its close follows
      socket.once('close', (code) => {
        if (opened && !this.closing) this.watch.closed(code);
        if (socket === this.socket) this.pending?.settle({ kind: 'closed' });
        this.shut();
        resolve(false);
      });
    });
  }

  /** After a restart of the station, not of the line, it boots; both happen. */
  private async greet(): Promise<void> {
    const words = WORDS[this.options.version];
    const { socket, online } = this;
    const greetings = [words.boot, words.status('Available'), words.status('Occupied'), words.status('Available')];
    const skipped = this.charges > 0 && this.random.whole(0, 1) === 0 ? 1 : 0;
    for (let next = skipped; next < greetings.length;) {
      const outcome = await this.call(greetings[next]!, String(++this.messages));
      if (socket !== this.socket || !this.isOpen) return;
      if (outcome.kind === 'result') {
        if (next === 0) this.watch.booted(outcome.payload);
        next += 1;
      } else {
        await wait(100);
      }
    }
    online.open();
  }

  private receive(socket: WebSocket, text: string): void {
    const [type, id, third, fourth] = JSON.parse(text) as [number, string, unknown, unknown];
    if (type === 2) {
      socket.send(JSON.stringify(this.answer(id, third as string, fourth as Record<string, unknown>)));
    } else if (id === this.pending?.id) {
      if (type === 3) this.pending.settle({ kind: 'result', payload: third as Record<string, unknown> });
      else this.pending.settle({ kind: 'error', code: third as string });
    }
  }

  /** Carries out commands to start and to stop, and writes down that it did. */
  private answer(id: string, action: string, payload: Record<string, unknown>): unknown[] {
    const accept = (command: string): unknown[] => {
      this.ledger.executed(command);
      return [3, id, { status: 'Accepted' }];
    };
    if (action === 'RemoteStartTransaction' || action === 'RequestStartTransaction') {
      if (this.wanted) return [3, id, { status: 'Rejected' }];
      const token = (payload['idTag'] ?? (payload['idToken'] as { idToken: string }).idToken) as string;
      this.wanted = { token, remoteStartId: payload['remoteStartId'] as number | undefined };
      return accept(`start ${token}`);
    }
    if (action === 'RemoteStopTransaction' || action === 'RequestStopTransaction') {
      const transactionId = payload['transactionId'] as string | number;
      if (transactionId !== this.charge?.id) return [3, id, { status: 'Rejected' }];
      this.stopWanted = true;
      return accept(`stop ${this.stationId} ${transactionId}`);
    }
    return [4, id, 'NotImplemented', '', {}];
  }
}

/** Closed until it is opened once. */
class Gate {
  isOpen = false;
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = () => {
      this.isOpen = true;
      resolve();
    };
  });
}
