import type { World, WorldOptions } from './kit/world.js';

/** A row of the table: something that goes wrong, and what is expected of TAU meanwhile and afterwards. */
export interface Fault {
  /** Number of the row, e.g. F4. */
  readonly id: string;
  /** What goes wrong. */
  readonly title: string;
  /** What is expected, beyond books that agree. */
  readonly expected: string;
  /** How its world differs from the ordinary one. */
  readonly world?: Partial<WorldOptions> | ((isLong: boolean) => Partial<WorldOptions>);
  /** Rounds of the quick form; 1 unless given. */
  readonly rounds?: number;
  /** Why it cannot be tried here, if so. */
  readonly missing?: string;
  /** The books are meant to disagree: the control, which loses what it acknowledged. */
  readonly loses?: true;
  /** Prepares what is outside of TAU; undone by what it returns. */
  readonly prepare?: () => { readonly world: Partial<WorldOptions>; undo(): void };
  /** One round, while the load runs: the fault, and its end. */
  strike(world: World, round: number): Promise<void>;
}
