import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { RawStation } from '../support/raw-station.js';

type Messages = StationRequests['2.0.1'];
interface Notice {
  readonly kind: string;
  readonly evseId: number | null;
  readonly requestId: number | null;
  readonly seqNo: number | null;
  readonly content: Record<string, unknown>;
  readonly answer: Record<string, unknown> | null;
}

const NOON = '2026-11-22T12:00:00.000Z';
const SCHEDULE: Messages['NotifyEVChargingSchedule']['chargingSchedule'] = {
  id: 1,
  chargingRateUnit: 'A',
  chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }],
};
const PROFILE = {
  id: 7,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  chargingSchedule: [SCHEDULE],
} satisfies Messages['ReportChargingProfiles']['chargingProfile'][number];
const MONITOR = {
  component: { name: 'EVSE', evse: { id: 1 } },
  variable: { name: 'Temperature' },
  variableMonitoring: [{ id: 3, transaction: false, value: 80, type: 'UpperThreshold', severity: 2 }],
} satisfies NonNullable<Messages['NotifyMonitoringReport']['monitor']>[number];
const OCSP = {
  hashAlgorithm: 'SHA256',
  issuerNameHash: 'a'.repeat(64),
  issuerKeyHash: 'b'.repeat(64),
  serialNumber: '01',
} as const;

describe('What a station tells is answered, kept and shown', () => {
  const csms = startCsms({ now: NOON });

  const notices = async (stationId: string, list: string, query = ''): Promise<Notice[]> => {
    const { status, body } = await csms.operator.get(`/stations/${stationId}/${list}${query}`);
    expect(status).toBe(200);
    return (body as { items: Notice[] }).items;
  };

  describe('K11 · K13 · Limits that others set', () => {
    const limit = (evseId: number | undefined, isGridCritical: boolean): Messages['NotifyChargingLimit'] => ({
      evseId,
      chargingLimit: { chargingLimitSource: 'EMS', isGridCritical },
      chargingSchedule: [SCHEDULE],
    });

    it('hold until they are replaced or released, each EVSE and the station for itself', async () => {
      const station = await csms.station('K11', '2.0.1').boots();

      expect(await station.call('NotifyChargingLimit', limit(1, false))).toEqual({});
      await station.call('NotifyChargingLimit', limit(1, true));
      await station.call('NotifyChargingLimit', limit(undefined, true));
      const before = await notices('K11', 'charging-limits');
      expect(await station.call('ClearedChargingLimit', { evseId: 1, chargingLimitSource: 'EMS' })).toEqual({});

      expect(before).toMatchObject([
        { evseId: null, content: { chargingLimit: limit(undefined, true).chargingLimit } },
        { evseId: 1, content: limit(1, true) },
      ]);
      expect(await notices('K11', 'charging-limits')).toMatchObject([{ evseId: null }]);
      expect(await notices('K11', 'charging-limits/history')).toHaveLength(4);
      expect(await notices('K11', 'charging-limits/history', '?evseId=1')).toHaveLength(3);
    });

    it('hold again after a release, though the message is the same', async () => {
      const station = await csms.station('K13-again', '2.0.1').boots();

      await station.call('NotifyChargingLimit', limit(1, true));
      await station.call('ClearedChargingLimit', { evseId: 1, chargingLimitSource: 'EMS' });
      await station.call('NotifyChargingLimit', limit(1, true));

      expect(await notices('K13-again', 'charging-limits')).toHaveLength(1);
    });

    it('survive a restart', async () => {
      const station = await csms.station('K11-restart', '2.0.1').boots();
      await station.call('NotifyChargingLimit', limit(2, true));

      await csms.restart();

      expect(await notices('K11-restart', 'charging-limits')).toMatchObject([{ evseId: 2 }]);
    });
  });

  it('K11 · counts a message that is said again at once, and takes it for a new one later', async () => {
    const station = await RawStation.booted(csms, 'K11-repeat', '2.0.1');
    const limit = '{"chargingLimit":{"chargingLimitSource":"EMS"}}';
    const say = () => station.ask(`[2,"1","NotifyChargingLimit",${limit}]`);

    expect([await say(), await say()]).toEqual(['[3,"1",{}]', '[3,"1",{}]']);
    await station.ask('[2,"2","ClearedChargingLimit",{"chargingLimitSource":"EMS"}]');
    await csms.clock.advance(3 * 60_000);
    await say();

    expect(await notices('K11-repeat', 'charging-limits')).toHaveLength(1);
    expect(await notices('K11-repeat', 'charging-limits/history')).toHaveLength(3);
  });

  it('K09 · profiles are shown part by part', async () => {
    const station = await csms.station('K09', '2.0.1').boots();
    const part = (id: number, tbc: boolean): Messages['ReportChargingProfiles'] => {
      return { requestId: 5, chargingLimitSource: 'CSO', evseId: 1, tbc, chargingProfile: [{ ...PROFILE, id }] };
    };

    expect(await station.call('ReportChargingProfiles', part(1, true))).toEqual({});
    await station.call('ReportChargingProfiles', part(2, false));

    expect(await notices('K09', 'charging-profile-reports', '?requestId=5')).toMatchObject([
      { requestId: 5, evseId: 1, content: part(2, false) },
      { requestId: 5, evseId: 1, content: part(1, true) },
    ]);
    expect(await notices('K09', 'charging-profile-reports', '?requestId=6')).toEqual([]);
  });

  it('K15 · needs of an EV are declined honestly, a schedule that breaks no limit is accepted', async () => {
    const station = await csms.station('K15', '2.0.1').boots();
    const needs: Messages['NotifyEVChargingNeeds'] = {
      evseId: 1,
      maxScheduleTuples: 3,
      chargingNeeds: {
        requestedEnergyTransfer: 'AC_three_phase',
        departureTime: NOON,
        acChargingParameters: { energyAmount: 20000, evMinCurrent: 6, evMaxCurrent: 32, evMaxVoltage: 400 },
      },
    };
    const schedule: Messages['NotifyEVChargingSchedule'] = { timeBase: NOON, evseId: 1, chargingSchedule: SCHEDULE };

    const declined = await station.call('NotifyEVChargingNeeds', needs);
    const accepted = await station.call('NotifyEVChargingSchedule', schedule);

    expect(declined).toMatchObject({ status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRequest' } });
    expect(accepted).toEqual({ status: 'Accepted' });
    expect(await notices('K15', 'ev-charging-needs')).toMatchObject([{ content: needs, answer: declined }]);
    expect(await notices('K15', 'ev-charging-schedules')).toMatchObject([{ content: schedule, answer: accepted }]);
  });

  it('M01 · M06 · certificates are declined honestly, and no address is fetched', async () => {
    const station = await csms.station('M01', '2.0.1').boots();
    const wanted: Messages['Get15118EVCertificate'] = {
      iso15118SchemaVersion: 'urn:iso:15118:2:2013:MsgDef',
      action: 'Install',
      exiRequest: 'eA==',
    };
    // where TAU itself listens: a fetch would be seen as a refused identity
    const responderURL = `${csms.url}/ocpp/M06-fetched`;

    const contract = await station.call('Get15118EVCertificate', wanted);
    const status = await station.call('GetCertificateStatus', { ocspRequestData: { ...OCSP, responderURL } });

    expect(contract).toMatchObject({
      status: 'Failed',
      exiResponse: '',
      statusInfo: { reasonCode: expect.any(String) },
    });
    expect(status).toMatchObject({ status: 'Failed', statusInfo: { reasonCode: expect.any(String) } });
    expect(await notices('M01', 'certificate-inquiries')).toMatchObject([
      { kind: 'GetCertificateStatus', content: { ocspRequestData: { ...OCSP, responderURL } }, answer: status },
      { kind: 'Get15118EVCertificate', content: wanted },
    ]);
  });

  it('N02 · a repeated part of a report of monitors counts once', async () => {
    const station = await csms.station('N02', '2.0.1').boots();
    const part = (seqNo: number, tbc: boolean): Messages['NotifyMonitoringReport'] => {
      return { requestId: 8, seqNo, generatedAt: NOON, tbc, monitor: [MONITOR] };
    };

    for (const each of [part(0, true), part(0, true), part(1, false)])
      expect(await station.call('NotifyMonitoringReport', each)).toEqual({});

    expect(await notices('N02', 'monitoring-reports')).toMatchObject([
      { requestId: 8, seqNo: 1, content: part(1, false) },
      { requestId: 8, seqNo: 0, content: part(0, true) },
    ]);
  });

  it('O03 · messages on a display are shown', async () => {
    const station = await csms.station('O03', '2.0.1').boots();
    const report: Messages['NotifyDisplayMessages'] = {
      requestId: 2,
      tbc: false,
      messageInfo: [{ id: 1, priority: 'AlwaysFront', message: { format: 'UTF8', language: 'en', content: 'Hello' } }],
    };

    expect(await station.call('NotifyDisplayMessages', report)).toEqual({});

    expect(await notices('O03', 'display-message-reports')).toMatchObject([{ requestId: 2, content: report }]);
  });

  it('L03 · what a local controller publishes is shown, without what is secret in its addresses', async () => {
    const station = await csms.station('L03', '2.0.1').boots();

    const told: Messages['PublishFirmwareStatusNotification'] = {
      status: 'Published',
      requestId: 4,
      location: ['ftp://someone:swordfish@10.0.0.1/firmware.bin?right=swordfish'],
    };
    expect(await station.call('PublishFirmwareStatusNotification', told)).toEqual({});

    const [publication] = await notices('L03', 'firmware-publications');
    expect(publication).toMatchObject({
      requestId: 4,
      content: { status: 'Published', location: ['ftp://10.0.0.1/***'] },
    });
    expect(JSON.stringify(publication)).not.toContain('swordfish');
  });

  it.each([
    'charging-limits',
    'charging-limits/history',
    'charging-profile-reports',
    'ev-charging-needs',
    'ev-charging-schedules',
    'certificate-inquiries',
    'monitoring-reports',
    'customer-information',
    'display-message-reports',
    'firmware-publications',
  ])('answers 404 for %s of a station that nobody registered', async (list) => {
    const answer = await csms.operator.get(`/stations/NOTICE-nobody/${list}`);

    expect(answer).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
  });
});
