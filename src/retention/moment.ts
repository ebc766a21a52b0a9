const DAY_MS = 24 * 60 * 60 * 1000;

/** The present as the housekeeping sees it. What is old has to be so by the clock of the process and by the database's. */
export interface Moment {
  /** By the clock that stamps messages. */
  readonly process: Date;
  readonly database: Date;
  /** The clock has gone evenly for a day: whatever is old by it may be deleted. */
  readonly steady: boolean;
}

export const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Before when nothing is kept any more; undefined while nothing may be deleted. @param keptDays 0: for ever */
export function limitOf({ process, database, steady }: Moment, keptDays: number): Date | undefined {
  if (!steady || keptDays === 0) return undefined;
  return new Date(earlier(process, database).getTime() - keptDays * DAY_MS);
}

/** Where the clock stood at the last run, and since when it has gone evenly. */
export interface Rhythm {
  readonly ranAt: Date;
  readonly steadySince: Date;
}

const LONGEST_PAUSE_MS = 7 * DAY_MS;
const LARGEST_STEP_BACK_MS = 60 * 60 * 1000;

/** Whether the clock was set by days since the last run; or TAU was off as long, which looks the same. */
export function jumped({ ranAt }: Rhythm, now: Date): boolean {
  const passed = now.getTime() - ranAt.getTime();
  return passed > LONGEST_PAUSE_MS || passed < -LARGEST_STEP_BACK_MS;
}

/** The rhythm after a run at this time. */
export const after = (known: Rhythm | undefined, now: Date): Rhythm => ({
  ranAt: now,
  steadySince: known && !jumped(known, now) ? known.steadySince : now,
});

export const isSteady = ({ ranAt, steadySince }: Rhythm): boolean => ranAt.getTime() - steadySince.getTime() >= DAY_MS;
