import { tokenKeyOf } from '../../modules/authorization/index.js';

/** A token that is to be forgotten, and what stands in its place from now on. */
export interface ErasedToken {
  readonly value: string;
  readonly type: string;
  /** At most 20 characters of those that an idTag may have, so that a frame is as valid as it was. */
  readonly pseudonym: string;
}

/** Under which names frames carry tokens; in small letters. */
const NAMES = new Set(['idtag', 'parentidtag', 'idtoken', 'groupidtoken', 'additionalidtoken']);
/** What a token without a type is: 1.6 knows none. */
const UNTYPED = 'ISO14443';

/** A value that may be the token, by its place in the text. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

interface Container {
  readonly isObject: boolean;
  /** The name under which it stands itself, or the list that it is in. */
  readonly under: string | undefined;
  /** The name under which the next value stands; that of an array holds for its items. */
  name: string | undefined;
  expectsName: boolean;
  readonly candidates: Candidate[];
  type: string | undefined;
}

// no token can be missed by it: it is applied to valid JSON only
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Writes a frame anew without a token: wherever the value of an idTag, idToken, parentIdTag, groupIdToken or
 * additionalIdToken equals it, as tokens are compared, the pseudonym stands. All other bytes stay as they are, so that
 * signed data and numbers are what the station sent. Of a frame that is no JSON every occurrence is replaced.
 * @returns undefined where the token does not occur
 */
export function withoutToken(frame: Uint8Array, token: ErasedToken): Buffer | undefined {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
  // one character for each byte: what has to be found is ASCII, and the places in the text are those in the frame
  const text = bytes.toString('latin1');
  const replaced = isJson(bytes) ? splice(text, occurrences(text, token), token.pseudonym) : replaceIn(text, token);
  return replaced === text ? undefined : Buffer.from(replaced, 'latin1');
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

function splice(text: string, places: readonly Candidate[], pseudonym: string): string {
  let result = '';
  let end = 0;
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    result += `${text.slice(end, from)}"${pseudonym}"`;
    end = to;
  }
  return result + text.slice(end);
}

function occurrences(text: string, token: ErasedToken): Candidate[] {
  const key = tokenKeyOf(token);
  const found: Candidate[] = [];
  const open: Container[] = [containerOf('[')];
  for (const match of text.matchAll(TOKENS)) {
    const [part] = match;
    const inside = open.at(-1)!;
    if (part === '{' || part === '[') {
      open.push(containerOf(part, inside.name));
    } else if (part === '}' || part === ']') {
      const closed = open.pop()!;
      // only the whole object tells the type of the token in it; items of a list have that of the object around it
      if (!closed.isObject) open.at(-1)!.candidates.push(...closed.candidates);
      else found.push(...closed.candidates.filter(({ value }) => isToken(value, closed.type, key)));
    } else if (part === ',') inside.expectsName = inside.isObject;
    else if (part === ':') inside.expectsName = false;
    else note(inside, { from: match.index, to: match.index + part.length, value: valueOf(part) });
  }
  return found;
}

const containerOf = (opening: '{' | '[', under?: string): Container => ({
  isObject: opening === '{',
  under,
  // the items of a list stand under its name
  name: opening === '[' ? under : undefined,
  expectsName: opening === '{',
  candidates: [],
  type: undefined,
});

function note(inside: Container, scalar: Candidate): void {
  if (inside.expectsName) inside.name = scalar.value.toLowerCase();
  else if (inside.name === 'type') inside.type = scalar.value;
  else if (inside.name !== undefined && (NAMES.has(inside.name) || isOurs(inside))) inside.candidates.push(scalar);
}

/** In our own documents a token is `idToken: {value, type}`. */
const isOurs = ({ under, name }: Container): boolean => under === 'idtoken' && name === 'value';

const isToken = (value: string, type: string | undefined, key: string): boolean =>
  tokenKeyOf({ value, type: type ?? UNTYPED }) === key;

/** A text, or a number that a station sends instead of one, as it is written. */
const valueOf = (literal: string): string =>
  literal.startsWith('"') ? (JSON.parse(Buffer.from(literal, 'latin1').toString('utf8')) as string) : literal;

/**
 * The longest part of a token that is written everywhere as it is, in small letters: what every text with the token
 * holds, unless letters of it are escaped.
 */
export function sieveOf({ value }: Pick<ErasedToken, 'value'>): string {
  const parts = value.toLowerCase().match(/[\x20-\x7e]+/g) ?? [''];
  return parts.flatMap((part) => part.split(/["\\/]/)).reduce((a, b) => (b.length > a.length ? b : a), '');
}

/** What cannot be read tells no names: the token may stand anywhere, but not within a longer word. */
function replaceIn(text: string, { value, pseudonym }: ErasedToken): string {
  const written = Buffer.from(value, 'utf8')
    .toString('latin1')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\w-])${written}(?![\\w-])`, 'gi'), pseudonym);
}
