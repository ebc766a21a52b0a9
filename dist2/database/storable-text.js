const REFUSED = /[\0\p{Cs}]/gu;
const REPLACEMENT = '\uFFFD';
/** A text as a text column takes it: U+0000 and lone surrogates, which PostgreSQL refuses, become U+FFFD. */
export const storable = (text) => text.isWellFormed() && !text.includes('\0') ? text : text.replace(REFUSED, REPLACEMENT);
/** The same for a text that may be missing. */
export const storableOrNull = (text) => text === undefined || text === null ? null : storable(text);
//# sourceMappingURL=storable-text.js.map