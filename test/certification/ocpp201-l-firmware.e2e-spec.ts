import type { CsmsRequests, CsmsResponses, StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import {
  asksForUpdate,
  givenImage,
  imageOf,
  signatureOf,
  untilUpdateIs,
  updateOf,
  updatesOf,
} from '../support/firmware.js';
import type { Api } from '../support/operator.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Status = StationRequests['2.0.1']['FirmwareStatusNotification']['status'];
type Request = CsmsRequests['2.0.1']['UpdateFirmware'];
type Answer = CsmsResponses['2.0.1']['UpdateFirmware']['status'];
type Station = StrictStation<'2.0.1'>;

const HOUR_MS = 3_600_000;
const CARD = 'ABCD1234';

describe('OCPP 2.0.1 · L · Firmware', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);
  const content = imageOf('2.0.0');
  const later = () => new Date(csms.clock.now().getTime() + HOUR_MS).toISOString();

  /** The operator asks for a secure update; asserts what the station was told and what the operator is. */
  const updates = async (station: Station, options: object = {}, status: Answer = 'Accepted') => {
    const signature = signatureOf(content);
    const image = await givenImage(csms, '2.0.0', signature, content);
    const requests = cases.answers(station, 'UpdateFirmware', { status }) as Request[];

    const { body } = await asksForUpdate(csms, station.stationId, { imageId: image.id, ...options });

    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
    expect(requests.at(-1)).toMatchObject({
      requestId: expect.any(Number),
      firmware: { location: expect.stringMatching(/^http:\/\/.+\/files\/firmware\/.+/), ...signature },
    });
    return { update: body.firmwareUpdate as Api<'FirmwareUpdateView'>, request: requests.at(-1)! };
  };

  const says = async (station: Station, { requestId }: Request, ...statuses: Status[]) => {
    for (const status of statuses) {
      expect(await station.call('FirmwareStatusNotification', { status, requestId })).toEqual({});
    }
  };

  const reboots = async (station: Station) => {
    expect((await cases.boot(station)).status).toBe('Accepted');
    await cases.reportsStatus(station, 'Available');
  };

  const told = async (station: Station, { id }: Api<'FirmwareUpdateView'>) =>
    (await updateOf(csms, station.stationId, id)).statuses.map(({ status }) => status);

  it('TC_L_01_CSMS · Installation successful', async () => {
    const station = await cases.booted('TC_L_01');

    const { update, request } = await updates(station);
    await says(station, request, 'Downloading');
    expect(Buffer.from(await (await fetch(request.firmware.location)).arrayBuffer()).equals(content)).toBe(true);
    await says(station, request, 'Downloaded', 'SignatureVerified', 'Installing', 'InstallRebooting');
    await reboots(station);
    await says(station, request, 'Installed');

    expect(await untilUpdateIs(csms, station.stationId, 'installed')).toMatchObject({ downloads: { count: 1 } });
    expect(await told(station, update)).toEqual([
      'Downloading',
      'Downloaded',
      'SignatureVerified',
      'Installing',
      'InstallRebooting',
      'Installed',
    ]);
  });

  it('TC_L_02_CSMS · InstallScheduled', async () => {
    const station = await cases.booted('TC_L_02');
    const installAt = later();

    const { request } = await updates(station, { installAt });
    expect(request.firmware.installDateTime).toBe(installAt);
    await says(station, request, 'Downloading', 'Downloaded', 'SignatureVerified', 'InstallScheduled');
    expect(await untilUpdateIs(csms, station.stationId, 'downloaded')).toMatchObject({ status: 'InstallScheduled' });
    await says(station, request, 'Installing', 'Installed');

    await untilUpdateIs(csms, station.stationId, 'installed');
  });

  it('TC_L_03_CSMS · DownloadScheduled', async () => {
    const station = await cases.booted('TC_L_03');
    const retrieveAt = later();

    const { request } = await updates(station, { retrieveAt });
    expect(request.firmware.retrieveDateTime).toBe(retrieveAt);
    await says(station, request, 'DownloadScheduled');
    expect(await untilUpdateIs(csms, station.stationId, 'accepted')).toMatchObject({ status: 'DownloadScheduled' });
    await says(station, request, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'Installed');

    await untilUpdateIs(csms, station.stationId, 'installed');
  });

  it.each([
    ['TC_L_04_CSMS · RevokedCertificate', 'TC_L_04', 'RevokedCertificate', undefined],
    ['TC_L_05_CSMS · InvalidCertificate', 'TC_L_05', 'InvalidCertificate', 'InvalidFirmwareSigningCertificate'],
  ] as const)('%s', async (_, stationId, status, event) => {
    const station = await cases.booted(stationId);

    await updates(station, {}, status);
    if (event) await cases.reportsSecurityEvent(station, event);

    expect(await untilUpdateIs(csms, stationId, 'rejected')).toMatchObject({ answer: status, failure: status });
  });

  it('TC_L_06_CSMS · InvalidSignature', async () => {
    const station = await cases.booted('TC_L_06');

    const { request, update } = await updates(station);
    await says(station, request, 'Downloading', 'Downloaded', 'InvalidSignature');
    await cases.reportsSecurityEvent(station, 'InvalidFirmwareSignature');

    expect(await untilUpdateIs(csms, station.stationId, 'failed')).toMatchObject({ failure: 'InvalidSignature' });
    expect(await told(station, update)).toEqual(['Downloading', 'Downloaded', 'InvalidSignature']);
  });

  it.each([
    ['TC_L_07_CSMS · DownloadFailed', 'TC_L_07', ['Downloading', 'DownloadFailed']],
    [
      'TC_L_08_CSMS · InstallVerificationFailed',
      'TC_L_08',
      ['Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'InstallVerificationFailed'],
    ],
  ] as const)('%s', async (_, stationId, statuses) => {
    const station = await cases.booted(stationId);

    const { request, update } = await updates(station);
    await says(station, request, ...statuses);

    expect(await untilUpdateIs(csms, stationId, 'failed')).toMatchObject({ failure: statuses.at(-1) });
    expect(await told(station, update)).toEqual(statuses);
  });

  it('TC_L_09_CSMS · InstallationFailed', async () => {
    const station = await cases.booted('TC_L_09');

    const { request } = await updates(station);
    await says(station, request, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'InstallRebooting');
    await reboots(station);
    await says(station, request, 'InstallationFailed');

    expect(await untilUpdateIs(csms, station.stationId, 'failed')).toMatchObject({ failure: 'InstallationFailed' });
  });

  it('TC_L_10_CSMS · AcceptedCanceled', async () => {
    const station = await cases.booted('TC_L_10');
    const first = await updates(station);
    await says(station, first.request, 'Downloading');

    const second = await updates(station, {}, 'AcceptedCanceled');
    await says(station, second.request, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'Installed');

    expect(second.request.requestId).not.toBe(first.request.requestId);
    expect(await updatesOf(csms, station.stationId)).toMatchObject([
      { id: second.update.id, state: 'installed' },
      { id: first.update.id, state: 'superseded', supersededBy: second.update.id },
    ]);
  });

  it('TC_L_11_CSMS · Unable to cancel', async () => {
    const station = await cases.booted('TC_L_11');
    const first = await updates(station);
    await says(station, first.request, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing');

    const second = await updates(station, {}, 'Rejected');
    await says(station, first.request, 'Installed');

    expect(await updatesOf(csms, station.stationId)).toMatchObject([
      { id: second.update.id, state: 'rejected' },
      { id: first.update.id, state: 'installed' },
    ]);
  });

  it('TC_L_13_CSMS · Unable to download or install during a transaction', async () => {
    await csms.given.idToken({ value: CARD });
    const station = await cases.booted('TC_L_13');
    const transaction = cases.transaction(station);
    const evse = { id: 1, connectorId: 1 };
    await cases.reportsStatus(station, 'Occupied');
    await transaction.started('Authorized', { idToken: CARD, evse, chargingState: 'Charging' });

    const { request } = await updates(station);
    await says(station, request, 'DownloadScheduled');
    await csms.clock.advance(1000);
    await transaction.ended('StopAuthorized', { idToken: CARD, stoppedReason: 'Local' });
    await cases.reportsStatus(station, 'Unavailable');
    await says(station, request, 'Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'Installed');
    await cases.reportsStatus(station, 'Available');

    await untilUpdateIs(csms, station.stationId, 'installed');
    expect(await cases.transactionOf('TC_L_13')).toMatchObject({ state: 'ended' });
  });
});
