import { OCPP_VERSIONS } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;

describe('The simulated station', () => {
  const csms = startCsms();

  it.each(OCPP_VERSIONS)('charges a vehicle (OCPP %s), and REST shows the transaction', async (version) => {
    await csms.given.idToken({ value: 'ABCD1234' });
    const stationId = `SIM-${version}`;
    const station = await csms.station(stationId, version, { powerW: 0 }).boots();

    await station.plugIn();
    expect(await station.authorize(TOKEN)).toBe('Accepted');
    await station.charge({ energyWh: 1500 });
    await csms.clock.advance(1000);
    await station.charge({ energyWh: 1000 });
    await station.stop();
    await station.unplug();

    const [transaction, ...others] = await csms.operator.transactions({ stationId });
    expect(others).toEqual([]);
    expect(transaction).toMatchObject({
      stationId,
      evseId: 1,
      connectorId: 1,
      idToken: { value: 'ABCD1234' },
      state: 'ended',
      energyWh: 2500,
      stopReason: 'Local',
      flags: [],
    });
    const energies = (await csms.operator.meterValues(transaction!.id))
      .filter(
        ({ measurand, context }) => measurand === 'Energy.Active.Import.Register' && context === 'Sample.Periodic',
      )
      .map(({ value }) => Number(value));
    expect(energies).toEqual([1500, 2500]);
  });

  it.each(OCPP_VERSIONS)('starts and stops at the request of an operator (OCPP %s)', async (version) => {
    await csms.given.idToken({ value: 'ABCD1234' });
    const stationId = `REMOTE-${version}`;
    await csms.station(stationId, version).boots();

    const start = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });
    const transaction = await csms.eventually(async () => {
      const [first] = await csms.operator.transactions({ stationId, state: 'active' });
      expect(first).toBeDefined();
      return first!;
    });
    const stop = await csms.operator.requestStop(transaction.id);

    expect([start.status, stop.status]).toEqual(['Accepted', 'Accepted']);
    await csms.eventually(async () => {
      expect(await csms.operator.transaction(transaction.id)).toMatchObject({ state: 'ended', stopReason: 'Remote' });
    });
  });

  it('comes back to a TAU that was restarted, and delivers what it kept', async () => {
    await csms.given.idToken({ value: 'ABCD1234' });
    const station = await csms.station('RESTART', '2.0.1').boots();
    await station.plugIn();
    await station.authorize(TOKEN);
    await station.goOffline();
    await station.charge({ energyWh: 700 });
    await station.stop();

    await csms.restart();
    await station.goOnline();
    await station.delivered();

    const transactions = await csms.operator.transactions({ stationId: 'RESTART' });
    expect(transactions).toHaveLength(1);
    expect(transactions[0]).toMatchObject({ state: 'ended', energyWh: 700 });
  });

  it('is joined by an independent client that checks every frame', async () => {
    const v16 = await csms.strictStation('STRICT-16', '1.6');
    const v201 = await csms.strictStation('STRICT-201', '2.0.1');

    const boot16 = await v16.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
    const boot201 = await v201.call('BootNotification', {
      reason: 'PowerUp',
      chargingStation: { vendorName: 'V', model: 'M' },
    });

    expect([boot16.status, boot201.status]).toEqual(['Accepted', 'Accepted']);
    expect([...v16.violations, ...v201.violations]).toEqual([]);
  });
});
