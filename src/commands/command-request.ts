/** Who asks for a command, and by which request: what an `Idempotency-Key` is bound to. */
export interface CommandRequest {
  /** Undefined where TAU asks by itself. */
  readonly operatorId: string | undefined;
  /** Method and path, e.g. `POST /api/v1/stations/CS001/transactions`. */
  readonly route: string;
  readonly idempotencyKey?: string;
  /** The body as JSON that does not depend on the order of keys; present with a key. It may hold a PIN code. */
  readonly canonicalBody?: string;
}

/** What TAU asks by itself, e.g. to learn whether a transaction still runs. */
export const BY_ITSELF: CommandRequest = { operatorId: undefined, route: 'TAU' };
