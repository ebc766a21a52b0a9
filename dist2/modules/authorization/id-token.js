import { createHash } from 'node:crypto';
import { storable } from '../../database/storable-text.js';
/** The kinds of tokens that OCPP knows. A token of a 1.6 station has no type; it counts as ISO14443. */
export const ID_TOKEN_TYPES = [
    'Central',
    'eMAID',
    'ISO14443',
    'ISO15693',
    'KeyCode',
    'Local',
    'MacAddress',
    'NoAuthorization',
];
// made up per operator or per station, so that an equal text of another kind is another token
const TOLD_APART_BY_TYPE = new Set(['KeyCode', 'Local', 'Central']);
/** The standard allows 36 characters. */
const LONGEST_KEY = 255;
/**
 * The key of a token: two tokens are equal when their keys are. Letter case never counts; the type counts for KeyCode,
 * Local and Central only, because readers report the same card as one kind or another.
 */
export function tokenKeyOf({ value, type }) {
    // [OCPP 2.0.1 C01.FR.25] text is compared without regard to letter case
    const text = indexable(value.toLowerCase());
    // the capital letter of the type keeps these keys apart from every lower-cased text
    return TOLD_APART_BY_TYPE.has(type) ? `${type}:${text}` : text;
}
/** U+0000 and half characters are refused by text columns; what is endless, by their indexes. */
function indexable(text) {
    if (text.length > LONGEST_KEY)
        return `SHA256:${createHash('sha256').update(text).digest('hex')}`;
    return storable(text);
}
/** All keys that a written value can have without being a PIN code. */
export const visibleTokenKeysOf = (value) => ['ISO14443', 'Local', 'Central'].map((type) => tokenKeyOf({ value, type }));
//# sourceMappingURL=id-token.js.map