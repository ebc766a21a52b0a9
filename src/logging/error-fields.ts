/** An error as it may be logged. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ErrorFields;
}

const DEEPEST = 5;

/**
 * What an error says, and nothing that merely hangs on it: a failed statement carries its parameters, which are tokens,
 * hashes and whole frames.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code: String(code as string) }),
    stack: error.stack,
    ...(cause !== undefined && depth < DEEPEST && { cause: errorFields(cause, depth + 1) }),
  };
}
