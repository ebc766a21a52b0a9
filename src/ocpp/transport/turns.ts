/** Lets a few go on in one turn of the event loop, in the order in which they asked; the others wait for the next ones. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private inTurn = 0;

  constructor(private readonly mostPerTurn: number) {}

  /** Resolves when it is one's turn: at once where few have asked. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.advance();
    });
  }

  private advance(): void {
    if (this.waiting.length === 0 || this.inTurn >= this.mostPerTurn) return;
    if (this.inTurn === 0) setImmediate(() => this.endTurn());
    const now = this.waiting.splice(0, this.mostPerTurn - this.inTurn);
    this.inTurn += now.length;
    for (const goOn of now) goOn();
  }

  private endTurn(): void {
    this.inTurn = 0;
    this.advance();
  }
}
