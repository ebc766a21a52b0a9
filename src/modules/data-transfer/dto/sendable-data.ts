import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

/** Larger ones fit no station's memory. */
const MOST_CHARACTERS = 64 * 1024;
const DEEPEST = 50;

/** Data for a station: of a size that stations take, nested so that they can read it, and storable. */
@ValidatorConstraint({ name: 'sendableData' })
export class SendableData implements ValidatorConstraintInterface {
  validate(data: unknown): boolean {
    return data === undefined || (isStorable(data, 0) && JSON.stringify(data).length <= MOST_CHARACTERS);
  }

  defaultMessage(): string {
    return (
      `data has to be JSON of at most ${MOST_CHARACTERS} characters, nested at most ${DEEPEST} deep, without U+0000 and ` +
      'lone surrogates; null is left out'
    );
  }
}

const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

function isStorable(value: unknown, depth: number): boolean {
  if (depth > DEEPEST || (value === null && depth === 0)) return false;
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isText(name) && isStorable(inner, depth + 1));
}
