import { EventEmitter } from 'node:events';
import { within } from './deadline.js';
import { readFrame } from './frames.js';
/** Between the line and the station: sorts what arrives, and keeps what went by. */
export class Wire extends EventEmitter {
    link;
    outbox;
    clock;
    keptFrames;
    /** Oldest first. */
    frames = [];
    actions = new Map();
    rawReaders = [];
    constructor(link, outbox, clock, keptFrames) {
        super();
        this.link = link;
        this.outbox = outbox;
        this.clock = clock;
        this.keptFrames = keptFrames;
        link.on('text', (text) => this.receive(text));
    }
    send(text) {
        this.record(readFrame('sent', text, this.clock.now(), (id) => this.take(`received ${id}`)));
        this.link.send(text);
    }
    /** Sends a text as it stands, past the queue; resolves with the answer to its message id, or to none of ours. */
    async sendRaw(text, timeoutMs) {
        const { messageId } = readFrame('sent', text, this.clock.now(), () => undefined);
        const reader = { messageId, read: (_) => { } };
        const answer = new Promise((read) => (reader.read = read));
        this.rawReaders.push(reader);
        this.send(text);
        return within(timeoutMs, `an answer to ${text.slice(0, 100)}`, answer).finally(() => this.forget(reader));
    }
    receive(text) {
        const frame = readFrame('received', text, this.clock.now(), (id) => this.take(`sent ${id}`));
        this.record(frame);
        if (frame.kind === 'CALL')
            this.emit('call', frame.messageId, frame.action ?? '', frame.payload);
        else if (!this.readRaw(frame))
            this.outbox.settle(frame);
    }
    /** An answer to a frame that the CSMS could not read bears no id, or "-1". */
    readRaw(frame) {
        const ours = this.rawReaders.find(({ messageId }) => messageId === frame.messageId);
        const reader = ours ?? (frame.action === undefined ? this.rawReaders[0] : undefined);
        if (reader)
            this.forget(reader);
        reader?.read(frame);
        return reader !== undefined;
    }
    forget(reader) {
        const index = this.rawReaders.indexOf(reader);
        if (index >= 0)
            this.rawReaders.splice(index, 1);
    }
    record(frame) {
        if (frame.kind === 'CALL')
            this.actions.set(`${frame.direction} ${frame.messageId}`, frame.action ?? '');
        if (this.frames.push(frame) > this.keptFrames)
            this.frames.shift();
        this.emit('frame', frame);
    }
    take(key) {
        const action = this.actions.get(key);
        this.actions.delete(key);
        return action;
    }
}
//# sourceMappingURL=wire.js.map