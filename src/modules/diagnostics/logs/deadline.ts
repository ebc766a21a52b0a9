const HOUR_MS = 3_600_000;

/** When a request is given up of which nothing is heard after that time; never earlier than was said before. */
export function deadlineAfter(
  { deadlineAt }: { readonly deadlineAt: Date },
  heardAt: Date,
  requestHours: number,
): Date {
  return new Date(Math.max(deadlineAt.getTime(), heardAt.getTime() + requestHours * HOUR_MS));
}
