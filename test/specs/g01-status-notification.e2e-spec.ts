import { OCPP_VERSIONS, type StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

type Status16 = StationRequests['1.6']['StatusNotification']['status'];
type EventData = StationRequests['2.0.1']['NotifyEvent']['eventData'][number];

describe('G01 · Status notification', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });

  const connectorOf = async (stationId: string, evseId = 1, connectorId = 1) =>
    (await csms.operator.station(stationId)).evses
      .find((evse) => evse.evseId === evseId)
      ?.connectors.find((connector) => connector.connectorId === connectorId);

  it.each(OCPP_VERSIONS)('shows every connector after the boot (OCPP %s)', async (version) => {
    const stationId = `G01-${version}`;
    await csms.station(stationId, version, { evses: [1, 1] }).boots();

    await csms.eventually(async () =>
      expect((await csms.operator.station(stationId)).evses).toMatchObject([
        { evseId: 1, connectors: [{ connectorId: 1, status: 'Available', reportedStatus: 'Available', stale: false }] },
        { evseId: 2, connectors: [{ connectorId: 1, status: 'Available', reportedStatus: 'Available', stale: false }] },
      ]),
    );
  });

  it.each<[Status16, string]>([
    ['Available', 'Available'],
    ['Preparing', 'Occupied'],
    ['Charging', 'Occupied'],
    ['SuspendedEV', 'Occupied'],
    ['SuspendedEVSE', 'Occupied'],
    ['Finishing', 'Occupied'],
    ['Reserved', 'Reserved'],
    ['Unavailable', 'Unavailable'],
    ['Faulted', 'Faulted'],
  ])('shows %s of OCPP 1.6 as %s, with the literal status beside it', async (reportedStatus, status) => {
    const station = await csms.station('G01-nine', '1.6').boots();

    const answer = await station.call('StatusNotification', {
      connectorId: 1,
      status: reportedStatus,
      errorCode: 'HighTemperature',
      info: 'fan stuck',
      vendorId: 'com.acme',
      vendorErrorCode: 'E17',
      timestamp: csms.clock.now().toISOString(),
    });

    expect(answer).toEqual({});
    expect(await connectorOf('G01-nine')).toMatchObject({
      status,
      reportedStatus,
      errorCode: 'HighTemperature',
      info: 'fan stuck',
      vendorId: 'com.acme',
      vendorErrorCode: 'E17',
      since: csms.clock.now().toISOString(),
    });
  });

  it('takes connector 0 of OCPP 1.6 for the station', async () => {
    const station = await csms.station('G01-zero', '1.6').boots();

    await station.call('StatusNotification', { connectorId: 0, status: 'Unavailable', errorCode: 'NoError' });

    expect(await csms.operator.station('G01-zero')).toMatchObject({
      status: { status: 'Unavailable', reportedStatus: 'Unavailable', stationTimestamp: null },
    });
  });

  it('never lets a status that waited while offline replace a newer one', async () => {
    const station = await csms.station('G01-late', '2.0.1').boots();
    const report = (timestamp: string, connectorStatus: 'Occupied' | 'Faulted') =>
      station.call('StatusNotification', { timestamp, connectorStatus, evseId: 1, connectorId: 1 });

    await report('2026-11-22T11:59:59.000Z', 'Occupied');
    await report('2026-11-22T11:30:00.000Z', 'Faulted');

    expect(await connectorOf('G01-late')).toMatchObject({ status: 'Available' });
    await csms.clock.advance(60_000);
    await report('2026-11-22T12:00:30.000Z', 'Occupied');
    await report('2026-11-22T11:30:00.000Z', 'Faulted');
    expect(await connectorOf('G01-late')).toMatchObject({ status: 'Occupied', since: '2026-11-22T12:00:30.000Z' });
  });

  it('of a clock that runs ahead does not shut out the next one, and shows the difference', async () => {
    const station = await csms.station('G01-ahead', '2.0.1').connect();
    await station.callAny('BootNotification', { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V' } });
    const report = (timestamp: string, connectorStatus: 'Occupied' | 'Available') =>
      station.call('StatusNotification', { timestamp, connectorStatus, evseId: 1, connectorId: 1 });

    await report(new Date(csms.clock.now().getTime() + 3_600_000).toISOString(), 'Occupied');
    expect(await connectorOf('G01-ahead')).toMatchObject({ since: csms.clock.now().toISOString() });
    await report(csms.clock.now().toISOString(), 'Available');

    expect(await connectorOf('G01-ahead')).toMatchObject({ status: 'Available' });
    await csms.clock.advance(10_000);
    await csms.eventually(async () =>
      expect(await csms.operator.station('G01-ahead')).toMatchObject({
        clockDifferenceSeconds: 3600,
        clockSuspect: true,
      }),
    );
  });

  it('is stale while the station is not connected', async () => {
    const station = await csms.station('G01-stale', '2.0.1').boots();
    await csms.eventually(async () => expect(await connectorOf('G01-stale')).toMatchObject({ stale: false }));

    await station.goOffline();

    await csms.eventually(async () => expect(await connectorOf('G01-stale')).toMatchObject({ stale: true }));
  });

  describe('as NotifyEvent', () => {
    const event = (component: EventData['component'], variable: string, actualValue: string): EventData => ({
      eventId: 1,
      timestamp: csms.clock.now().toISOString(),
      trigger: 'Delta',
      actualValue,
      eventNotificationType: 'HardWiredNotification',
      component,
      variable: { name: variable },
    });
    const notification = (...eventData: EventData[]) => ({
      generatedAt: csms.clock.now().toISOString(),
      seqNo: 0,
      eventData: eventData as [EventData, ...EventData[]],
    });

    it('is understood for connector, EVSE and station', async () => {
      const station = await csms.station('G01-event', '2.0.1').boots();

      const answer = await station.call(
        'NotifyEvent',
        notification(
          event({ name: 'Connector', evse: { id: 1, connectorId: 2 } }, 'AvailabilityState', 'Occupied'),
          event({ name: 'EVSE', evse: { id: 1 } }, 'AvailabilityState', 'Reserved'),
          event({ name: 'ChargingStation' }, 'AvailabilityState', 'Unavailable'),
        ),
      );

      expect(answer).toEqual({});
      expect(await connectorOf('G01-event', 1, 2)).toMatchObject({ status: 'Occupied' });
      expect(await csms.operator.station('G01-event')).toMatchObject({
        status: { status: 'Unavailable' },
        evses: [{ evseId: 1, status: { status: 'Reserved' } }],
      });
    });

    it('about a failed lock is answered empty and kept in the message log (TC_G_20)', async () => {
      const station = await csms.station('G05-lock', '2.0.1').boots();

      const answer = await station.call(
        'NotifyEvent',
        notification(event({ name: 'ConnectorPlugRetentionLock', evse: { id: 1, connectorId: 1 } }, 'Problem', 'true')),
      );

      expect(answer).toEqual({});
      const [message] = await csms.operator.messages('G05-lock', { action: 'NotifyEvent' });
      expect(message).toMatchObject({ outcome: 'answered', request: { eventData: [{ actualValue: 'true' }] } });
    });
  });
});
