import { Injectable } from '@nestjs/common';

/** Tells whether a condition holds for a station (surrogate key) at this moment. */
export type Condition = (stationUuid: string) => Promise<boolean>;

/**
 * What commands may have to wait for beyond the connection of their station. A block adds its condition in
 * `onModuleInit`, names it in the translation that needs it (`waitsFor`), and calls `CommandsService.recheck` when it may
 * have come true; without that it is looked at every ten seconds.
 */
@Injectable()
export class CommandConditions {
  private readonly conditions = new Map<string, Condition>();
  private readonly settling: ((stationUuid: string) => Promise<void>)[] = [];

  /** @param name shown to operators in `waitsFor` of the command, e.g. `no-transaction` */
  add(name: string, holds: Condition): void {
    if (this.conditions.has(name)) throw new Error(`the condition ${name} is there already`);
    this.conditions.set(name, holds);
  }

  /** Has this done before anything kept is sent to a station: what has become pointless can be taken back there. */
  beforeSending(settle: (stationUuid: string) => Promise<void>): void {
    this.settling.push(settle);
  }

  async settle(stationUuid: string): Promise<void> {
    for (const settle of this.settling) await settle(stationUuid);
  }

  /** The condition that does not hold; undefined where nothing has to be waited for. */
  async unmet(name: string | undefined, stationUuid: string): Promise<string | undefined> {
    if (name === undefined) return undefined;
    const holds = this.conditions.get(name);
    if (!holds) throw new Error(`no block has added the condition ${name}`);
    return (await holds(stationUuid)) ? undefined : name;
  }
}
