/** Who asks for a command, and by which request: what an `Idempotency-Key` is bound to. */
export interface CommandRequest {
  readonly operatorId: string;
  /** Method and path, e.g. `POST /api/v1/stations/CS001/transactions`. */
  readonly route: string;
  readonly idempotencyKey?: string;
  /** SHA-256 of the canonical body; present with a key. */
  readonly bodyHash?: Buffer;
}
