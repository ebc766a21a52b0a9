import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { asksForUpdate, givenImage, imageOf, signatureOf, untilUpdateIs, updateOf } from '../support/firmware.js';
import type { Api } from '../support/operator.js';
import { stationsV16, type StationV16 } from './ocpp16-station.js';

type Plain = StationRequests['1.6']['FirmwareStatusNotification']['status'];
type Signed = StationRequests['1.6']['SignedFirmwareStatusNotification']['status'];

describe('OCPP 1.6 · Firmware management', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);
  const content = imageOf('2.0.0');

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };

  /** The operator asks for an update without a signature, and the station takes it. */
  const updates = async ({ stationId, strict }: StationV16) => {
    const image = await givenImage(csms, '2.0.0', {}, content);
    const requests: object[] = [];
    strict.onCall('UpdateFirmware', (request) => {
      requests.push(request);
      return {};
    });
    const { status, body } = await asksForUpdate(csms, stationId, { imageId: image.id });
    expect(status).toBe(200);
    expect(requests).toEqual([
      {
        location: expect.stringMatching(/^http:\/\/.+\/files\/firmware\/.+/),
        retrieveDate: csms.clock.now().toISOString(),
      },
    ]);
    return { update: body.firmwareUpdate as Api<'FirmwareUpdateView'>, ...(requests[0] as { location: string }) };
  };

  const says = async ({ strict }: StationV16, ...statuses: Plain[]) => {
    for (const status of statuses) expect(await strict.call('FirmwareStatusNotification', { status })).toEqual({});
  };

  /** A secure update, and the station takes it. */
  const updatesSecurely = async ({ stationId, strict }: StationV16) => {
    const signature = signatureOf(content);
    const image = await givenImage(csms, '2.0.0', signature, content);
    const requests: { requestId: number }[] = [];
    strict.onCall('SignedUpdateFirmware', (request) => {
      requests.push(request);
      return { status: 'Accepted' };
    });
    const { body } = await asksForUpdate(csms, stationId, { imageId: image.id });
    expect(body).toMatchObject({ state: 'answered', status: 'Accepted', action: 'SignedUpdateFirmware' });
    expect(requests).toMatchObject([{ requestId: expect.any(Number), firmware: signature }]);
    const [{ requestId }] = requests as [{ requestId: number }];
    return { update: body.firmwareUpdate as Api<'FirmwareUpdateView'>, requestId };
  };

  const saysSecurely = async ({ strict }: StationV16, requestId: number, ...statuses: Signed[]) => {
    for (const status of statuses) {
      expect(await strict.call('SignedFirmwareStatusNotification', { status, requestId })).toEqual({});
    }
  };

  it('TC_044_1_CSMS · Firmware update', async () => {
    const station = await boots('TC-044-1');

    const { update, location } = await updates(station);
    await says(station, 'Downloading');
    expect(Buffer.from(await (await fetch(location)).arrayBuffer()).equals(content)).toBe(true);
    await says(station, 'Downloaded');
    await station.reports('Unavailable');
    await says(station, 'Installing');
    await station.boots();
    await station.reports('Available');
    await says(station, 'Installed');

    await untilUpdateIs(csms, station.stationId, 'installed');
    const { statuses, downloads } = await updateOf(csms, station.stationId, update.id);
    expect(statuses.map(({ status }) => status)).toEqual(['Downloading', 'Downloaded', 'Installing', 'Installed']);
    expect(downloads.count).toBe(1);
  });

  it('TC_044_2_CSMS · Download failed', async () => {
    const station = await boots('TC-044-2');

    await updates(station);
    await says(station, 'Downloading', 'DownloadFailed');

    await untilUpdateIs(csms, station.stationId, 'failed');
  });

  it('TC_044_3_CSMS · Installation failed', async () => {
    const station = await boots('TC-044-3');

    await updates(station);
    await says(station, 'Downloading', 'Downloaded', 'Installing');
    await station.boots();
    await station.reports('Available');
    await says(station, 'InstallationFailed');

    expect(await untilUpdateIs(csms, station.stationId, 'failed')).toMatchObject({ failure: 'InstallationFailed' });
  });

  it('TC_080_CSMS · Secure firmware update', async () => {
    const station = await boots('TC-080');

    const { update, requestId } = await updatesSecurely(station);
    await saysSecurely(station, requestId, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing');
    await saysSecurely(station, requestId, 'InstallRebooting');
    await station.boots();
    await station.reports('Available');
    await saysSecurely(station, requestId, 'Installed');

    await untilUpdateIs(csms, station.stationId, 'installed');
    expect((await updateOf(csms, station.stationId, update.id)).statuses).toHaveLength(6);
  });

  it('TC_081_CSMS · Secure firmware update with an invalid signature', async () => {
    const station = await boots('TC-081');

    const { requestId } = await updatesSecurely(station);
    await saysSecurely(station, requestId, 'Downloading', 'Downloaded', 'InvalidSignature');
    await station.reportsSecurityEvent('InvalidFirmwareSignature');

    expect(await untilUpdateIs(csms, station.stationId, 'failed')).toMatchObject({ failure: 'InvalidSignature' });
  });
});
