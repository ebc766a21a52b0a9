import fc from 'fast-check';
import { withoutToken, type ErasedToken } from './token-in-frame.js';

const CARD: ErasedToken = { value: 'ABCD1234', type: 'ISO14443', pseudonym: 'erased-0123456789abc' };
const erase = (frame: string, token = CARD): string | undefined =>
  withoutToken(Buffer.from(frame), token)?.toString('utf8');

describe('A frame without a token', () => {
  it('keeps every other byte: spaces, the spelling of numbers, signed data', () => {
    const frame = (idTag: string) =>
      `[2, "1","StartTransaction",{"connectorId":1.0,"idTag": "${idTag}" ,"meterStart":1e3,"signed":"ABCD1234","x":"\\u00e4ä"}]`;

    expect(erase(frame('abcd1234'))).toBe(frame('erased-0123456789abc'));
  });

  it.each([
    ['idTag of 1.6', '{"idTag":"ABCD1234"}', '{"idTag":"#"}'],
    ['parentIdTag of 1.6', '{"idTagInfo":{"status":"Accepted","parentIdTag":"ABCD1234"}}', undefined],
    ['idToken of 2.x', '{"idToken":{"idToken":"aBcD1234","type":"ISO15693"}}', undefined],
    ['the type before the value', '{"idToken":{"type":"eMAID","idToken":"ABCD1234"}}', undefined],
    ['groupIdToken of 2.x', '{"groupIdToken":{"idToken":"ABCD1234","type":"ISO14443"}}', undefined],
    ['additionalInfo', '{"additionalInfo":[{"additionalIdToken":"ABCD1234","type":"whatever"}]}', undefined],
    ['a local list', '{"localAuthorizationList":[{"idTag":"X"},{"idTag":"ABCD1234"}]}', undefined],
    ['a list where one belongs', '{"idTag":["ABCD1234"]}', undefined],
    ['a token in a document of ours', '{"idToken":{"value":"ABCD1234","type":"ISO14443"}}', undefined],
    ['escaped letters', '{"idTag":"\\u0041BCD1234"}', '{"idTag":"#"}'],
    ['a key of other capitals', '{"IDTAG":"ABCD1234"}', undefined],
  ])('is found as %s', (_, payload, expected) => {
    const whole = (text: string) => `[2,"1","X",${text}]`;

    const wanted = (expected ?? payload.replace(/ABCD1234/i, '#')).replace('#', CARD.pseudonym);
    expect(erase(whole(payload))).toBe(whole(wanted));
  });

  it('may carry the token as a number', () => {
    const token = { ...CARD, value: '12345' };

    expect(erase('[2,"1","Authorize",{"idTag":12345}]', token)).toBe(
      `[2,"1","Authorize",{"idTag":"${CARD.pseudonym}"}]`,
    );
    expect(erase('[2,"1","Authorize",{"transactionId":12345}]', token)).toBeUndefined();
  });

  it.each([
    ['another token', '{"idTag":"ABCD12345"}'],
    ['an equal text that is no token', '{"reason":"ABCD1234","data":"ABCD1234"}'],
    ['an equal token of a type that makes it another one', '{"idToken":{"idToken":"ABCD1234","type":"Local"}}'],
    ['a value that is no token', '{"sampledValue":[{"value":"ABCD1234"}],"customData":{"value":"ABCD1234"}}'],
    ['a name that is the token', '{"ABCD1234":"x"}'],
  ])('is not touched where it holds %s', (_, payload) => {
    expect(erase(`[2,"1","X",${payload}]`)).toBeUndefined();
  });

  it('tells tokens apart by type where the type counts', () => {
    const local = { ...CARD, type: 'Local' };

    expect(erase('{"idToken":{"idToken":"ABCD1234","type":"Local"}}', local)).toContain(CARD.pseudonym);
    expect(erase('{"idTag":"ABCD1234"}', local)).toBeUndefined();
  });

  it.each([
    ['broken off', '[2,"1","Authorize",{"idTag":"abcd1234', `[2,"1","Authorize",{"idTag":"${CARD.pseudonym}`],
    ['no JSON', 'idTag=ABCD1234;ABCD12345', `idTag=${CARD.pseudonym};ABCD12345`],
  ])('need not be readable: %s', (_, frame, expected) => {
    expect(erase(frame)).toBe(expected);
  });

  it('may nest as deep as it likes, and be as long', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const long = JSON.stringify({ data: 'x'.repeat(2_000_000), idTag: 'ABCD1234' });

    expect(erase(deep)).toBeUndefined();
    expect(JSON.parse(erase(long)!)).toMatchObject({ idTag: CARD.pseudonym });
  });

  it('is the same document but for the token, whatever the document', () => {
    const token = fc.constantFrom('ABCD1234', 'abcd1234', 'Abcd1234', 'ABCD123', 'ä"\\', 'erased');
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), token),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.record({ idToken: token, type: fc.constantFrom('ISO14443', 'Local', 'eMAID') }),
        fc.dictionary(fc.constantFrom('idTag', 'parentIdTag', 'other', 'a', '__proto__'), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, 2), (document, indent) => {
        const frame = JSON.stringify([2, 'id', 'Action', document], null, indent);

        const erased = erase(frame) ?? frame;

        expect(JSON.parse(erased)).toEqual(expected(JSON.parse(frame), undefined, undefined));
        expect(erased.replaceAll(CARD.pseudonym, '').length).toBeLessThanOrEqual(frame.length);
      }),
      { seed: 4711, numRuns: 1000 },
    );
  });
});

/** The same rule once more, on parsed documents. */
function expected(node: unknown, name: string | undefined, type: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => expected(item, name, type));
  if (typeof node === 'object' && node !== null) {
    const typeHere = Object.hasOwn(node, 'type') ? (node as { type: unknown }).type : undefined;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, expected(item, key, typeHere)]));
  }
  const named = name !== undefined && ['idTag', 'parentIdTag', 'idToken'].includes(name);
  const isCard = named && String(node).toLowerCase() === 'abcd1234' && type !== 'Local';
  return isCard ? CARD.pseudonym : node;
}
