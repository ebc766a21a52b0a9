import { startCsms, type TestCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';

const EXPIRED = '2020-01-01T00:00:00Z';

async function bootsV16(csms: TestCsms, stationId: string): Promise<StrictStation<'1.6'>> {
  const station = await csms.strictStation(stationId, '1.6');
  await station.call('BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'Model' });
  return station;
}

async function bootsV201(csms: TestCsms, stationId: string): Promise<StrictStation<'2.0.1'>> {
  const station = await csms.strictStation(stationId, '2.0.1');
  const chargingStation = { vendorName: 'Vendor', model: 'Model' };
  await station.call('BootNotification', { reason: 'PowerUp', chargingStation });
  return station;
}

describe('OCPP 1.6 · Authorization', () => {
  const csms = startCsms();
  const authorize = async (stationId: string, idTag: string) => {
    const station = await bootsV16(csms, stationId);
    const { idTagInfo } = await station.call('Authorize', { idTag });
    expect(station.violations).toEqual([]);
    return idTagInfo.status;
  };

  it('TC_007_CSMS · a start with a cached idTag is Accepted', async () => {
    await csms.given.idToken({ value: 'CACHED' });
    const station = await bootsV16(csms, 'CACHED');

    const { idTagInfo, transactionId } = await station.call('StartTransaction', {
      connectorId: 1,
      idTag: 'CACHED',
      meterStart: 0,
      timestamp: new Date().toISOString(),
    });

    expect(idTagInfo.status).toBe('Accepted');
    expect(transactionId).toBeGreaterThan(0);
    expect(station.violations).toEqual([]);
  });

  it('TC_023_1_CSMS · an unknown idTag is Invalid', async () => {
    expect(await authorize('TC-023-1', 'NOBODY')).toBe('Invalid');
  });

  it('TC_023_2_CSMS · an expired idTag is Expired', async () => {
    await csms.given.idToken({ value: 'EXPIRED', expiresAt: EXPIRED });

    expect(await authorize('TC-023-2', 'EXPIRED')).toBe('Expired');
  });

  it('TC_023_3_CSMS · a blocked idTag is Blocked', async () => {
    await csms.given.idToken({ value: 'BLOCKED', status: 'Blocked' });

    expect(await authorize('TC-023-3', 'BLOCKED')).toBe('Blocked');
  });
});

describe('OCPP 2.0.1 · Authorization', () => {
  const csms = startCsms();
  const card = (idToken: string) => ({ idToken, type: 'ISO14443' as const });
  const started = (transactionId: string, idToken: string) => ({
    eventType: 'Started' as const,
    timestamp: new Date().toISOString(),
    triggerReason: 'Authorized' as const,
    seqNo: 0,
    transactionInfo: { transactionId },
    evse: { id: 1, connectorId: 1 },
    idToken: card(idToken),
  });
  const authorize = async (stationId: string, idToken: string) => {
    const station = await bootsV201(csms, stationId);
    const { idTokenInfo } = await station.call('Authorize', { idToken: card(idToken) });
    expect(station.violations).toEqual([]);
    return idTokenInfo;
  };
  const startsFromCache = async (stationId: string, idToken: string) => {
    const station = await bootsV201(csms, stationId);
    const { idTokenInfo } = await station.call('TransactionEvent', started(stationId, idToken));
    expect(station.violations).toEqual([]);
    return idTokenInfo;
  };

  it('TC_C_02_CSMS · an unknown idToken is Invalid or Unknown', async () => {
    expect((await authorize('TC-C-02', 'NOBODY')).status).toMatch(/^(Invalid|Unknown)$/);
  });

  it('TC_C_06_CSMS · a blocked idToken is Blocked', async () => {
    await csms.given.idToken({ value: 'BLOCKED', status: 'Blocked' });

    expect((await authorize('TC-C-06', 'BLOCKED')).status).toBe('Blocked');
  });

  it('TC_C_07_CSMS · an expired idToken is Expired', async () => {
    await csms.given.idToken({ value: 'EXPIRED', expiresAt: EXPIRED });

    expect((await authorize('TC-C-07', 'EXPIRED')).status).toBe('Expired');
  });

  it('TC_C_08_CSMS · a start by a cached idToken that is valid is Accepted', async () => {
    await csms.given.idToken({ value: 'CACHED' });

    expect(await startsFromCache('TC-C-08', 'CACHED')).toMatchObject({ status: 'Accepted' });
  });

  it('TC_C_20_CSMS · a start by a cached idToken that is valid no more is Invalid or Unknown', async () => {
    const { id } = await csms.given.idToken({ value: 'REVOKED' });
    await csms.operator.delete(`/id-tokens/${id}`);

    expect((await startsFromCache('TC-C-20', 'REVOKED'))?.status).toMatch(/^(Invalid|Unknown)$/);
  });

  it('TC_C_39_CSMS · two idTokens of a group are answered the same groupIdToken, asked for and in events', async () => {
    await csms.given.idToken({ value: 'MEMBER1', groupId: 'FAMILY' });
    await csms.given.idToken({ value: 'MEMBER2', groupId: 'FAMILY' });
    const ofTheGroup = { status: 'Accepted', groupIdToken: { idToken: 'FAMILY', type: 'Central' } };
    const station = await bootsV201(csms, 'TC-C-39');

    const first = await station.call('Authorize', { idToken: card('MEMBER1') });
    const start = await station.call('TransactionEvent', started('TC-C-39', 'MEMBER1'));
    const second = await station.call('Authorize', { idToken: card('MEMBER2') });
    const stop = await station.call('TransactionEvent', {
      ...started('TC-C-39', 'MEMBER2'),
      eventType: 'Ended',
      triggerReason: 'StopAuthorized',
      seqNo: 1,
    });

    for (const answer of [first, start, second, stop]) expect(answer.idTokenInfo).toEqual(ofTheGroup);
    expect(station.violations).toEqual([]);
  });
});
