/** A CALL was answered with a CALLERROR; given as a planned answer, it makes the station answer with one. */
export class CallError extends Error {
  constructor(
    /** As spelled on the wire. */
    readonly code: string,
    readonly description = '',
    readonly details: unknown = {},
  ) {
    super(description ? `${code}: ${description}` : code);
    this.name = 'CallError';
  }
}

/** A CALL was not answered within the call timeout. */
export class CallTimeoutError extends Error {
  constructor(action: string) {
    super(`${action} was not answered in time`);
    this.name = 'CallTimeoutError';
  }
}

/** There is no connection, or it was lost before the answer came. */
export class OfflineError extends Error {
  constructor(action: string) {
    super(`${action} could not be delivered: the station is offline`);
    this.name = 'OfflineError';
  }
}

/** The handshake was refused with an HTTP status, or the server agreed to no version. */
export class ConnectionRefusedError extends Error {
  constructor(
    /** HTTP status; undefined where nobody listens or the line broke. */
    readonly status: number | undefined,
    reason: string,
  ) {
    super(reason);
    this.name = 'ConnectionRefusedError';
  }
}

/** Exchanges that were planned did not happen. */
export class UnmetPlanError extends Error {
  constructor(stationId: string, actions: readonly string[]) {
    super(`Station ${stationId} was never called with ${actions.join(', ')}`);
    this.name = 'UnmetPlanError';
  }
}
