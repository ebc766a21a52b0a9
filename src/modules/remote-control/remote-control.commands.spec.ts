import type { OcppVersion } from '../../ocpp/index.js';
import { type RequestStart, requestStartTransaction, requestStopTransaction } from './remote-control.commands.js';

const START: RequestStart = { idToken: { value: 'ABCD1234', type: 'ISO14443' }, remoteStartId: 7 };

const startIn = (version: OcppVersion, more: Partial<RequestStart> = {}) =>
  requestStartTransaction.translation(version)!.request({ ...START, ...more });

const stopIn = (version: OcppVersion, ocppTransactionId: string) =>
  requestStopTransaction.translation(version)!.request({ ocppTransactionId });

const unsupported = expect.objectContaining({ code: 'version-unsupported', status: 422 });

describe('F01 F02 · Request start', () => {
  it.each<[OcppVersion, string]>([
    ['1.6', 'RemoteStartTransaction'],
    ['2.0', 'RequestStartTransaction'],
    ['2.0.1', 'RequestStartTransaction'],
  ])('is in OCPP %s %s', (version, action) => {
    expect(requestStartTransaction.translation(version)?.action).toBe(action);
  });

  it('names token and EVSE as idTag and connector in 1.6', () => {
    expect(startIn('1.6', { evseId: 2, connectorId: 1 })).toEqual({ idTag: 'ABCD1234', connectorId: 2 });
  });

  it.each<OcppVersion>(['2.0', '2.0.1'])('names token, EVSE and remoteStartId in %s', (version) => {
    expect(startIn(version, { evseId: 2 })).toEqual({
      idToken: { idToken: 'ABCD1234', type: 'ISO14443' },
      remoteStartId: 7,
      evseId: 2,
    });
  });

  it('leaves the EVSE out where none is given', () => {
    expect(startIn('1.6')).toEqual({ idTag: 'ABCD1234' });
    expect(startIn('2.0.1')).not.toHaveProperty('evseId');
  });

  it('tells additional information of the token from 2.0 on', () => {
    const additionalInfo = [{ additionalIdToken: 'contract', type: 'number' }];
    const idToken = { ...START.idToken, additionalInfo };

    expect(startIn('2.0', { idToken })).toMatchObject({ idToken: { additionalInfo } });
    expect(startIn('2.0.1', { idToken })).toMatchObject({ idToken: { additionalInfo } });
    expect(() => startIn('1.6', { idToken })).toThrow(unsupported);
  });

  it('tells the group in 2.0.1; the others learn it when the transaction starts', () => {
    const groupIdToken = { value: 'FLEET', type: 'Central' } as const;

    expect(startIn('2.0.1', { groupIdToken })).toMatchObject({ groupIdToken: { idToken: 'FLEET', type: 'Central' } });
    expect(startIn('2.0', { groupIdToken })).not.toHaveProperty('groupIdToken');
    expect(startIn('1.6', { groupIdToken })).toEqual({ idTag: 'ABCD1234' });
  });

  it('refuses what 1.6 cannot say', () => {
    expect(() => startIn('1.6', { idToken: { value: 'A'.repeat(21), type: 'ISO14443' } })).toThrow(unsupported);
    expect(() => startIn('1.6', { idToken: { value: '1234', type: 'KeyCode' } })).toThrow(unsupported);
    expect(() => startIn('1.6', { idToken: { value: '', type: 'NoAuthorization' } })).toThrow(unsupported);
    expect(() => startIn('1.6', { evseId: 1, connectorId: 2 })).toThrow(unsupported);
  });

  it('refuses a MacAddress in 2.0, which does not know it', () => {
    const idToken = { value: '00:11:22:33:44:55', type: 'MacAddress' } as const;

    expect(() => startIn('2.0', { idToken })).toThrow(unsupported);
    expect(startIn('2.0.1', { idToken })).toMatchObject({ idToken: { type: 'MacAddress' } });
  });

  it('hands on the answer of the station with its reason', () => {
    const statusInfo = { reasonCode: 'Occupied' };

    const answer = requestStartTransaction.translation('2.0.1')!.answer({ status: 'Rejected', statusInfo });

    expect(answer).toEqual({ status: 'Rejected', statusInfo });
  });
});

describe('F03 · Request stop', () => {
  it('names the transaction by the number that a 1.6 station was given', () => {
    expect(requestStopTransaction.translation('1.6')?.action).toBe('RemoteStopTransaction');
    expect(stopIn('1.6', '42')).toEqual({ transactionId: 42 });
  });

  it.each<OcppVersion>(['2.0', '2.0.1'])('names it by the id that the station made in %s', (version) => {
    expect(stopIn(version, 'bar-tx')).toEqual({ transactionId: 'bar-tx' });
  });

  it('cannot name a 2.x transaction to a station that now speaks 1.6', () => {
    expect(() => stopIn('1.6', 'bar-tx')).toThrow(unsupported);
  });
});
