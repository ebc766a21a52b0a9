import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

const TAG = 'VALID1';
const TOKEN = { value: TAG, type: 'ISO14443' } as const;

describe('OCPP 1.6 · Sessions over lost connections', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  beforeEach(() => csms.given.idToken({ value: TAG }));

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };

  it('TC_032_1_CSMS · Power failure: the boot is accepted, the end that follows is answered and counts', async () => {
    const station = await boots('TC-032-1');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    const failedAt = station.time();
    await station.strict.close();
    await csms.clock.advance(60_000);

    await station.strict.connect();
    await station.boots();
    const afterBoot = await station.transactions();
    await station.stops({ transactionId, reason: 'PowerLoss', timestamp: failedAt });
    await station.reports('Available');

    // a boot alone ends nothing
    expect(afterBoot).toMatchObject([{ state: 'active', endedAt: null }]);
    expect(await station.transactions()).toMatchObject([
      { state: 'ended', stopReason: 'PowerLoss', endedAt: failedAt, energyWh: 2500 },
    ]);
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_037_1_CSMS · Offline start of a valid token: accepted later, with the time at which it happened', async () => {
    const station = await boots('TC-037-1');
    await station.strict.close();
    const startedAt = station.time();
    await csms.clock.advance(90_000);

    await station.strict.connect();
    const transactionId = await station.starts(TAG, { timestamp: startedAt });
    await station.reports('Charging');

    expect(startedAt).toBe(station.time(90));
    expect(await station.transactions()).toMatchObject([
      { ocppTransactionId: String(transactionId), state: 'active', startedAt, durationSeconds: 90 },
    ]);
    expect(await station.connector()).toMatchObject({ reportedStatus: 'Charging' });
  });

  it('TC_037_3_CSMS · Offline start of an invalid token: told so, but with an id, and its end is answered', async () => {
    const station = await boots('TC-037-3');
    await station.strict.close();
    const startedAt = station.time();
    await csms.clock.advance(60_000);

    await station.strict.connect();
    const { idTagInfo, transactionId } = await station.tellsStart({ idTag: 'NOBODY', timestamp: startedAt });
    await station.stops({ transactionId, reason: 'DeAuthorized', meterStop: 1040 });
    await station.reports('Finishing', 'Available');

    expect(idTagInfo.status).toBe('Invalid');
    expect(transactionId).toBeGreaterThan(0);
    // what was drawn is known, whoever drew it
    expect(await station.transactions()).toMatchObject([
      {
        ocppTransactionId: String(transactionId),
        state: 'ended',
        stopReason: 'DeAuthorized',
        idToken: { value: 'NOBODY' },
        startedAt,
        endedAt: station.time(),
        energyWh: 40,
      },
    ]);
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_039_CSMS · Offline session: start and end are delivered later, and stored as they happened', async () => {
    const station = await csms.station('TC-039', '1.6').boots();
    await station.goOffline();
    const startedAt = csms.clock.now().toISOString();
    await station.plugIn();
    await station.authorize(TOKEN);
    await csms.clock.advance(30_000);
    await station.charge({ energyWh: 2500 });
    const endedAt = csms.clock.now().toISOString();
    await station.stop();
    await station.unplug();
    await csms.clock.advance(60_000);
    expect(await csms.operator.transactions({ stationId: 'TC-039' })).toEqual([]);

    await station.goOnline();
    await station.delivered();

    const [stored, ...more] = await csms.operator.transactions({ stationId: 'TC-039' });
    expect(more).toEqual([]);
    expect(stored).toMatchObject({ state: 'ended', idToken: TOKEN, startedAt, endedAt, stopReason: 'Local' });
    expect(stored?.energyWh).toBeGreaterThanOrEqual(2500);
    const answers = station.frames.filter(
      ({ direction, kind, action }) => direction === 'received' && kind !== 'CALL' && action?.endsWith('Transaction'),
    );
    expect(answers).toMatchObject([
      {
        action: 'StartTransaction',
        kind: 'CALLRESULT',
        payload: { transactionId: Number(stored?.ocppTransactionId), idTagInfo: { status: 'Accepted' } },
      },
      { action: 'StopTransaction', kind: 'CALLRESULT' },
    ]);
  });
});
