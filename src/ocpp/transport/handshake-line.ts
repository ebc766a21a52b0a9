/** Where one handshake stands in line. */
export interface Place {
  /**
   * Waits until the connection may be opened: few at a time, in the order of asking. False where the place was given up
   * meanwhile.
   */
  turn(): Promise<boolean>;
  /** Gives the place up. Doing so twice does no harm. */
  leave(): void;
}

/**
 * The handshakes that are under way. To check credentials many may be inside at once, since their look-ups share
 * queries; to be connected and booted they take turns, so that a storm of ten thousand is admitted at the rate that the
 * database keeps up with. Who has no credentials never takes a turn, and so takes none away.
 */
export class HandshakeLine {
  private inside = 0;
  private connecting = 0;
  private readonly waiting = new Set<() => void>();
  /** Those that were let through in this turn of the event loop. */
  private inTurn = 0;

  /**
   * @param mostPerTurn so many are let through in one turn of the event loop, before everybody else has had one: an open
   *   connection costs half a millisecond, and whoever looked up their credentials together would stop the world together
   */
  constructor(
    private readonly mostConnecting: number,
    private readonly mostPerTurn = 16,
  ) {}

  /** Handshakes that are under way. */
  get length(): number {
    return this.inside;
  }

  enter(): Place {
    this.inside += 1;
    let isConnecting = false;
    let hasLeft = false;
    let tell: (mayConnect: boolean) => void = () => undefined;
    const connect = (): void => {
      isConnecting = true;
      this.connecting += 1;
      tell(true);
    };
    return {
      turn: () =>
        new Promise((resolve) => {
          if (hasLeft) return resolve(false);
          tell = resolve;
          this.waiting.add(connect);
          this.advance();
        }),
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        this.inside -= 1;
        this.waiting.delete(connect);
        if (isConnecting) this.connecting -= 1;
        else tell(false);
        this.advance();
      },
    };
  }

  private advance(): void {
    for (const connect of this.waiting) {
      if (this.connecting >= this.mostConnecting || this.inTurn >= this.mostPerTurn) return;
      if (this.inTurn === 0) setImmediate(() => this.endTurn());
      this.inTurn += 1;
      this.waiting.delete(connect);
      connect();
    }
  }

  private endTurn(): void {
    this.inTurn = 0;
    this.advance();
  }
}
