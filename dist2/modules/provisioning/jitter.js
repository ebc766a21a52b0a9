/** Of the value, either way. */
const SHARE = 0.2;
/**
 * Spreads an interval evenly by a fifth either way, in whole seconds, never below one.
 * @param random a number from 0 up to, but not including, 1
 */
export const withJitter = (seconds, random = Math.random) => Math.max(1, Math.round(seconds * (1 - SHARE + 2 * SHARE * random())));
//# sourceMappingURL=jitter.js.map