const DEEPEST = 5;
/**
 * What an error says, and nothing that merely hangs on it: a failed statement carries its parameters, which are tokens,
 * hashes and whole frames.
 */
export function errorFields(error, depth = 0) {
    if (!(error instanceof Error))
        return { type: typeof error, message: String(error) };
    const { code, cause } = error;
    return {
        type: error.name,
        message: error.message,
        ...(code !== undefined && { code: String(code) }),
        stack: error.stack,
        ...(cause !== undefined && depth < DEEPEST && { cause: errorFields(cause, depth + 1) }),
    };
}
//# sourceMappingURL=error-fields.js.map