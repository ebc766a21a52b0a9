import { styleText } from 'node:util';
/** Longer payloads are cut in the terminal; TAU keeps them whole in its message log. */
const SHOWN_CHARACTERS = 500;
const KIND_STYLES = {
    CALL: 'bold',
    CALLRESULT: 'reset',
    CALLERROR: 'red',
    unreadable: 'red',
};
/** Writes what happens: frames with their direction, and sentences. Colours only where somebody looks. */
export class Printer {
    write;
    coloured;
    constructor(write = (line) => void process.stdout.write(`${line}\n`), coloured = process.stdout.isTTY && !process.env['NO_COLOR']) {
        this.write = write;
        this.coloured = coloured;
    }
    /** `12:00:00.123 -> BootNotification 3f2a99c1 {"reason":"PowerUp",...}` */
    frame({ at, direction, kind, action, messageId, payload, text }) {
        const sent = direction === 'sent';
        const arrow = this.paint(sent ? 'cyan' : 'green', sent ? '->' : '<-');
        const answer = kind === 'CALL' ? '' : kind === 'CALLERROR' ? ' error' : ' answer';
        const body = kind === 'unreadable' ? text : JSON.stringify(payload);
        const shown = body.length > SHOWN_CHARACTERS ? `${body.slice(0, SHOWN_CHARACTERS)}...` : body;
        const title = this.paint(KIND_STYLES[kind], `${action ?? 'unknown'}${answer}`);
        this.write(`${this.time(at)} ${arrow} ${title} ${this.paint('dim', messageId.slice(0, 8))} ${shown}`);
    }
    /** Something that happens at the station. */
    note(sentence) {
        this.write(`${this.time(new Date())} ${this.paint('yellow', `** ${sentence}`)}`);
    }
    plain(text) {
        this.write(text);
    }
    time(at) {
        return this.paint('dim', at.toISOString().slice(11, 23));
    }
    paint(style, text) {
        return this.coloured && style !== 'reset' ? styleText(style, text) : text;
    }
}
//# sourceMappingURL=frame-printer.js.map