import fc from 'fast-check';
import { ID_TOKEN_TYPES, tokenKeyOf, visibleTokenKeysOf } from './id-token.js';

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*-_=:+|@.';
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 36 }),
  // texts that look like a key of another type
  fc.constantFrom('keycode:1234', 'KeyCode:1234', 'central:', 'Local:a', ':', ''),
);
const type = fc.constantFrom(...ID_TOKEN_TYPES);
const token = fc.record({ value, type });
const isTyped = (name: string): boolean => ['KeyCode', 'Local', 'Central'].includes(name);

describe('tokenKeyOf', () => {
  it('is equal exactly for equal tokens: by text without letter case, and by type for KeyCode, Local and Central', () => {
    fc.assert(
      fc.property(token, token, fc.boolean(), (a, other, sameText) => {
        const b = sameText ? { ...other, value: a.value } : other;
        const equal =
          a.value.toLowerCase() === b.value.toLowerCase() &&
          (a.type === b.type || (!isTyped(a.type) && !isTyped(b.type)));

        expect(tokenKeyOf(a) === tokenKeyOf(b)).toBe(equal);
      }),
    );
  });

  it('does not depend on the letter case of the text', () => {
    fc.assert(
      fc.property(token, (a) => {
        expect(tokenKeyOf({ ...a, value: a.value.toUpperCase() })).toBe(tokenKeyOf(a));
      }),
    );
  });

  it('never holds a character that the database refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\u0000', 'a', 'Ä') }), type, (text, kind) => {
        expect(tokenKeyOf({ value: text, type: kind })).not.toContain('\u0000');
      }),
    );
  });

  it('takes a kind that OCPP does not know for a card', () => {
    expect(tokenKeyOf({ value: 'ABCD', type: 'Bluetooth' })).toBe(tokenKeyOf({ value: 'abcd', type: 'ISO14443' }));
  });
});

describe('visibleTokenKeysOf', () => {
  it('holds the key of every token of that value but a PIN code', () => {
    fc.assert(
      fc.property(token, (a) => {
        expect(visibleTokenKeysOf(a.value).includes(tokenKeyOf(a))).toBe(a.type !== 'KeyCode');
      }),
    );
  });
});
