/** An error that an operator sees as RFC 9457 problem details. No HTTP library in it: services throw it too. */
export class ProblemError extends Error {
  constructor(
    /** Stable, kebab-case; what clients decide on. */
    readonly code: string,
    /** HTTP status at the REST edge. */
    readonly status: number,
    /** One sentence that says what is wrong and what to do. */
    detail: string,
    /** Further members of the problem document. */
    readonly members: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** Something that was named does not exist: 404 with `<what>-unknown`. */
export class UnknownError extends ProblemError {
  constructor(what: string, id: string, hint: string) {
    super(`${what}-unknown`, 404, `There is no ${what.replaceAll('-', ' ')} "${id}". ${hint}`);
  }
}

/** The request cannot be carried out as it stands: 400 `validation-failed`. */
export class ValidationFailedError extends ProblemError {
  constructor(detail: string, errors: string[] = []) {
    super('validation-failed', 400, detail, errors.length ? { errors } : {});
  }
}
