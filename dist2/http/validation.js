import { ValidationPipe } from '@nestjs/common';
import { ValidationFailedError } from '../common/problems.js';
/** One line per broken rule, with the path of the field: `evses.0.id must be an integer number`. */
const linesOf = (faults, prefix = '') => faults.flatMap(({ property, constraints = {}, children = [] }) => [
    ...Object.values(constraints).map((text) => `${prefix}${text}`),
    ...linesOf(children, `${prefix}${property}.`),
]);
/** Checks bodies and queries against their DTO classes; what a class does not know is refused, not dropped. */
export const validation = () => new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (faults) => {
        const lines = linesOf(faults);
        return new ValidationFailedError(`The request is not valid: ${lines.slice(0, 3).join('; ')}.`, lines);
    },
});
//# sourceMappingURL=validation.js.map