import { Matches } from 'class-validator';
/** Refuses texts that no reader could present and no list could show: line ends, U+0000 and their kin. */
export const NoControlCharacters = () => Matches(/^\P{Cc}*$/u, { message: '$property must not contain control characters' });
//# sourceMappingURL=no-control-characters.js.map