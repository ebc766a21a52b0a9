import type { Socket } from 'node:net';

const HANDSHAKE = 0x16;
const HEADER_BYTES = 5;
/** Greetings are a few hundred bytes; with a ticket, and keys of today, two thousand. */
const LARGEST_GREETING = 8 * 1024;

/** A connection before its TLS handshake, and what it has sent so far. It is read all the time, to see when it closes. */
export class WaitingConnection {
  private greeting: Buffer | undefined;

  /**
   * @param since when it came, in milliseconds of the monotonic clock
   * @param onReady called once, as soon as a handshake can begin with what it has sent
   * @param onGone called when it has closed, or has sent what is no greeting; then there is nothing left to be done
   */
  constructor(
    private readonly socket: Socket,
    readonly since: number,
    private readonly onReady: () => void,
    private readonly onGone: () => void,
  ) {
    socket.on('readable', this.read).on('end', this.lose).on('error', this.lose).on('close', this.lose);
  }

  /** @returns its socket as though nobody had touched it */
  release(): Socket {
    const { socket } = this;
    socket.off('readable', this.read).off('end', this.lose).off('error', this.lose).off('close', this.lose);
    if (this.greeting) socket.unshift(this.greeting);
    this.greeting = undefined;
    return socket;
  }

  drop(): void {
    this.socket.destroy();
  }

  private readonly read = (): void => {
    const bytes = this.socket.read() as Buffer | null;
    if (!bytes) return;
    const wasReady = canBegin(this.greeting);
    this.greeting = this.greeting ? Buffer.concat([this.greeting, bytes]) : bytes;
    if (this.greeting.length > LARGEST_GREETING) this.lose();
    else if (!wasReady && canBegin(this.greeting)) this.onReady();
  };

  private readonly lose = (): void => {
    this.socket.destroy();
    this.onGone();
  };
}

/** Whether these are a whole record (RFC 8446, 5.1), or no TLS at all, which the handshake finds out at once. */
function canBegin(bytes: Buffer | undefined): boolean {
  if (!bytes) return false;
  if (bytes[0] !== HANDSHAKE) return true;
  return bytes.length >= HEADER_BYTES && bytes.length >= HEADER_BYTES + bytes.readUInt16BE(HEADER_BYTES - 2);
}
