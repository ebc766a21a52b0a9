import { X509Certificate } from 'node:crypto';
import { certificateIdOf, HASH_ALGORITHMS } from '../../src/common/x509.js';
import { CallError, NO_ANSWER, type Frame } from '../../src/cli/simulator/index.js';
import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';

const ROOT = makeCertificate({ type: 'ec', commonName: 'Root of the operator' }).cert.trim();
const OTHER = makeCertificate({ type: 'ec', commonName: 'Root of the manufacturer' }).cert.trim();
const EXPIRED = makeCertificate({ type: 'ec', validTo: new Date('2026-01-01T00:00:00Z') });
const HASHES = { hashAlgorithm: 'SHA256', issuerNameHash: 'AB'.repeat(32), issuerKeyHash: 'CD'.repeat(32) } as const;
/** One that was there before TAU was. */
const FACTORY = { ...HASHES, serialNumber: '0F' };

const hashesOf = (pem: string, algorithm: (typeof HASH_ALGORITHMS)[number] = 'SHA256') => {
  const certificate = new X509Certificate(pem);
  return certificateIdOf(certificate, certificate, algorithm);
};

/** What a station was told, in its order. */
const callsOf = ({ frames }: { readonly frames: readonly Frame[] }, action: string): object[] =>
  frames
    .filter((frame) => frame.direction === 'received' && frame.kind === 'CALL' && frame.action === action)
    .map(({ payload }) => payload);

describe('M · Certificates of stations', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });
  const of = (stationId: string) => `/stations/${stationId}/certificates`;
  const install = (stationId: string, certificate = ROOT, certificateType = 'CSMSRootCertificate') =>
    csms.operator.post(of(stationId), { certificateType, certificate });
  const refresh = (stationId: string, certificateTypes?: string[], headers?: Record<string, string>) =>
    csms.operator.post(`${of(stationId)}/refresh`, { certificateTypes }, headers);
  const list = async (stationId: string, query = ''): Promise<Api<'StationCertificatePage'>> =>
    (await csms.operator.get(`${of(stationId)}${query}`)).body;
  const forget = (stationId: string, id: string, headers?: Record<string, string>) =>
    csms.operator.delete(`${of(stationId)}/${id}`, headers);

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const said = { '1.6': 'CentralSystemRootCertificate', '2.0.1': 'CSMSRootCertificate' }[version];

    it('M05 · M03 · M04 · a root is installed, reported by its hashes, and deleted by them', async () => {
      const stationId = `M-${version}`;
      await csms.station(stationId, version).boots();

      const installed = await install(stationId);
      expect(installed).toMatchObject({
        status: 200,
        body: {
          name: 'InstallCertificate',
          status: 'Accepted',
          request: { certificateType: said, certificate: ROOT },
          response: { status: 'Accepted' },
        },
      });
      expect(await list(stationId)).toMatchObject({
        items: [],
        reports: [],
        awaitingReport: [{ certificateType: 'CSMSRootCertificate', subject: 'CN=Root of the operator' }],
      });

      await csms.clock.advance(1000);
      const asked = await refresh(stationId, ['CSMSRootCertificate']);
      const certificate = {
        ...hashesOf(ROOT),
        certificateType: 'CSMSRootCertificate',
        childCertificates: [],
        reportedAt: csms.clock.now().toISOString(),
        commandId: asked.body.commandId,
        certificate: {
          subject: 'CN=Root of the operator',
          issuer: 'CN=Root of the operator',
          validTo: '2049-01-01T00:00:00.000Z',
          commandId: installed.body.commandId,
        },
      };
      expect(asked).toMatchObject({
        status: 200,
        body: {
          name: 'GetInstalledCertificateIds',
          status: 'Accepted',
          certificates: [certificate],
          reports: [{ certificateType: 'CSMSRootCertificate', status: 'Accepted' }],
        },
      });
      const { items, awaitingReport } = await list(stationId);
      expect(items).toMatchObject([certificate]);
      expect(awaitingReport).toEqual([]);

      const deleted = await forget(stationId, items[0]!.id);
      expect(deleted).toMatchObject({
        status: 200,
        body: {
          name: 'DeleteCertificate',
          status: 'Accepted',
          request: { certificateHashData: hashesOf(ROOT) },
        },
      });
      expect(await list(stationId)).toMatchObject({ items: [], awaitingReport: [] });
      expect(await refresh(stationId, ['CSMSRootCertificate'])).toMatchObject({
        body: { status: 'NotFound', certificates: [], reports: [{ status: 'NotFound' }] },
      });
      expect((await csms.operator.commands(stationId)).map(({ name }) => name)).toEqual([
        'GetInstalledCertificateIds',
        'DeleteCertificate',
        'GetInstalledCertificateIds',
        'InstallCertificate',
      ]);
    });

    it('M03 · all types are asked for, one by one or in one message as the version can', async () => {
      const stationId = `M-all-${version}`;
      const station = await csms.station(stationId, version).boots();
      await install(stationId);
      await install(stationId, OTHER, 'ManufacturerRootCertificate');

      const { body } = await refresh(stationId);

      expect(body.status).toBe('Accepted');
      expect(body.certificates.map((each: { certificateType: string }) => each.certificateType).toSorted()).toEqual([
        'CSMSRootCertificate',
        'ManufacturerRootCertificate',
      ]);
      expect(callsOf(station, 'GetInstalledCertificateIds')).toEqual(
        version === '1.6'
          ? [{ certificateType: said }, { certificateType: 'ManufacturerRootCertificate' }]
          : // [OCPP 2.0.1 M03.FR.01] without a type it is about all of them
            [{}],
      );
      expect(body.commandIds).toHaveLength(version === '1.6' ? 2 : 1);
      expect((await list(stationId, '?certificateType=ManufacturerRootCertificate')).items).toMatchObject([
        { ...hashesOf(OTHER), certificate: { subject: 'CN=Root of the manufacturer' } },
      ]);
    });

    it('M03 · what the station does not report any more is off the list, and what it still does keeps its id', async () => {
      const stationId = `M-gone-${version}`;
      const station = await csms.station(stationId, version).boots();
      await install(stationId);
      await install(stationId, OTHER);
      await refresh(stationId);
      const [other, root] = (await list(stationId)).items;
      expect(other).toMatchObject(hashesOf(OTHER));
      await csms.clock.advance(60_000);
      await refresh(stationId, ['ManufacturerRootCertificate']);
      expect((await list(stationId)).items).toEqual([other, root]);
      // somebody at the station has deleted the other one
      const certificateHashData = hashesOf(ROOT);
      const left = {
        '1.6': { status: 'Accepted', certificateHashData: [certificateHashData] },
        '2.0.1': {
          status: 'Accepted',
          certificateHashDataChain: [{ certificateType: 'CSMSRootCertificate', certificateHashData }],
        },
      }[version];
      station.onCall('GetInstalledCertificateIds', left as never);
      await refresh(stationId, ['CSMSRootCertificate']);
      const [again, ...others] = (await list(stationId)).items;
      expect(others).toEqual([]);
      expect(again).toMatchObject({ id: root!.id, firstReportedAt: root!.firstReportedAt });
      expect(Date.parse(again!.reportedAt)).toBe(Date.parse(root!.reportedAt) + 60_000);
    });

    it('M03 · M04 · what was asked as a raw message counts as well', async () => {
      const stationId = `M-raw-${version}`;
      await csms.station(stationId, version).boots();
      const raw = (action: string, payload: object) =>
        csms.operator.post(`/stations/${stationId}/ocpp/${action}`, payload);

      await raw('InstallCertificate', { certificateType: said, certificate: ROOT });
      await raw('GetInstalledCertificateIds', { certificateType: version === '1.6' ? said : [said] });
      expect((await list(stationId)).items).toMatchObject([
        { ...hashesOf(ROOT), certificate: { subject: 'CN=Root of the operator' } },
      ]);
      await raw('DeleteCertificate', { certificateHashData: hashesOf(ROOT) });
      expect((await list(stationId)).items).toEqual([]);
    });

    it.each(HASH_ALGORITHMS)(
      'M04 · the hashes go back in the letters in which they came: %s',
      async (hashAlgorithm) => {
        const stationId = `M-${hashAlgorithm}-${version}`;
        const odd = { hashAlgorithm, issuerNameHash: 'aB01', issuerKeyHash: 'Cd02', serialNumber: '00fF' };
        const certificates = { hashAlgorithm, holds: [{ type: 'ManufacturerRootCertificate', id: odd }] } as const;
        const station = await csms.station(stationId, version, { certificates }).boots();
        await refresh(stationId);
        const [held] = (await list(stationId)).items;
        expect(held).toMatchObject({ ...odd, certificate: null });

        const { body } = await forget(stationId, held!.id);

        expect(body).toMatchObject({ status: 'Accepted' });
        expect(await station.nextCall('DeleteCertificate')).toEqual({ certificateHashData: odd });
        expect((await list(stationId)).items).toEqual([]);
      },
    );

    it('M04 · the station keeps what it cannot delete, and says so', async () => {
      const stationId = `M-keeps-${version}`;
      const certificates = { fails: true, holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
      await csms.station(stationId, version, { certificates }).boots();
      await refresh(stationId);
      const [held] = (await list(stationId)).items;

      expect(await forget(stationId, held!.id)).toMatchObject({ status: 200, body: { status: 'Failed' } });
      expect((await list(stationId)).items).toMatchObject([{ id: held!.id }]);
    });

    it('M04 · what the station does not find is off the list', async () => {
      const stationId = `M-lost-${version}`;
      const certificates = { holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
      const station = await csms.station(stationId, version, { certificates }).boots();
      await refresh(stationId);
      const [held] = (await list(stationId)).items;
      station.onCall('DeleteCertificate', () => ({ status: 'NotFound' }));

      expect(await forget(stationId, held!.id)).toMatchObject({ status: 200, body: { status: 'NotFound' } });
      expect((await list(stationId)).items).toEqual([]);
      expect(await forget(stationId, held!.id)).toMatchObject({ status: 404, body: { code: 'certificate-unknown' } });
    });

    it('M04 · the same request again gets the answer of the first', async () => {
      const stationId = `M-again-${version}`;
      const certificates = { holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
      const station = await csms.station(stationId, version, { certificates }).boots();
      await refresh(stationId);
      const [held] = (await list(stationId)).items;
      const key = { 'idempotency-key': `once-${version}` };

      const first = await forget(stationId, held!.id, key);
      const again = await forget(stationId, held!.id, key);

      expect(again).toMatchObject({ status: 200, body: { commandId: first.body.commandId, status: 'Accepted' } });
      expect(callsOf(station, 'DeleteCertificate')).toHaveLength(1);
    });

    it.each(['Rejected', 'Failed'] as const)('M05 · the station does not install it: %s', async (status) => {
      const stationId = `M-${status}-${version}`;
      const station = await csms.station(stationId, version).boots();
      station.onCall('InstallCertificate', () => ({ status }));

      expect(await install(stationId)).toMatchObject({ status: 200, body: { status, state: 'answered' } });
      expect((await list(stationId)).awaitingReport).toEqual([]);
    });

    it('M05 · the store of the station is full', async () => {
      const stationId = `M-full-${version}`;
      await csms.station(stationId, version, { certificates: { room: 1 } }).boots();
      await install(stationId);

      expect(await install(stationId, OTHER)).toMatchObject({ status: 200, body: { status: 'Rejected' } });
    });

    it.each([
      ['no certificate', 'certificate', 'certificate-invalid'],
      ['its content alone', ROOT.replaceAll(/-----.*-----/g, ''), 'certificate-invalid'],
      ['half of it', ROOT.slice(0, 200), 'certificate-invalid'],
      ['two of them', `${ROOT}\n${OTHER}`, 'certificate-invalid'],
      ['with its private key', `${EXPIRED.key}${EXPIRED.cert}`, 'certificate-invalid'],
      ['expired', EXPIRED.cert, 'certificate-expired'],
      [
        'larger than the message takes',
        makeCertificate({ type: 'ec', commonName: 'x'.repeat(5000) }).cert,
        'certificate-too-large',
      ],
    ])('M05 · is not sent: %s', async (_, certificate, code) => {
      const stationId = `M-no-${version}`;
      const station = await csms.station(stationId, version).boots();

      const { status, body } = await install(stationId, certificate);

      expect({ status, code: body.code }).toEqual({ status: 400, code });
      expect(body.detail).toMatch(/Send one X\.509|Install/);
      expect(JSON.stringify(body)).not.toContain('PRIVATE KEY-----');
      expect(callsOf(station, 'InstallCertificate')).toEqual([]);
    });

    it('M05 · is not sent: larger than the station takes', async () => {
      const stationId = `M-limit-${version}`;
      const station = await csms.station(stationId, version).boots();
      if (version === '1.6') {
        station.onCall('GetConfiguration', () => ({
          configurationKey: [{ key: 'CertificateSignedMaxChainSize', readonly: true, value: '300' }],
        }));
      } else {
        station.onCall('GetVariables', () => ({
          getVariableResult: [
            {
              attributeStatus: 'Accepted',
              attributeValue: '300',
              component: { name: 'SecurityCtrlr' },
              variable: { name: 'MaxCertificateChainSize' },
            },
          ],
        }));
      }
      await csms.operator.get(
        `/stations/${stationId}/variables?component=SecurityCtrlr&variable=MaxCertificateChainSize`,
      );

      expect(await install(stationId)).toMatchObject({
        status: 400,
        body: { code: 'certificate-too-large', limit: 300, size: ROOT.length },
      });
    });

    it('the station is away, answers with an error, or not at all', async () => {
      const stationId = `M-away-${version}`;
      const certificates = { holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
      const registration = { rules: { callTimeoutSeconds: 10 } };
      const station = await csms.station(stationId, version, { certificates, registration }).boots();
      await refresh(stationId, ['CSMSRootCertificate']);
      const [held] = (await list(stationId)).items;

      station.onCall('InstallCertificate', () => new CallError('NotSupported'));
      expect(await install(stationId)).toMatchObject({ status: 502, body: { code: 'station-error' } });
      station.onCall('DeleteCertificate', () => ({ status: 'Perhaps' }) as never);
      expect(await forget(stationId, held!.id)).toMatchObject({ status: 502, body: { code: 'station-error' } });
      station.onCall('GetInstalledCertificateIds', () => NO_ANSWER);
      const waiting = refresh(stationId, ['CSMSRootCertificate']);
      await station.nextCall('GetInstalledCertificateIds');
      await station.nextCall('GetInstalledCertificateIds');
      await csms.clock.advance(10_000);
      expect(await waiting).toMatchObject({ status: 504, body: { code: 'station-timeout' } });
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));
      for (const answer of [await install(stationId), await refresh(stationId), await forget(stationId, held!.id)]) {
        expect(answer).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      }
      expect((await list(stationId)).items).toMatchObject([{ id: held!.id }]);
    });

    it('a command that is kept is carried out when the station is back, and what it said is kept', async () => {
      const stationId = `M-kept-${version}`;
      const station = await csms.station(stationId, version).boots();
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));
      const queued = await csms.operator.post(`${of(stationId)}?whenOffline=queue`, {
        certificateType: 'CSMSRootCertificate',
        certificate: ROOT,
      });
      expect(queued).toMatchObject({ status: 202, body: { state: 'queued' } });
      expect(await csms.operator.post(`${of(stationId)}/refresh?whenOffline=queue`, {})).toMatchObject({
        status: 202,
        body: { state: 'queued', certificates: [] },
      });

      await station.boots();

      await csms.eventually(async () =>
        expect((await list(stationId)).items).toMatchObject([
          { ...hashesOf(ROOT), certificate: { subject: 'CN=Root of the operator' } },
        ]),
      );
    });

    it('an answer after the clock was set back counts as any other', async () => {
      const stationId = `M-clock-${version}`;
      await csms.station(stationId, version).boots();
      await install(stationId);
      await refresh(stationId);
      csms.clock.wallTime = new Date(csms.clock.now().getTime() - 86_400_000);

      await install(stationId, OTHER);
      expect((await list(stationId)).awaitingReport).toMatchObject([{ subject: 'CN=Root of the manufacturer' }]);
      await refresh(stationId);

      expect((await list(stationId)).items).toHaveLength(2);
      expect((await list(stationId)).awaitingReport).toEqual([]);
    });

    it('what was answered when TAU stopped is taken in later', async () => {
      const stationId = `M-restart-${version}`;
      const certificates = { holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
      await csms.station(stationId, version, { certificates }).boots();
      await refresh(stationId);
      const [held] = (await list(stationId)).items;
      await forget(stationId, held!.id);
      // as if the process had died between the answer and what follows from it
      const [station] = await csms.sql<{ id: string }>('SELECT id FROM stations WHERE station_id = $1', stationId);
      await csms.sql('DELETE FROM certificate_answers WHERE station_id = $1', station!.id);
      await csms.sql('DELETE FROM certificate_inventories WHERE station_id = $1', station!.id);
      await csms.sql('DELETE FROM station_certificates WHERE station_id = $1', station!.id);

      await csms.restart();

      expect(await list(stationId)).toMatchObject({
        items: [],
        reports: expect.arrayContaining([expect.objectContaining({ certificateType: 'CSMSRootCertificate' })]),
      });
    });
  });

  it('M03 · a chain of the station is shown with what stands between it and its root (OCPP 2.0.1)', async () => {
    const child = { ...HASHES, serialNumber: '1A' };
    const holds = [
      { type: 'V2GCertificateChain', id: FACTORY, children: [child] },
      { type: 'MORootCertificate', id: child },
      { type: 'V2GRootCertificate', id: FACTORY },
    ] as const;
    const station = await csms.station('M-chain', '2.0.1', { certificates: { holds } }).boots();

    const { body } = await refresh('M-chain', ['V2GCertificateChain', 'MORootCertificate']);

    expect(callsOf(station, 'GetInstalledCertificateIds')).toEqual([
      { certificateType: ['V2GCertificateChain', 'MORootCertificate'] },
    ]);
    expect(body.reports).toMatchObject([
      { certificateType: 'MORootCertificate', status: 'Accepted' },
      { certificateType: 'V2GCertificateChain', status: 'Accepted' },
    ]);
    expect((await list('M-chain', '?certificateType=V2GCertificateChain')).items).toMatchObject([
      { ...FACTORY, childCertificates: [child] },
    ]);
    expect((await list('M-chain')).items).toHaveLength(2);
  });

  it('M03 · a list is read page by page', async () => {
    const holds = ['0A', '0B', '0C'].map((serialNumber) => ({
      type: 'V2GRootCertificate' as const,
      id: { ...HASHES, serialNumber },
    }));
    await csms.station('M-pages', '2.0.1', { certificates: { holds } }).boots();
    await refresh('M-pages');

    const first = await list('M-pages', '?limit=2');
    const second = await list('M-pages', `?limit=2&cursor=${first.nextCursor}`);

    expect([...first.items, ...second.items].map(({ serialNumber }) => serialNumber)).toEqual(['0C', '0B', '0A']);
    expect(second.nextCursor).toBeNull();
  });

  it('M03 · the second question of a 1.6 station fails: what was answered before is named', async () => {
    const station = await csms.station('M-half', '1.6').boots();
    let asked = 0;
    station.onCall('GetInstalledCertificateIds', () =>
      asked++ === 0 ? { status: 'NotFound' } : new CallError('InternalError'),
    );

    const { status, body } = await refresh('M-half');

    expect({ status, body }).toMatchObject({ status: 502, body: { code: 'station-error', commandIds: [{}] } });
    expect((await list('M-half')).reports).toMatchObject([
      { certificateType: 'CSMSRootCertificate', status: 'NotFound', commandId: body.commandIds[0] },
    ]);
  });

  it('M03 · the same question again is not asked again, in as many messages as it took', async () => {
    const station = await csms.station('M-once', '1.6').boots();
    const key = { 'idempotency-key': 'once' };

    const first = await refresh('M-once', undefined, key);
    const again = await refresh('M-once', undefined, key);

    expect(again.body.commandIds).toEqual(first.body.commandIds);
    expect(callsOf(station, 'GetInstalledCertificateIds')).toHaveLength(2);
  });

  it.each(['V2GRootCertificate', 'MORootCertificate'])('has no word for a %s in OCPP 1.6', async (type) => {
    const station = await csms.station('M-type', '1.6').boots();

    expect(await install('M-type', ROOT, type)).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    const asked = await refresh('M-type', ['CSMSRootCertificate', type]);
    expect(asked).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(asked.body.detail).toContain('CSMSRootCertificate and ManufacturerRootCertificate');
    expect(callsOf(station, 'GetInstalledCertificateIds')).toEqual([]);
  });

  it('M05 · a root is installed on many stations at once, whatever they speak', async () => {
    const registration = { labels: ['fleet'] };
    for (const version of ['1.6', '2.0', '2.0.1'] as const) {
      await csms.station(`M-fleet-${version}`, version, { registration }).boots();
    }

    const { body } = await csms.operator.post('/bulk-commands', {
      filter: { label: ['fleet'] },
      command: {
        method: 'POST',
        path: '/certificates',
        body: { certificateType: 'CSMSRootCertificate', certificate: ROOT },
      },
    });

    await csms.eventually(async () =>
      expect(await csms.operator.get(`/bulk-commands/${body.bulkCommandId}/stations`)).toMatchObject({
        body: {
          items: [
            { stationId: 'M-fleet-1.6', status: 'Accepted' },
            { stationId: 'M-fleet-2.0', state: 'refused', problem: { code: 'version-unsupported' } },
            { stationId: 'M-fleet-2.0.1', status: 'Accepted' },
          ],
        },
      }),
    );
    expect((await list('M-fleet-1.6')).awaitingReport).toHaveLength(1);
  });

  it('has no words for any of it in OCPP 2.0', async () => {
    await csms.station('M-20', '2.0').boots();

    for (const answer of [await install('M-20'), await refresh('M-20')]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    }
  });

  it.each([
    {},
    { certificateType: 'V2GCertificateChain', certificate: ROOT },
    { certificateType: 'CSMSRootCertificate' },
    { certificateType: 'CSMSRootCertificate', certificate: ['x'] },
  ])('M05 · is refused where the request makes no sense: %#', async (body) => {
    await csms.given.station('M-bad');

    expect(await csms.operator.post(of('M-bad'), body)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  it('of a station that is not registered nothing is known', async () => {
    for (const answer of [
      await install('M-nobody'),
      await refresh('M-nobody'),
      await forget('M-nobody', '019a0000-0000-7000-8000-00000000dead'),
      await csms.operator.get(of('M-nobody')),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
    }
  });

  it('of another station nothing is deleted', async () => {
    const certificates = { holds: [{ type: 'CSMSRootCertificate', id: FACTORY }] } as const;
    await csms.station('M-one', '2.0.1', { certificates }).boots();
    const other = await csms.station('M-other', '2.0.1', { certificates }).boots();
    await refresh('M-one');
    const [held] = (await list('M-one')).items;

    expect(await forget('M-other', held!.id)).toMatchObject({ status: 404, body: { code: 'certificate-unknown' } });
    expect(callsOf(other, 'DeleteCertificate')).toEqual([]);
  });
});
