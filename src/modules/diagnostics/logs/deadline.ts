import type { CommandRequest } from '../../../commands/index.js';

const HOUR_MS = 3_600_000;

/** When a request is given up of which nothing is heard after that time; never earlier than was said before. */
export function deadlineAfter(
  { deadlineAt }: { readonly deadlineAt: Date },
  heardAt: Date,
  requestHours: number,
): Date {
  return new Date(Math.max(deadlineAt.getTime(), heardAt.getTime() + requestHours * HOUR_MS));
}

/** The first deadline; one that is kept for a station that is away has the time to be sent as well. */
export function firstDeadline(
  now: Date,
  { whenOffline, ttlSeconds = DAY_SECONDS }: Pick<CommandRequest, 'whenOffline' | 'ttlSeconds'>,
  requestHours: number,
): Date {
  const keptMs = whenOffline === 'queue' ? ttlSeconds * 1000 : 0;
  return new Date(now.getTime() + keptMs + requestHours * HOUR_MS);
}

/** How long a command is kept where nobody says. */
const DAY_SECONDS = 24 * 60 * 60;
