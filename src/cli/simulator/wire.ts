import { EventEmitter } from 'node:events';
import type { Clock } from '../../common/clock.js';
import { within } from './deadline.js';
import { readFrame, type Frame, type Payload } from './frames.js';
import type { Link } from './link.js';
import type { Outbox } from './outbox.js';

interface WireEvents {
  frame: [Frame];
  call: [messageId: string, action: string, payload: Payload];
}

/** Between the line and the station: sorts what arrives, and keeps what went by. */
export class Wire extends EventEmitter<WireEvents> {
  /** Oldest first. */
  readonly frames: Frame[] = [];
  private readonly actions = new Map<string, string>();
  private readonly rawReaders: { messageId: string; read: (frame: Frame) => void }[] = [];

  constructor(
    private readonly link: Link,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly keptFrames: number,
  ) {
    super();
    link.on('text', (text) => this.receive(text));
  }

  send(text: string): void {
    this.record(readFrame('sent', text, this.clock.now(), (id) => this.take(`received ${id}`)));
    this.link.send(text);
  }

  /** Sends a text as it stands, past the queue; resolves with the answer to its message id, or to none of ours. */
  async sendRaw(text: string, timeoutMs: number): Promise<Frame> {
    const { messageId } = readFrame('sent', text, this.clock.now(), () => undefined);
    const reader = { messageId, read: (_: Frame): void => {} };
    const answer = new Promise<Frame>((read) => (reader.read = read));
    this.rawReaders.push(reader);
    this.send(text);
    return within(timeoutMs, `an answer to ${text.slice(0, 100)}`, answer).finally(() => this.forget(reader));
  }

  private receive(text: string): void {
    const frame = readFrame('received', text, this.clock.now(), (id) => this.take(`sent ${id}`));
    this.record(frame);
    if (frame.kind === 'CALL') this.emit('call', frame.messageId, frame.action ?? '', frame.payload);
    else if (!this.readRaw(frame)) this.outbox.settle(frame);
  }

  /** An answer to a frame that the CSMS could not read bears no id, or "-1". */
  private readRaw(frame: Frame): boolean {
    const ours = this.rawReaders.find(({ messageId }) => messageId === frame.messageId);
    const reader = ours ?? (frame.action === undefined ? this.rawReaders[0] : undefined);
    if (reader) this.forget(reader);
    reader?.read(frame);
    return reader !== undefined;
  }

  private forget(reader: (typeof this.rawReaders)[number]): void {
    const index = this.rawReaders.indexOf(reader);
    if (index >= 0) this.rawReaders.splice(index, 1);
  }

  private record(frame: Frame): void {
    if (frame.kind === 'CALL') this.actions.set(`${frame.direction} ${frame.messageId}`, frame.action ?? '');
    if (this.frames.push(frame) > this.keptFrames) this.frames.shift();
    this.emit('frame', frame);
  }

  private take(key: string): string | undefined {
    const action = this.actions.get(key);
    this.actions.delete(key);
    return action;
  }
}
