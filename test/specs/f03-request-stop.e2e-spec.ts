import { randomUUID } from 'node:crypto';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;

describe('F03 · Request stop', () => {
  const csms = startCsms();

  /** A station that charges, and its transaction. */
  const charging = async <V extends OcppVersion>(stationId: string, version: V) => {
    await csms.given.idToken(TOKEN);
    const station = await csms.station(stationId, version).boots();
    await station.plugIn();
    await station.authorize(TOKEN);
    const [transaction] = await csms.operator.transactions({ stationId });
    return { station, transaction: transaction! };
  };

  const stop = (id: string, key?: string) =>
    csms.operator.post(`/transactions/${id}/stop`, undefined, key === undefined ? {} : { 'Idempotency-Key': key });

  const ended = (id: string) =>
    csms.eventually(async () => {
      const transaction = await csms.operator.transaction(id);
      expect(transaction.state).toBe('ended');
      return transaction;
    });

  it.each(OCPP_VERSIONS)('ends the transaction (OCPP %s)', async (version) => {
    const { transaction } = await charging(`F03-${version}`, version);

    const command = await csms.operator.requestStop(transaction.id);

    expect(command).toMatchObject({
      name: 'RequestStopTransaction',
      state: 'answered',
      status: 'Accepted',
      transactionId: transaction.id,
      remoteStartId: null,
    });
    expect((await ended(transaction.id)).stopReason).toBe('Remote');
  });

  it('names the transaction by our number in 1.6', async () => {
    const { station, transaction } = await charging('F03-WIRE-16', '1.6');

    await csms.operator.requestStop(transaction.id);

    expect(await station.nextCall('RemoteStopTransaction')).toEqual({
      transactionId: Number(transaction.ocppTransactionId),
    });
  });

  it.each(['2.0', '2.0.1'] as const)('names the transaction by the id of the station (OCPP %s)', async (version) => {
    const { station, transaction } = await charging(`F03-WIRE-${version}`, version);

    await csms.operator.requestStop(transaction.id);

    expect(await station.nextCall('RequestStopTransaction')).toEqual({ transactionId: transaction.ocppTransactionId });
  });

  it('tells that the station rejected it (OCPP 1.6)', async () => {
    const { station, transaction } = await charging('F03-REJECTED-16', '1.6');
    station.onCall('RemoteStopTransaction', { status: 'Rejected' });

    expect(await csms.operator.requestStop(transaction.id)).toMatchObject({ state: 'answered', status: 'Rejected' });
    expect((await csms.operator.transaction(transaction.id)).state).toBe('active');
  });

  it('tells that the station rejected it, and why (OCPP 2.0.1)', async () => {
    const statusInfo = { reasonCode: 'TxNotFound' };
    const { station, transaction } = await charging('F03-REJECTED-201', '2.0.1');
    station.onCall('RequestStopTransaction', { status: 'Rejected', statusInfo });

    expect(await csms.operator.requestStop(transaction.id)).toMatchObject({ status: 'Rejected', statusInfo });
    expect((await csms.operator.transaction(transaction.id)).state).toBe('active');
  });

  it('is transaction-ended for one that has ended', async () => {
    const { station, transaction } = await charging('F03-ENDED', '2.0.1');
    await station.stop();

    expect(await stop(transaction.id)).toMatchObject({ status: 409, body: { code: 'transaction-ended' } });
  });

  it('answers a repetition as the first time, although the transaction has ended meanwhile', async () => {
    const { transaction } = await charging('F03-REPEATED', '1.6');
    const first = await stop(transaction.id, 'stop-it');
    await ended(transaction.id);

    const again = await stop(transaction.id, 'stop-it');

    expect(again).toMatchObject({ status: 200, body: first.body });
  });

  it.each([randomUUID(), 'no-uuid'])('is transaction-unknown for %s', async (id) => {
    expect(await stop(id)).toMatchObject({ status: 404, body: { code: 'transaction-unknown' } });
  });

  it('is station-offline while the station is away', async () => {
    const { station, transaction } = await charging('F03-OFFLINE', '2.0.1');
    await station.goOffline();

    await csms.eventually(async () => {
      expect(await stop(transaction.id)).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    });
  });
});
