const MOST_BYTES = 64 << 20;

/**
 * Bytes of CALLs that wait to be handled, of all stations together. Each station may have a little waiting; when
 * everybody's little becomes too much, because the database is away or slow, each is read one message at a time.
 */
export class InboundBudget {
  private bytes = 0;

  constructor(private readonly most: number = MOST_BYTES) {}

  take(bytes: number): void {
    this.bytes += bytes;
  }

  giveBack(bytes: number): void {
    this.bytes -= bytes;
  }

  get isExceeded(): boolean {
    return this.bytes > this.most;
  }

  /** Bytes that wait. */
  get taken(): number {
    return this.bytes;
  }
}
