const KEPT_MS = 24 * 60 * 60 * 1000;

/** Only an `Idempotency-Key` that came after this moment still stands for its request; an older one is free again. */
export const keysKeptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS);
