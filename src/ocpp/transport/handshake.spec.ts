import fc from 'fast-check';
import { chooseVersion, credentialsIn, identityIn, offeredIn } from './handshake.js';

describe('the identity in a connection URL', () => {
  it.each([
    ['/ocpp/CS001', 'CS001'],
    ['/ocpp/RDAM%20123', 'RDAM 123'],
    ['/ocpp/RDAM%7C123', 'RDAM|123'],
    ['/ocpp/CP%201%2F2', 'CP 1/2'],
    ['/ocpp/%2541', '%41'],
    ['//ocpp///CS001/', 'CS001'],
    ['/ocpp/CS001?token=1', 'CS001'],
  ])('%s names %s', (url, identity) => {
    expect(identityIn(url)).toEqual({ identity });
  });

  it.each(['/', '/ocpp', '/ocpp/', '/ocpp/a/b', '/other/CS001', '/ocppCS001'])(
    '%s is no address of a station',
    (url) => {
      expect(identityIn(url)).toBe('elsewhere');
    },
  );

  it('refuses a malformed escape', () => {
    expect(identityIn('/ocpp/CS%ZZ')).toBe('malformed');
  });

  it('reads back every identity that was encoded once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (identity) => {
        expect(identityIn(`/ocpp/${encodeURIComponent(identity)}`)).toEqual({ identity });
      }),
    );
  });
});

describe('HTTP Basic credentials', () => {
  const basic = (bytes: Buffer | string) => `Basic ${Buffer.from(bytes).toString('base64')}`;

  it('keeps every byte of a binary key', () => {
    const key = Buffer.from(Array.from({ length: 256 }, (_, i) => i));

    const read = credentialsIn(basic(Buffer.concat([Buffer.from('AL1000:'), key])), 'AL1000');

    expect(read?.password.equals(key)).toBe(true);
    expect(read?.user.toString()).toBe('AL1000');
  });

  it('splits at the first colon, so that a password may hold one', () => {
    expect(credentialsIn(basic('CS001:a:b'), 'CS001')?.password.toString()).toBe('a:b');
  });

  it('understands an identity that holds a colon', () => {
    const read = credentialsIn(basic('CS:001:secret'), 'CS:001');

    expect([read?.user.toString(), read?.password.toString()]).toEqual(['CS:001', 'secret']);
  });

  it.each([undefined, '', 'Bearer abc', 'Basic', 'Basic !!!', basic('no-colon')])('%s holds none', (header) => {
    expect(credentialsIn(header, 'CS001')).toBeUndefined();
  });
});

describe('the choice of a version', () => {
  const all = ['1.6', '2.0', '2.0.1'] as const;

  it.each([
    ['ocpp1.6', '1.6'],
    ['ocpp2.0.1, ocpp1.6', '2.0.1'],
    ['ocpp1.6,ocpp2.0.1', '1.6'],
    [',ocpp2.0.1', '2.0.1'],
    ['ocpp0.1, ocpp1.6', '1.6'],
    ['ocpp2.0', '2.0'],
    ['ocpp2.0,ocpp2.0.1', '2.0.1'],
    ['ocpp2.0,ocpp1.6,ocpp2.0.1', '1.6'],
  ])('from "%s" takes %s', (header, version) => {
    expect(chooseVersion(offeredIn(header), all)?.version).toBe(version);
  });

  it.each(['', 'ocpp1.2', 'OCPP1.6', 'ocpp2.1'])('finds nothing in "%s"', (header) => {
    expect(chooseVersion(offeredIn(header), all)).toBeUndefined();
  });

  it('passes over versions that are not enabled for the station', () => {
    expect(chooseVersion(['ocpp2.0.1', 'ocpp1.6'], ['1.6'])?.version).toBe('1.6');
    expect(chooseVersion(['ocpp2.0', 'ocpp2.0.1'], ['2.0'])?.version).toBe('2.0');
  });

  it('assumes 1.6 of a station without the header only by its rule', () => {
    expect(chooseVersion([], all, ['assume-ocpp1.6'])).toEqual({ subprotocol: undefined, version: '1.6' });
    expect(chooseVersion(['ocpp9'], all, ['assume-ocpp1.6'])).toBeUndefined();
  });

  it('speaks 2.0.1 with mislabelled firmware by its rule, echoing what was offered', () => {
    expect(chooseVersion(['ocpp2.0'], all, ['treat-ocpp2.0-as-2.0.1'])).toEqual({
      subprotocol: 'ocpp2.0',
      version: '2.0.1',
    });
  });
});
