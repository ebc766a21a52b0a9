/** Whole seconds, so that stations that were turned away at the same instant do not all come back at another one. */
const SOONEST = 5;
const LATEST = 25;
/** The header of a 503: when to try again. */
export const retryAfter = () => ({
    'Retry-After': String(SOONEST + Math.floor(Math.random() * (LATEST - SOONEST + 1))),
});
//# sourceMappingURL=retry-after.js.map