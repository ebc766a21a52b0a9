import type { Fault } from './fault.js';
import type { Report } from './play.js';

/** A row of the table: one fault over all seeds. Sums of counts, the worst of times. */
export interface Summary extends Omit<Report, 'fault' | 'seed'> {
  readonly fault: Fault;
  readonly seeds: number;
}

export function summaryOf(fault: Fault, reports: readonly Report[]): Summary {
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const worst = (of: (report: Report) => number): number => Math.max(...reports.map(of));
  const recoveries = reports.flatMap(({ recoveryMs }) => recoveryMs ?? []);
  return {
    fault,
    seeds: reports.length,
    rounds: sum(({ rounds }) => rounds),
    seconds: sum(({ seconds }) => seconds),
    sent: sum(({ sent }) => sent),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    transactions: sum(({ transactions }) => transactions),
    commands: sum(({ commands }) => commands),
    executedTwice: sum(({ executedTwice }) => executedTwice),
    errors: sum(({ errors }) => errors),
    loopP99Ms: worst(({ loopP99Ms }) => loopP99Ms),
    loopMaxMs: worst(({ loopMaxMs }) => loopMaxMs),
    recoveryMs: recoveries.length > 0 ? Math.max(...recoveries) : undefined,
    peakRss: worst(({ peakRss }) => peakRss),
    broken: reports.flatMap(({ broken, seed }) => broken.map((line) => `seed ${seed}: ${line}`)),
    notes: reports.flatMap(({ notes }) => notes),
  };
}
