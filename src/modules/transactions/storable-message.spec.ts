import { storableMessage } from './storable-message.js';

describe('A transaction message as the database takes it', () => {
  it('is the message itself where nothing is wrong with it', () => {
    const message = { ocppTransactionId: 'T1', evseId: 0, connectorId: -1, seqNo: 2 ** 31 - 1, kind: 'MeterValues' };
    const anonymous = { ocppTransactionId: undefined, kind: 'StartTransaction' };

    expect(storableMessage(message)).toBe(message);
    expect(storableMessage(anonymous)).toBe(anonymous);
  });

  it('goes without numbers that 32 bits do not hold', () => {
    const message = { ocppTransactionId: 'T1', evseId: 2 ** 31, seqNo: -1e12, reservationId: 7 };

    expect(storableMessage(message)).toEqual({ ocppTransactionId: 'T1', reservationId: 7 });
  });

  it('has an id without characters that no text column holds', () => {
    expect(storableMessage({ ocppTransactionId: 'a\u0000b\ud800' })).toEqual({ ocppTransactionId: 'a\ufffdb\ufffd' });
  });

  it('keeps endless ids apart, in a length that an index takes', () => {
    const idOf = (end: string) => storableMessage({ ocppTransactionId: 'x'.repeat(10_000) + end }).ocppTransactionId;

    expect(idOf('a')).not.toBe(idOf('b'));
    expect(idOf('a')).toBe(idOf('a'));
    expect(idOf('a').length).toBeLessThan(256);
  });
});
