import { styleText } from 'node:util';
import type { Frame } from './simulator/index.js';

type Style = Parameters<typeof styleText>[0];

/** Longer payloads are cut in the terminal; TAU keeps them whole in its message log. */
const SHOWN_CHARACTERS = 500;

const KIND_STYLES: Record<Frame['kind'], Style> = {
  CALL: 'bold',
  CALLRESULT: 'reset',
  CALLERROR: 'red',
  unreadable: 'red',
};

/** Writes what happens: frames with their direction, and sentences. Colours only where somebody looks. */
export class Printer {
  constructor(
    private readonly write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
    private readonly coloured = process.stdout.isTTY && !process.env['NO_COLOR'],
  ) {}

  /** `12:00:00.123 -> BootNotification 3f2a99c1 {"reason":"PowerUp",...}` */
  frame({ at, direction, kind, action, messageId, payload, text }: Frame): void {
    const sent = direction === 'sent';
    const arrow = this.paint(sent ? 'cyan' : 'green', sent ? '->' : '<-');
    const answer = kind === 'CALL' ? '' : kind === 'CALLERROR' ? ' error' : ' answer';
    const body = kind === 'unreadable' ? text : JSON.stringify(payload);
    const shown = body.length > SHOWN_CHARACTERS ? `${body.slice(0, SHOWN_CHARACTERS)}...` : body;
    const title = this.paint(KIND_STYLES[kind], `${action ?? 'unknown'}${answer}`);
    this.write(`${this.time(at)} ${arrow} ${title} ${this.paint('dim', messageId.slice(0, 8))} ${shown}`);
  }

  /** Something that happens at the station. */
  note(sentence: string): void {
    this.write(`${this.time(new Date())} ${this.paint('yellow', `** ${sentence}`)}`);
  }

  plain(text: string): void {
    this.write(text);
  }

  private time(at: Date): string {
    return this.paint('dim', at.toISOString().slice(11, 23));
  }

  private paint(style: Style, text: string): string {
    return this.coloured && style !== 'reset' ? styleText(style, text) : text;
  }
}
