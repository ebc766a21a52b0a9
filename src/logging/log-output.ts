import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** What is kept of a log that cannot be written, bytes; further lines are left out and counted. */
const MOST_WAITING = 262_144;

/** When a thousand stations go at once, a system call for each of their lines would hold up everybody else. */
const MOST_OF_A_TURN = 65_536;

/**
 * Where the log goes: a file descriptor, the standard output by default. The first line of a turn of the event loop is
 * written at once, what follows in the same turn together at its end. A full disk, a reader that is slow or gone must
 * hold up nothing else: what cannot be written waits for the next line, and what is too much is left out. (The stream
 * that pino brings waits for room instead, and everything with it.)
 */
export class LogOutput implements DestinationStream {
  private waiting: Buffer = Buffer.alloc(0);
  private missing = 0;
  /** What was said in this turn after its first line. */
  private turn: string[] | undefined;
  private turnLength = 0;

  constructor(
    private readonly fd = 1,
    private readonly most = MOST_WAITING,
  ) {}

  write(line: string): void {
    if (this.turn) {
      // the process may end in this very turn
      if (this.turn.length === 0) process.once('exit', this.endTurn);
      this.turn.push(line);
      this.turnLength += line.length;
      if (this.turnLength > Math.min(MOST_OF_A_TURN, this.most)) this.writeTurn(this.turn);
      return;
    }
    this.turn = [];
    setImmediate(this.endTurn);
    this.add([line]);
  }

  private readonly endTurn = (): void => {
    if (this.turn) this.writeTurn(this.turn);
    this.turn = undefined;
  };

  private writeTurn(lines: string[]): void {
    process.off('exit', this.endTurn);
    if (lines.length > 0) this.add(lines.splice(0));
    this.turnLength = 0;
  }

  private add(lines: readonly string[]): void {
    const fits = this.waiting.length === 0 ? lines : this.fitting(lines);
    this.missing += lines.length - fits.length;
    this.put(Buffer.concat([this.waiting, Buffer.from(fits.join(''))]));
  }

  private fitting(lines: readonly string[]): readonly string[] {
    let length = this.waiting.length;
    const end = lines.findIndex((line) => (length += line.length) > this.most);
    return end < 0 ? lines : lines.slice(0, end);
  }

  private put(bytes: Buffer): void {
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.fd, bytes, written);
      this.waiting = Buffer.alloc(0);
      this.tellMissing();
    } catch {
      this.waiting = bytes.subarray(written);
    }
  }

  private tellMissing(): void {
    if (this.missing === 0) return;
    const msg = `${this.missing} lines were left out, because the log could not be written`;
    this.missing = 0;
    this.put(Buffer.from(`${JSON.stringify({ level: 40, time: Date.now(), context: 'Log', msg })}\n`));
  }
}
