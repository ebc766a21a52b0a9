/** An error that an operator sees as RFC 9457 problem details. No HTTP library in it: services throw it too. */
export class ProblemError extends Error {
    code;
    status;
    members;
    constructor(
    /** Stable, kebab-case; what clients decide on. */
    code, 
    /** HTTP status at the REST edge. */
    status, 
    /** One sentence that says what is wrong and what to do. */
    detail, 
    /** Further members of the problem document. */
    members = {}) {
        super(detail);
        this.code = code;
        this.status = status;
        this.members = members;
        this.name = new.target.name;
    }
}
/** Something that was named does not exist: 404 with `<what>-unknown`. */
export class UnknownError extends ProblemError {
    constructor(what, id, hint) {
        super(`${what}-unknown`, 404, `There is no ${what.replaceAll('-', ' ')} "${id}". ${hint}`);
    }
}
/** The request cannot be carried out as it stands: 400 `validation-failed`. */
export class ValidationFailedError extends ProblemError {
    constructor(detail, errors = []) {
        super('validation-failed', 400, detail, errors.length ? { errors } : {});
    }
}
//# sourceMappingURL=problems.js.map