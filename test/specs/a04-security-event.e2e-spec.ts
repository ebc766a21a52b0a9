import type { OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

const SPEAKS_SECURITY = ['1.6', '2.0.1'] as const satisfies readonly OcppVersion[];
const CSR = '-----BEGIN CERTIFICATE REQUEST-----\nMIIBVTCB/AIBADBK\n-----END CERTIFICATE REQUEST-----\n';

describe('A04 · Security event notification', () => {
  const csms = startCsms();
  const eventsOf = async (stationId: string, query = '') =>
    (await csms.operator.get(`/stations/${stationId}/security-events${query}`)).body.items as Record<string, unknown>[];

  describe.each(SPEAKS_SECURITY)('OCPP %s', (version) => {
    const stationId = `A04-${version}`;
    const tells = async (id: string, event: { type: string; timestamp?: string; techInfo?: string }) => {
      const station = await csms.station(id, version).boots();
      return station.callAny('SecurityEventNotification', { timestamp: csms.clock.now().toISOString(), ...event });
    };

    it('is answered with nothing, kept and shown', async () => {
      const timestamp = csms.clock.now().toISOString();

      const answer = await tells(stationId, { type: 'TamperDetectionActivated', techInfo: 'door 2' });

      expect(answer).toEqual({});
      expect(await eventsOf(stationId)).toEqual([
        {
          id: expect.any(String),
          stationId,
          type: 'TamperDetectionActivated',
          critical: true,
          timestamp,
          stationTimestamp: null,
          techInfo: 'door 2',
          receivedAt: timestamp,
        },
      ]);
    });

    it('counts once, however often it is told, over a restart too', async () => {
      const event = { type: 'MemoryExhaustion', timestamp: csms.clock.now().toISOString() };
      const id = `${stationId}-twice`;
      await tells(id, event);
      await csms.restart();
      await csms.closeStations();

      await tells(id, event);
      await tells(id, { ...event, techInfo: 'another one' });

      expect((await eventsOf(id)).map(({ techInfo }) => techInfo)).toEqual(['another one', null]);
    });

    it('keeps one that waited while the station was offline, with its own time', async () => {
      const timestamp = new Date(csms.clock.now().getTime() - 86_400_000).toISOString();

      await tells(`${stationId}-late`, { type: 'ResetOrReboot', timestamp });

      expect(await eventsOf(`${stationId}-late`)).toMatchObject([
        { timestamp, receivedAt: csms.clock.now().toISOString() },
      ]);
    });

    it('keeps what cannot be true as it was said, at the time of receipt', async () => {
      await tells(`${stationId}-1970`, { type: 'SettingSystemTime', timestamp: '1970-01-01T00:00:00Z' });

      expect(await eventsOf(`${stationId}-1970`)).toMatchObject([
        { timestamp: csms.clock.now().toISOString(), stationTimestamp: '1970-01-01T00:00:00Z' },
      ]);
    });

    it('shows no password that a manufacturer wrote into it', async () => {
      await tells(`${stationId}-secret`, { type: 'com.example.Login', techInfo: 'ftp://joe:hunter2@10.0.0.1/x' });

      const [event] = await eventsOf(`${stationId}-secret`);
      expect(event).toMatchObject({ type: 'com.example.Login', critical: false });
      expect(JSON.stringify(event)).not.toContain('hunter2');
    });
  });

  it('of all stations are listed, those received last first, by type, weight, station and time', async () => {
    const station = await csms.station('A04-list', '2.0.1').boots();
    const tell = async (type: string) => {
      await csms.clock.advance(1000);
      const timestamp = csms.clock.now().toISOString();
      await station.call('SecurityEventNotification', { type, timestamp });
      return timestamp;
    };
    await tell('ListedFirst');
    const second = await tell('FirmwareUpdated');
    const third = await tell('ListedThird');
    const types = async (query: string) =>
      (await csms.operator.get(`/security-events?stationId=A04-list&${query}`)).body.items.map(
        ({ type }: { type: string }) => type,
      );

    expect(await types('')).toEqual(['ListedThird', 'FirmwareUpdated', 'ListedFirst']);
    expect(await types('critical=true')).toEqual(['FirmwareUpdated']);
    expect(await types('critical=false')).toEqual(['ListedThird', 'ListedFirst']);
    expect(await types('type=listedfirst')).toEqual(['ListedFirst']);
    expect(await types(`from=${second}&to=${third}`)).toEqual(['FirmwareUpdated']);
    const first = (await csms.operator.get('/security-events?stationId=A04-list&limit=2')).body;
    expect(await types(`limit=2&cursor=${first.nextCursor}`)).toEqual(['ListedFirst']);
  });

  it('of a station that nobody knows is 404, and a made-up filter 400', async () => {
    expect((await csms.operator.get('/stations/A04-nobody/security-events')).body.code).toBe('station-unknown');
    expect((await csms.operator.get('/security-events?stationId=A04-nobody')).body.code).toBe('station-unknown');
    expect((await csms.operator.get('/security-events?critical=perhaps')).body.code).toBe('validation-failed');
    expect((await csms.operator.get('/security-events?cursor=made-up')).body.code).toBe('validation-failed');
  });
});

describe('A02 A03 · A certificate to be signed', () => {
  const csms = startCsms();
  const requestsOf = async (stationId: string) =>
    (await csms.operator.get(`/stations/${stationId}/certificate-requests`)).body.items as Record<string, unknown>[];

  it('is refused with the reason, as long as there is no authority, and kept (OCPP 2.0.1)', async () => {
    const station = await csms.station('A02-2.0.1', '2.0.1').boots();
    const ask = () => station.call('SignCertificate', { csr: CSR, certificateType: 'ChargingStationCertificate' });

    expect(await ask()).toEqual({
      status: 'Rejected',
      statusInfo: { reasonCode: 'NoAuthority', additionalInfo: expect.any(String) },
    });
    await csms.clock.advance(60_000);
    await ask();

    expect(await requestsOf('A02-2.0.1')).toMatchObject([
      {
        csr: CSR,
        certificateType: 'ChargingStationCertificate',
        status: 'Rejected',
        count: 2,
        lastAt: csms.clock.now().toISOString(),
      },
    ]);
  });

  it('is refused and kept in the words of OCPP 1.6', async () => {
    const station = await csms.station('A02-1.6', '1.6').boots();

    expect(await station.call('SignCertificate', { csr: CSR })).toEqual({ status: 'Rejected' });
    expect(await station.call('SignCertificate', { csr: `${CSR}\n` })).toEqual({ status: 'Rejected' });

    expect(await requestsOf('A02-1.6')).toMatchObject([
      { csr: `${CSR}\n`, certificateType: null, count: 1 },
      { csr: CSR, count: 1 },
    ]);
  });
});
