import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import {
  asksForUpdate,
  givenImage,
  imageOf,
  manufacturersKey,
  signatureOf,
  untilUpdateIs,
  updateOf,
  updatesOf,
} from '../support/firmware.js';

const DAY_MS = 24 * 3_600_000;

describe('L01 · Secure firmware update', () => {
  const csms = startCsms();
  const content = imageOf('2.0.0');
  const signed = () => givenImage(csms, '2.0.0', signatureOf(content), content);

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const id = (name: string) => `L01-${version}-${name}`;
    const action = version === '1.6' ? 'SignedUpdateFirmware' : 'UpdateFirmware';

    it('is checked by the station and installed (TC_080, TC_L_01)', async () => {
      const image = await signed();
      const station = await csms.station(id('all'), version).boots();

      const { body } = await asksForUpdate(csms, id('all'), { imageId: image.id });

      expect(body).toMatchObject({ action, status: 'Accepted', firmwareUpdate: { signed: true } });
      const frame = station.frames.find(({ text }) => text.includes(`"${action}"`))!.text;
      expect(frame).toContain(JSON.stringify(manufacturersKey().cert));
      const update = await untilUpdateIs(csms, id('all'), 'installed');
      await csms.eventually(async () =>
        expect((await updateOf(csms, id('all'), update.id)).statuses.map(({ status }) => status)).toEqual([
          'Downloading',
          'Downloaded',
          'SignatureVerified',
          'Installing',
          'InstallRebooting',
          'Installed',
        ]),
      );
    });

    it('fails where the station finds the signature wrong (TC_081, TC_L_06)', async () => {
      const image = await signed();
      await csms.station(id('forged'), version, { firmware: { fails: 'signature' } }).boots();

      await asksForUpdate(csms, id('forged'), { imageId: image.id });

      expect(await untilUpdateIs(csms, id('forged'), 'failed')).toMatchObject({ failure: 'InvalidSignature' });
      expect(await csms.operator.station(id('forged'))).toMatchObject({ firmwareVersion: '1.0.0' });
    });

    it.each(['InvalidCertificate', 'RevokedCertificate'] as const)(
      'is refused by the station, which says why: %s (TC_L_04, TC_L_05)',
      async (status) => {
        const image = await signed();
        const station = await csms.station(id(status), version).boots();
        station.onCall(action as never, (() => ({ status })) as never);

        const { body } = await asksForUpdate(csms, id(status), { imageId: image.id });

        expect(body).toMatchObject({ status, firmwareUpdate: { state: 'rejected', answer: status, failure: status } });
      },
    );

    it('is offered without its signature where the operator says so', async () => {
      const image = await signed();
      const station = await csms.station(id('plain'), version).boots();

      const { body } = await asksForUpdate(csms, id('plain'), { imageId: image.id, signed: false });

      expect(body).toMatchObject({ action: 'UpdateFirmware', firmwareUpdate: { signed: false } });
      expect(station.frames.some(({ text }) => text.includes('BEGIN CERTIFICATE'))).toBe(false);
      await untilUpdateIs(csms, id('plain'), 'installed');
    });

    it('is not offered with a certificate that the station would find expired', async () => {
      const validTo = new Date(csms.clock.now().getTime() + DAY_MS);
      const brief = makeCertificate({ type: 'ec', validTo });
      const image = await givenImage(csms, '2.0.0', signatureOf(content, brief), content);
      await csms.station(id('expired'), version).boots();
      const retrieveAt = new Date(validTo.getTime() + DAY_MS).toISOString();

      const answer = await asksForUpdate(csms, id('expired'), { imageId: image.id, retrieveAt });

      expect(answer).toMatchObject({ status: 400, body: { code: 'firmware-signature-invalid' } });
      expect(await updatesOf(csms, id('expired'))).toEqual([]);
    });

    it('is not made where the station is offline', async () => {
      const image = await signed();
      await csms.given.station(id('offline'));

      expect(await asksForUpdate(csms, id('offline'), { imageId: image.id })).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
    });
  });

  it('has in OCPP 2.0 no room for a long certificate, and says so', async () => {
    const rsa = makeCertificate({ type: 'rsa', rsaBits: 4096 });
    const image = await givenImage(csms, '2.0.0', signatureOf(content, rsa), content);
    await csms.station('L01-20-long', '2.0').boots();

    const answer = await asksForUpdate(csms, 'L01-20-long', { imageId: image.id });

    expect(answer).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(await updatesOf(csms, 'L01-20-long')).toEqual([]);
  });

  it('is installed by a station of OCPP 2.0', async () => {
    const image = await signed();
    await csms.station('L01-20', '2.0').boots();

    const { body } = await asksForUpdate(csms, 'L01-20', { imageId: image.id });

    expect(body).toMatchObject({ status: 'Accepted', firmwareUpdate: { signed: true } });
    await untilUpdateIs(csms, 'L01-20', 'installed');
  });
});
