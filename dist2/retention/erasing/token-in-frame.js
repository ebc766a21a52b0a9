import { tokenKeyOf } from '../../modules/authorization/index.js';
/** Under which names frames carry tokens; in small letters. */
const NAMES = new Set(['idtag', 'parentidtag', 'idtoken', 'groupidtoken', 'additionalidtoken']);
/** What a token without a type is: 1.6 knows none. */
const UNTYPED = 'ISO14443';
// no token can be missed by it: it is applied to valid JSON only
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
/**
 * Writes a frame anew without a token: wherever the value of an idTag, idToken, parentIdTag, groupIdToken or
 * additionalIdToken equals it, as tokens are compared, the pseudonym stands. All other bytes stay as they are, so that
 * signed data and numbers are what the station sent. Of a frame that is no JSON every occurrence is replaced.
 * @returns undefined where the token does not occur
 */
export function withoutToken(frame, token) {
    const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.length);
    // one character for each byte: what has to be found is ASCII, and the places in the text are those in the frame
    const text = bytes.toString('latin1');
    const replaced = isJson(bytes) ? splice(text, occurrences(text, token), token.pseudonym) : replaceIn(text, token);
    return replaced === text ? undefined : Buffer.from(replaced, 'latin1');
}
function isJson(bytes) {
    try {
        JSON.parse(bytes.toString('utf8'));
        return true;
    }
    catch {
        return false;
    }
}
function splice(text, places, pseudonym) {
    let result = '';
    let end = 0;
    for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
        result += `${text.slice(end, from)}"${pseudonym}"`;
        end = to;
    }
    return result + text.slice(end);
}
function occurrences(text, token) {
    const key = tokenKeyOf(token);
    const found = [];
    const open = [containerOf('[')];
    for (const match of text.matchAll(TOKENS)) {
        const [part] = match;
        const inside = open.at(-1);
        if (part === '{' || part === '[') {
            open.push(containerOf(part, inside.name));
        }
        else if (part === '}' || part === ']') {
            const closed = open.pop();
            // only the whole object tells the type of the token in it; items of a list have that of the object around it
            if (!closed.isObject)
                open.at(-1).candidates.push(...closed.candidates);
            else
                found.push(...closed.candidates.filter(({ value }) => isToken(value, closed.type, key)));
        }
        else if (part === ',')
            inside.expectsName = inside.isObject;
        else if (part === ':')
            inside.expectsName = false;
        else
            note(inside, { from: match.index, to: match.index + part.length, value: valueOf(part) });
    }
    return found;
}
const containerOf = (opening, under) => ({
    isObject: opening === '{',
    under,
    // the items of a list stand under its name
    name: opening === '[' ? under : undefined,
    expectsName: opening === '{',
    candidates: [],
    type: undefined,
});
function note(inside, scalar) {
    if (inside.expectsName)
        inside.name = scalar.value.toLowerCase();
    else if (inside.name === 'type')
        inside.type = scalar.value;
    else if (inside.name !== undefined && (NAMES.has(inside.name) || isOurs(inside)))
        inside.candidates.push(scalar);
}
/** In our own documents a token is `idToken: {value, type}`. */
const isOurs = ({ under, name }) => under === 'idtoken' && name === 'value';
const isToken = (value, type, key) => tokenKeyOf({ value, type: type ?? UNTYPED }) === key;
/** A text, or a number that a station sends instead of one, as it is written. */
const valueOf = (literal) => literal.startsWith('"') ? JSON.parse(Buffer.from(literal, 'latin1').toString('utf8')) : literal;
/**
 * The longest part of a token that is written everywhere as it is, in small letters: what every text with the token
 * holds, unless letters of it are escaped.
 */
export function sieveOf({ value }) {
    const parts = value.toLowerCase().match(/[\x20-\x7e]+/g) ?? [''];
    return parts.flatMap((part) => part.split(/["\\/]/)).reduce((a, b) => (b.length > a.length ? b : a), '');
}
/** What cannot be read tells no names: the token may stand anywhere, but not within a longer word. */
function replaceIn(text, { value, pseudonym }) {
    const written = Buffer.from(value, 'utf8')
        .toString('latin1')
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return text.replace(new RegExp(`(?<![\\w-])${written}(?![\\w-])`, 'gi'), pseudonym);
}
//# sourceMappingURL=token-in-frame.js.map