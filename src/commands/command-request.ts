/** Who asks for a command, and by which request: what an `Idempotency-Key` is bound to. */
export interface CommandRequest {
  /** Undefined where TAU asks by itself. */
  readonly operatorId: string | undefined;
  /** Method and path, e.g. `POST /api/v1/stations/CS001/transactions`. */
  readonly route: string;
  readonly idempotencyKey?: string;
  /** The body as JSON that does not depend on the order of keys; present with a key. It may hold a PIN code. */
  readonly canonicalBody?: string;
  /** Kept until the station is back, or until its registration allows the message, instead of being refused. */
  readonly whenOffline?: 'queue';
  /** Seconds after which a kept command is given up. */
  readonly ttlSeconds?: number;
}

/** How long a command is kept where nothing else was said. */
export const KEPT_SECONDS = 24 * 60 * 60;
export const MOST_KEPT_SECONDS = 30 * 24 * 60 * 60;

/** The latest time at which a command leaves for its station that is asked for now. */
export const sentUntil = (
  now: Date,
  { whenOffline, ttlSeconds = KEPT_SECONDS }: Pick<CommandRequest, 'whenOffline' | 'ttlSeconds'>,
): Date => new Date(now.getTime() + (whenOffline === 'queue' ? ttlSeconds * 1000 : 0));

/** What TAU asks by itself, e.g. to learn whether a transaction still runs. */
export const BY_ITSELF: CommandRequest = { operatorId: undefined, route: 'TAU' };
