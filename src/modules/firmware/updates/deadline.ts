const HOUR_MS = 3_600_000;

/** When an update is planned: what is said about its deadline counts from the latest of these times. */
export interface Planned {
  readonly retrieveAt: Date;
  readonly installAt: Date | null;
}

/** When an update is given up of which nothing was heard since then. */
export function deadlineOf({ retrieveAt, installAt }: Planned, heardAt: Date, updateHours: number): Date {
  const from = Math.max(heardAt.getTime(), retrieveAt.getTime(), installAt?.getTime() ?? 0);
  return new Date(from + updateHours * HOUR_MS);
}
