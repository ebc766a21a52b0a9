import fc from 'fast-check';
import { authorizationKeyOf, passwordBytes, passwordProblem, passwordReadings } from './station-password.js';

const matches = (registered: string, presented: Buffer): boolean =>
  passwordReadings(presented).some((reading) => reading.equals(passwordBytes(registered)));

const key = fc.uint8Array({ minLength: 16, maxLength: 20 }).map((bytes) => Buffer.from(bytes));
const printable = fc.string({ unit: 'binary-ascii', minLength: 16, maxLength: 20 });

describe('password of a station', () => {
  it('given as a 1.6 key is recognised as raw bytes and as hex digits in either case', () => {
    fc.assert(
      fc.property(key, fc.boolean(), (bytes, upper) => {
        const hex = upper ? bytes.toString('hex').toUpperCase() : bytes.toString('hex');
        const other = upper ? hex.toLowerCase() : hex.toUpperCase();
        return [bytes, Buffer.from(hex), Buffer.from(other)].every((presented) => matches(hex, presented));
      }),
    );
  });

  it('given as text is recognised as text and as the hex digits of that text', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const bytes = Buffer.from(text);
        return matches(text, bytes) && matches(text, Buffer.from(bytes.toString('hex')));
      }),
    );
  });

  it('is told apart from every other', () => {
    fc.assert(
      fc.property(printable, fc.uint8Array({ maxLength: 64 }), (text, other) => {
        const presented = Buffer.from(other);
        fc.pre(!presented.equals(Buffer.from(text)));
        fc.pre(presented.toString('latin1').toLowerCase() !== Buffer.from(text).toString('hex'));
        return !matches(text, presented);
      }),
    );
  });

  it('differs by letter case where it is a text', () => {
    expect(matches('CorrectHorseBattery', Buffer.from('correctHorseBattery'))).toBe(false);
  });

  it('has 16 to 64 characters when an operator chooses it', () => {
    expect(passwordProblem('x'.repeat(15))).toMatch(/16 to 64/);
    expect(passwordProblem('x'.repeat(16))).toBeUndefined();
    expect(passwordProblem('ü'.repeat(64))).toBeUndefined();
    expect(passwordProblem('x'.repeat(65))).toMatch(/16 to 64/);
    expect(passwordProblem('with a line\nbreak in it')).toMatch(/control codes/);
  });

  it('has a form for AuthorizationKey as long as it fits 20 bytes', () => {
    expect(authorizationKeyOf('abcdefghijklmnop')).toBe('6162636465666768696a6b6c6d6e6f70');
    expect(authorizationKeyOf('00FF'.repeat(8))).toBe('00ff'.repeat(8));
    expect(authorizationKeyOf('x'.repeat(21))).toBeNull();
  });
});
