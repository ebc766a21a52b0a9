import { Injectable } from '@nestjs/common';

/** Whether this process is about to end. Said before anything is taken down, so that nobody sends new work here. */
@Injectable()
export class Shutdown {
  private isBegun = false;
  private isSpread = true;

  /** @param spread whether connections may be closed one after another; false where a person waits for the end */
  begin({ spread = true }: { spread?: boolean } = {}): void {
    if (this.isBegun) return;
    this.isBegun = true;
    this.isSpread = spread;
  }

  get begun(): boolean {
    return this.isBegun;
  }

  get spread(): boolean {
    return this.isSpread;
  }
}
