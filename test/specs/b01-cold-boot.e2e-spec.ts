import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('B01 · Cold boot of a station that is accepted', () => {
  const csms = startCsms({ env: { OCPP_HEARTBEAT_INTERVAL_SECONDS: '300' } });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `B01-${version}`;

    it('is answered Accepted, with an interval near the configured one and the time of the CSMS', async () => {
      const station = await csms.station(stationId, version).connect();

      const answer = await station.boot();

      expect(answer.status).toBe('Accepted');
      expect(answer.interval).toBeGreaterThanOrEqual(240);
      expect(answer.interval).toBeLessThanOrEqual(360);
      const frame = JSON.parse(station.frames.find(({ direction }) => direction === 'received')!.text);
      expect(frame[2].currentTime).toBe(csms.clock.now().toISOString());
    });

    it('shows what the station said about itself', async () => {
      await csms.station(stationId, version, { plate: { vendor: 'Acme', model: 'Duo', serialNumber: 'SN-1' } }).boots();

      expect(await csms.operator.station(stationId)).toMatchObject({
        stationId,
        ocppVersion: version,
        connected: true,
        registrationStatus: 'Accepted',
        bootAnswer: 'Accepted',
        vendor: 'Acme',
        model: 'Duo',
        serialNumber: 'SN-1',
        firmwareVersion: '1.0.0',
        bootReason: version === '1.6' ? null : 'PowerUp',
        bootedAt: csms.clock.now().toISOString(),
        lastSeenAt: csms.clock.now().toISOString(),
      });
    });

    it('holds for the identity: the station comes back without a boot and stays accepted', async () => {
      const station = await csms.station(stationId, version).boots();

      await station.goOffline();
      await csms.eventually(async () =>
        expect(await csms.operator.station(stationId)).toMatchObject({ connected: false }),
      );
      await station.goOnline();

      await expect(station.reportStatus()).resolves.toBeUndefined();
    });

    it('holds over a restart of the CSMS', async () => {
      await csms.station(stationId, version).boots();
      await csms.closeStations();

      await csms.restart();
      expect(await csms.operator.station(stationId)).toMatchObject({ connected: false });
      const station = await csms.station(stationId, version).connect();

      await expect(station.reportStatus()).resolves.toBeUndefined();
    });

    it('gives a station its own interval where the operator set one', async () => {
      const station = await csms
        .station(`${stationId}-own`, version, { registration: { rules: { heartbeatIntervalSeconds: 10 } } })
        .connect();

      const { interval } = await station.boot();

      expect(interval).toBeGreaterThanOrEqual(8);
      expect(interval).toBeLessThanOrEqual(12);
    });
  });

  it('keeps every optional field of a 1.6 station', async () => {
    const station = await csms.station('B01-fields', '1.6').connect();

    await station.call('BootNotification', {
      chargePointVendor: 'Acme',
      chargePointModel: 'Duo',
      chargePointSerialNumber: 'SN-1',
      chargeBoxSerialNumber: 'BOX-1',
      firmwareVersion: '2.4',
      iccid: '8949',
      imsi: '2620',
      meterType: 'M3',
      meterSerialNumber: 'MS-1',
    });

    expect(await csms.operator.station('B01-fields')).toMatchObject({
      vendor: 'Acme',
      model: 'Duo',
      serialNumber: 'SN-1',
      chargeBoxSerialNumber: 'BOX-1',
      firmwareVersion: '2.4',
      iccid: '8949',
      imsi: '2620',
      meterType: 'M3',
      meterSerialNumber: 'MS-1',
    });
  });

  it('keeps the modem of a 2.0.1 station', async () => {
    const station = await csms.station('B01-modem', '2.0.1').connect();

    await station.call('BootNotification', {
      reason: 'FirmwareUpdate',
      chargingStation: { vendorName: 'Acme', model: 'Duo', modem: { iccid: '8949', imsi: '2620' } },
    });

    expect(await csms.operator.station('B01-modem')).toMatchObject({
      iccid: '8949',
      imsi: '2620',
      bootReason: 'FirmwareUpdate',
      serialNumber: null,
    });
  });
});
