/** TAU cannot start, and the message alone says why and what to do; no stack trace helps. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
