import { Matches } from 'class-validator';

/**
 * Refuses texts that no reader could present and no list could show: line ends, U+0000 and their kin.
 * @param each for each text of a list
 */
export const NoControlCharacters = ({ each = false } = {}): PropertyDecorator =>
  Matches(/^\P{Cc}*$/u, { each, message: '$property must not contain control characters' });
