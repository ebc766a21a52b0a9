import { Turns } from './turns.js';

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
  private readonly turns: Turns;

  /**
   * @param mostPerTurn so many are let through in one turn of the event loop, before everybody else has had one: an open
   *   connection costs half a millisecond, and whoever looked up their credentials together would stop the world together
   */
  constructor(
    private readonly mostConnecting: number,
    mostPerTurn = 16,
  ) {
    this.turns = new Turns(mostPerTurn);
  }

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
      turn: async () => {
        if (hasLeft) return false;
        const mayConnect = new Promise<boolean>((resolve) => (tell = resolve));
        this.waiting.add(connect);
        this.advance();
        if (!(await mayConnect)) return false;
        await this.turns.next();
        return !hasLeft;
      },
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
      if (this.connecting >= this.mostConnecting) return;
      this.waiting.delete(connect);
      connect();
    }
  }
}
