const CODES = {
    required: 'OccurrenceConstraintViolation',
    minItems: 'OccurrenceConstraintViolation',
    maxItems: 'OccurrenceConstraintViolation',
    type: 'TypeConstraintViolation',
    enum: 'PropertyConstraintViolation',
    maxLength: 'PropertyConstraintViolation',
    minimum: 'PropertyConstraintViolation',
    maximum: 'PropertyConstraintViolation',
    multipleOf: 'PropertyConstraintViolation',
    format: 'PropertyConstraintViolation',
    additionalProperties: 'FormatViolation',
};
/** The error code for a broken schema keyword. [OCPP-J 4.3] */
export function codeOf({ keyword, path }) {
    // a payload that is no object has no fields to complain about
    if (keyword === 'type' && path === '')
        return 'FormatViolation';
    return CODES[keyword] ?? 'GenericError';
}
const SENTENCES = {
    required: 'is required',
    minItems: 'has too few items',
    maxItems: 'has too many items',
    type: 'has the wrong JSON type',
    enum: 'has a value that this version does not list',
    maxLength: 'is too long',
    minimum: 'is too small',
    maximum: 'is too large',
    multipleOf: 'has too many decimals',
    format: 'has a form that cannot be read',
    additionalProperties: 'is not a field of this message',
};
/** One sentence for people; never repeats the value, which may be a secret. */
export function describe({ keyword, path }) {
    return `${path || 'the payload'} ${SENTENCES[keyword] ?? `breaks the rule ${keyword}`}`;
}
//# sourceMappingURL=error-codes.js.map