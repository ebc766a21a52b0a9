import { OCPP_VERSIONS } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { ToldTransaction } from '../support/transaction-events.js';

const MASTER = { value: 'MASTER01', type: 'ISO14443' } as const;
const DRIVER = { value: 'DRIVER01', type: 'ISO14443' } as const;

describe('C16 · Stopping with a master pass', () => {
  const csms = startCsms();

  beforeEach(async () => {
    await csms.given.group('MASTERS', { concurrentTransactions: 'allowed', masterPass: true });
    await csms.given.idToken({ ...MASTER, groupId: 'MASTERS' });
    await csms.given.idToken(DRIVER);
  });

  it('is shown with its group, and gone where the rules no longer say so', async () => {
    expect((await csms.operator.get('/id-token-groups/MASTERS')).body).toEqual({
      groupId: 'MASTERS',
      concurrentTransactions: 'allowed',
      masterPass: true,
    });
    expect((await csms.given.group('MASTERS', { concurrentTransactions: 'refused' })).masterPass).toBe(false);
  });

  it.each(OCPP_VERSIONS)('is Accepted where it is presented, with its group (OCPP %s)', async (version) => {
    const station = await csms.station(`C16-${version}`, version).boots();
    const asked =
      version === '1.6' ? { idTag: MASTER.value } : { idToken: { idToken: MASTER.value, type: MASTER.type } };

    expect(await station.callAny('Authorize', asked)).toEqual(
      version === '1.6'
        ? { idTagInfo: { status: 'Accepted', parentIdTag: 'MASTERS' } }
        : { idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'MASTERS', type: 'Central' } } },
    );
  });

  it('stops the transaction of another driver, who is billed (OCPP 2.0.1)', async () => {
    const station = await csms.station('C16-STOPS', '2.0.1').boots();
    const transaction = new ToldTransaction(station, () => csms.clock.now());
    await transaction.started('Authorized', { idToken: DRIVER.value, evse: { id: 1, connectorId: 1 } });

    const ended = await transaction.ended('StopAuthorized', { idToken: MASTER.value, stoppedReason: 'MasterPass' });

    expect(ended).toEqual({
      idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'MASTERS', type: 'Central' } },
    });
    expect(await csms.operator.transactions({ stationId: 'C16-STOPS' })).toMatchObject([
      { state: 'ended', stopReason: 'MasterPass', idToken: DRIVER },
    ]);
  });

  it('stops the transaction of another driver, who is billed (OCPP 1.6)', async () => {
    const station = await csms.station('C16-STOPS-16', '1.6').boots();
    const timestamp = csms.clock.now().toISOString();
    const start = { connectorId: 1, idTag: DRIVER.value, meterStart: 0, timestamp };
    const { transactionId } = await station.call('StartTransaction', start);

    const stopped = await station.call('StopTransaction', {
      transactionId,
      idTag: MASTER.value,
      meterStop: 5,
      timestamp,
    });

    expect(stopped).toEqual({ idTagInfo: { status: 'Accepted', parentIdTag: 'MASTERS' } });
    expect(await csms.operator.transactions({ stationId: 'C16-STOPS-16' })).toMatchObject([
      { state: 'ended', idToken: DRIVER },
    ]);
  });

  it('starts no transaction (C16.FR.03), but what a station started all the same is kept', async () => {
    const v201 = await csms.station('C16-STARTS', '2.0.1').boots();
    const v16 = await csms.station('C16-STARTS-16', '1.6').boots();
    const timestamp = csms.clock.now().toISOString();

    const started = await new ToldTransaction(v201, () => csms.clock.now()).started('Authorized', {
      idToken: MASTER.value,
      evse: { id: 1, connectorId: 1 },
    });
    const start = await v16.call('StartTransaction', { connectorId: 1, idTag: MASTER.value, meterStart: 0, timestamp });

    expect(started.idTokenInfo?.status).toBe('Blocked');
    expect(start).toMatchObject({ idTagInfo: { status: 'Blocked' }, transactionId: expect.any(Number) });
    expect(await csms.operator.transactions({ stationId: 'C16-STARTS' })).toHaveLength(1);
  });

  it('is no master where it is blocked', async () => {
    await csms.given.idToken({ ...MASTER, status: 'Blocked' });
    const station = await csms.station('C16-BLOCKED', '2.0.1').boots();

    expect(await station.authorize(MASTER)).toBe('Blocked');
    await csms.given.idToken({ ...MASTER, status: 'Accepted' });
  });

  it.each(['yes', 1, null])('refuses %p for a rule', async (masterPass) => {
    const rules = { concurrentTransactions: 'allowed', masterPass };

    expect(await csms.operator.put('/id-token-groups/MASTERS', rules)).toMatchObject({ status: 400 });
  });
});
