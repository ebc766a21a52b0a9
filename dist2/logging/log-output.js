import { writeSync } from 'node:fs';
/** What is kept of a log that cannot be written, bytes; further lines are left out and counted. */
const MOST_WAITING = 262_144;
/**
 * Where the log goes: a file descriptor, the standard output by default. A full disk, a reader that is slow or gone must
 * hold up nothing else: what cannot be written waits for the next line, and what is too much is left out. (The stream
 * that pino brings waits for room instead, and everything with it.)
 */
export class LogOutput {
    fd;
    most;
    waiting = Buffer.alloc(0);
    missing = 0;
    constructor(fd = 1, most = MOST_WAITING) {
        this.fd = fd;
        this.most = most;
    }
    write(line) {
        if (this.waiting.length === 0)
            return this.put(Buffer.from(line));
        if (this.waiting.length + line.length > this.most)
            this.missing += 1;
        else
            this.waiting = Buffer.concat([this.waiting, Buffer.from(line)]);
        this.put(this.waiting);
    }
    put(bytes) {
        let written = 0;
        try {
            while (written < bytes.length)
                written += writeSync(this.fd, bytes, written);
            this.waiting = Buffer.alloc(0);
            this.tellMissing();
        }
        catch {
            this.waiting = bytes.subarray(written);
        }
    }
    tellMissing() {
        if (this.missing === 0)
            return;
        const msg = `${this.missing} lines were left out, because the log could not be written`;
        this.missing = 0;
        this.put(Buffer.from(`${JSON.stringify({ level: 40, time: Date.now(), context: 'Log', msg })}\n`));
    }
}
//# sourceMappingURL=log-output.js.map