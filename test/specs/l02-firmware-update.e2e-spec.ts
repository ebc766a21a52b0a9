import { jest } from '@jest/globals';
import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import { asksForUpdate, givenImage, imageOf, untilUpdateIs, updateOf, updatesOf } from '../support/firmware.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

// each update has a download, a reboot and half a dozen messages
jest.setTimeout(30_000);

describe('L02 · Firmware update', () => {
  const csms = startCsms();
  /** A long time passes, of which only the last moments are lived through. */
  const passes = async (ms: number): Promise<void> => {
    csms.clock.wallTime = new Date(csms.clock.now().getTime() + ms);
    await csms.clock.advance(15_000);
  };
  const asks = (stationId: string, body: object, headers?: Record<string, string>) =>
    asksForUpdate(csms, stationId, body, headers);

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const id = (name: string) => `L02-${version}-${name}`;
    /** What the version says of the course beyond the stages that all have. */
    const reboots = version === '1.6' ? [] : ['InstallRebooting'];

    it('is fetched, installed and proved by the boot that follows (TC_044_1)', async () => {
      const image = await givenImage(csms, '2.0.0', { fileName: 'firmware-2.bin' });
      const station = await csms.station(id('all'), version).boots();

      const { status, body } = await asks(id('all'), { imageId: image.id, retries: 2, retryInterval: 60 });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        state: 'answered',
        status: version === '1.6' ? null : 'Accepted',
        name: 'UpdateFirmware',
        firmwareUpdate: {
          stationId: id('all'),
          imageId: image.id,
          version: '2.0.0',
          versionBefore: '1.0.0',
          signed: false,
          retries: 2,
          retryInterval: 60,
          location: `${csms.url}/***`,
        },
      });
      const asked = (await station.nextCall('UpdateFirmware')) as Record<string, unknown>;
      const { location } = (asked['firmware'] ?? asked) as { location: string };
      expect(location).toMatch(new RegExp(`^${csms.url}/files/firmware/[\\w-]{43}/firmware-2\\.bin$`));
      expect(asked).toMatchObject({ retries: 2, retryInterval: 60 });

      const update = await untilUpdateIs(csms, id('all'), 'installed');
      await csms.eventually(async () => {
        expect((await updateOf(csms, id('all'), update.id)).statuses.map((said) => said.status)).toEqual([
          'Downloading',
          'Downloaded',
          'Installing',
          ...reboots,
          'Installed',
        ]);
      });
      expect(update).toMatchObject({ downloads: { count: 1, bytes: image.size }, failure: null });
      expect(await csms.operator.station(id('all'))).toMatchObject({ firmwareVersion: '2.0.0' });
    });

    it('keeps its URL to itself: not in the command, nor in the log of messages', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('secret'), version).boots();

      const { body } = await asks(id('secret'), { imageId: image.id });
      const sent = JSON.stringify(await station.nextCall('UpdateFirmware'));
      const location = /"location":"([^"]+)"/.exec(sent)![1]!;
      const capability = new URL(location).pathname.split('/')[3]!;

      await untilUpdateIs(csms, id('secret'), 'installed');
      await csms.eventually(async () => {
        expect(await csms.operator.messages(id('secret'), { action: 'UpdateFirmware' })).toHaveLength(1);
      });
      const shown = JSON.stringify([
        body,
        await csms.operator.messages(id('secret')),
        await csms.operator.commands(id('secret')),
        await updatesOf(csms, id('secret')),
      ]);
      expect(shown).toContain('/***');
      expect(shown).not.toContain(capability);
    });

    it('fails where the station says that it cannot fetch it (TC_044_2, TC_L_07)', async () => {
      const image = await givenImage(csms, '2.0.0');
      await csms.station(id('lost'), version, { firmware: { fails: 'download' } }).boots();

      await asks(id('lost'), { imageId: image.id });

      expect(await untilUpdateIs(csms, id('lost'), 'failed')).toMatchObject({
        status: 'DownloadFailed',
        failure: 'DownloadFailed',
        downloads: { count: 0 },
        endedAt: expect.any(String),
      });
    });

    it('fails where the station says that it cannot install it (TC_044_3, TC_L_09)', async () => {
      const image = await givenImage(csms, '2.0.0');
      await csms.station(id('broken'), version, { firmware: { fails: 'install' } }).boots();

      await asks(id('broken'), { imageId: image.id });

      expect(await untilUpdateIs(csms, id('broken'), 'failed')).toMatchObject({ failure: 'InstallationFailed' });
      expect(await csms.operator.station(id('broken'))).toMatchObject({ firmwareVersion: '1.0.0' });
    });

    it('is proved by a boot with the new version where the station says nothing', async () => {
      const image = await givenImage(csms, '3.1.4');
      await csms.station(id('silent'), version, { firmware: { fails: 'silent' } }).boots();

      await asks(id('silent'), { imageId: image.id });

      const update = await untilUpdateIs(csms, id('silent'), 'installed');
      expect(update).toMatchObject({ versionBefore: '1.0.0', versionAfter: '3.1.4', status: null });
    });

    it('times out visibly where nothing is heard of it', async () => {
      const image = await givenImage(csms, '2.0.0');
      await csms.station(id('hangs'), version, { firmware: { fails: 'hangs' } }).boots();
      await asks(id('hangs'), { imageId: image.id });
      await untilUpdateIs(csms, id('hangs'), 'installing');

      await passes(25 * HOUR_MS);

      expect(await untilUpdateIs(csms, id('hangs'), 'timed-out')).toMatchObject({
        failure: expect.stringContaining('nothing was heard'),
        status: 'Installing',
      });
    });

    it('goes on as long as the station speaks of it, also where it says the same again', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('slow'), version).boots();
      station.onCall('UpdateFirmware', version === '1.6' ? {} : ({ status: 'Accepted' } as never));
      const { body } = await asks(id('slow'), { imageId: image.id });
      const { requestId } = body.firmwareUpdate;
      const says = () =>
        station.callAny('FirmwareStatusNotification', {
          status: 'Downloading',
          ...(version !== '1.6' && { requestId }),
        });

      await says();
      await passes(20 * HOUR_MS);
      await says();
      await passes(20 * HOUR_MS);

      const [update] = await updatesOf(csms, id('slow'));
      expect(update).toMatchObject({ state: 'downloading' });
      expect((await updateOf(csms, id('slow'), update!.id)).statuses).toMatchObject([{ repeats: 1 }]);
      const [url] = /http:[^"]+/.exec(JSON.stringify(await station.nextCall('UpdateFirmware')))!;
      expect((await fetch(url)).status).toBe(200);
    });

    it('gives way to a new one that the station accepts (TC_L_10)', async () => {
      const [first, second] = [await givenImage(csms, '2.0.0'), await givenImage(csms, '2.1.0')];
      await csms.station(id('two'), version, { firmware: { fails: 'hangs' } }).boots();
      await asks(id('two'), { imageId: first.id });
      await untilUpdateIs(csms, id('two'), 'installing');

      const { body } = await asks(id('two'), { imageId: second.id });

      expect(body.status).toBe(version === '1.6' ? null : 'AcceptedCanceled');
      const [, older] = await updatesOf(csms, id('two'));
      expect(older).toMatchObject({ state: 'superseded', supersededBy: body.firmwareUpdate.id });
      await untilUpdateIs(csms, id('two'), 'installing');
    });

    it('survives a restart of TAU in the middle', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = csms.station(id('restart'), version, { firmware: { stageMs: 1000 } });
      await station.boots();
      await asks(id('restart'), { imageId: image.id });
      await untilUpdateIs(csms, id('restart'), 'downloading');

      await csms.restart();
      await station.goOnline();
      for (let i = 0; i < 6; i++) await csms.clock.advance(1000);

      await csms.eventually(async () => {
        await csms.clock.advance(1000);
        expect(await updatesOf(csms, id('restart'))).toMatchObject([{ state: 'installed' }]);
      });
    });

    it('is not made where the station is offline', async () => {
      const image = await givenImage(csms, '2.0.0');
      await csms.given.station(id('offline'));

      expect(await asks(id('offline'), { imageId: image.id })).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
      expect(await updatesOf(csms, id('offline'))).toEqual([]);
    });

    it('waits for a station that is offline, where the operator wants that', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('queue'), version).boots();
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(id('queue'))).connected).toBe(false));

      const path = `/stations/${id('queue')}/firmware-updates?whenOffline=queue`;
      const { status, body } = await csms.operator.post(path, { imageId: image.id });
      expect({ status, state: body.firmwareUpdate.state }).toEqual({ status: 202, state: 'requested' });
      await station.boots();

      await csms.eventually(async () => {
        await csms.clock.advance(10_000);
        expect(await updatesOf(csms, id('queue'))).toMatchObject([{ state: 'installed' }]);
      });
    });

    /** Asks a station that is away for version 2.0.0; the command waits for it. */
    async function keptUpdate(stationId: string): Promise<string> {
      const image = await givenImage(csms, '2.0.0');
      await (await csms.station(stationId, version).boots()).goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));
      const path = `/stations/${stationId}/firmware-updates?whenOffline=queue`;
      return (await csms.operator.post(path, { imageId: image.id })).body.commandId;
    }

    it('is not asked for any more where the station comes back with the new version', async () => {
      const stationId = id('other-way');
      const commandId = await keptUpdate(stationId);
      const command = () => csms.operator.command(commandId);

      // nothing may be sent to it before the operator has had a look
      await csms.operator.changeStation(stationId, { registrationStatus: 'Pending' });
      const back = csms.station(stationId, version, { plate: { firmwareVersion: '2.0.0' } });
      await back.connect();
      await back.boot();

      expect(await untilUpdateIs(csms, stationId, 'installed')).toMatchObject({ versionAfter: '2.0.0', status: null });
      expect(await command()).toMatchObject({ state: 'cancelled', sentAt: null, waitsFor: null });
      await csms.operator.changeStation(stationId, { registrationStatus: 'Accepted' });
      await back.boot();
      await csms.clock.advance(15_000);
      expect(await command()).toMatchObject({ state: 'cancelled', sentAt: null });
      expect(await updatesOf(csms, stationId)).toMatchObject([{ state: 'installed', downloads: { count: 0 } }]);
    });

    it('does not follow the boot of an accepted station that has the new version by now', async () => {
      const stationId = id('by-itself');
      const commandId = await keptUpdate(stationId);

      const back = await csms.station(stationId, version, { plate: { firmwareVersion: '2.0.0' } }).boots();

      await untilUpdateIs(csms, stationId, 'installed');
      await back.callAny('Heartbeat', {});
      expect(await csms.operator.command(commandId)).toMatchObject({
        state: 'cancelled',
        sentAt: null,
        error: { reason: 'came-about' },
      });
      expect(back.frames.some(({ kind, action }) => kind === 'CALL' && /UpdateFirmware/.test(action!))).toBe(false);
    });

    it('is kept as long as was said, and can be fetched by then', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('days'), version).boots();
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(id('days'))).connected).toBe(false));

      const ttlSeconds = 3 * 24 * 3600;
      const path = `/stations/${id('days')}/firmware-updates?whenOffline=queue&ttlSeconds=${ttlSeconds}`;
      await csms.operator.post(path, { imageId: image.id });
      await passes(48 * HOUR_MS);
      expect(await updatesOf(csms, id('days'))).toMatchObject([{ state: 'requested' }]);
      await station.boots();

      expect(await untilUpdateIs(csms, id('days'), 'installed')).toMatchObject({ downloads: { count: 1 } });
    });

    it('whose refusal is heard after its first status is not looked at for ever', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('odd'), version).boots();
      station.onCall('UpdateFirmware', async (request) => {
        const { requestId } = request as { requestId?: number };
        const status = { status: 'Downloading', ...(version !== '1.6' && { requestId }) };
        await station.call('FirmwareStatusNotification', status as never);
        return new CallError('InternalError', 'a station that does and says no');
      });

      const { status } = await asks(id('odd'), { imageId: image.id });

      expect(status).toBe(502);
      expect(await updatesOf(csms, id('odd'))).toMatchObject([{ state: 'downloading' }]);
      const unsettled = `SELECT u.id FROM firmware_updates u JOIN stations s ON s.id = u.station_id
        WHERE s.station_id = $1 AND u.settled_at IS NULL`;
      expect(await csms.sql(unsettled, id('odd'))).toEqual([]);
    });

    it('is refused by the station with an error, and says so', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('error'), version).boots();
      station.onCall('UpdateFirmware', new CallError('NotSupported', 'no firmware here'));

      const { status, body } = await asks(id('error'), { imageId: image.id });

      expect({ status, code: body.code }).toEqual({ status: 502, code: 'station-error' });
      expect(await updatesOf(csms, id('error'))).toMatchObject([{ state: 'rejected' }]);
    });

    it('waits for the time that the operator gave (TC_L_03)', async () => {
      const image = await givenImage(csms, '2.0.0');
      const station = await csms.station(id('later'), version).boots();
      const retrieveAt = new Date(csms.clock.now().getTime() + MINUTE_MS).toISOString();

      const { body } = await asks(id('later'), { imageId: image.id, retrieveAt });

      expect(body.firmwareUpdate).toMatchObject({ retrieveAt });
      expect(JSON.stringify(await station.nextCall('UpdateFirmware'))).toContain(retrieveAt);
      await csms.clock.advance(MINUTE_MS);
      await untilUpdateIs(csms, id('later'), 'installed');
    });

    it('is asked for once where the request is repeated', async () => {
      const image = await givenImage(csms, '2.0.0');
      await csms.station(id('twice'), version).boots();
      const ask = () => asks(id('twice'), { imageId: image.id }, { 'idempotency-key': `key-${version}` });

      const [first, again] = [await ask(), await ask()];

      expect(again.body.commandId).toBe(first.body.commandId);
      expect(await updatesOf(csms, id('twice'))).toHaveLength(1);
    });
  });

  describe.each(['2.0', '2.0.1'] as const)('OCPP %s', (version) => {
    it('is refused by the station, and says so; the one before goes on (TC_L_11)', async () => {
      const image = await givenImage(csms, '2.0.0');
      const stationId = `L02-${version}-refuses`;
      const station = await csms.station(stationId, version, { firmware: { fails: 'hangs' } }).boots();
      await asks(stationId, { imageId: image.id });
      await untilUpdateIs(csms, stationId, 'installing');
      station.onCall('UpdateFirmware', () => ({ status: 'Rejected' }));

      const { body } = await asks(stationId, { imageId: image.id });

      expect(body).toMatchObject({ status: 'Rejected', firmwareUpdate: { state: 'rejected', answer: 'Rejected' } });
      expect((await updatesOf(csms, stationId)).map(({ state }) => state)).toEqual(['rejected', 'installing']);
    });

    it('is installed at the time that the operator gave (TC_L_02)', async () => {
      const image = await givenImage(csms, '2.0.0');
      const stationId = `L02-${version}-installs-later`;
      await csms.station(stationId, version).boots();
      const installAt = new Date(csms.clock.now().getTime() + MINUTE_MS).toISOString();

      await asks(stationId, { imageId: image.id, installAt });
      expect(await untilUpdateIs(csms, stationId, 'downloaded')).toMatchObject({ installAt });
      await csms.eventually(async () => expect((await updatesOf(csms, stationId))[0]!.status).toBe('InstallScheduled'));
      await csms.clock.advance(MINUTE_MS);

      await untilUpdateIs(csms, stationId, 'installed');
    });
  });

  it('at a time of its own for the installation cannot be said in OCPP 1.6 without a signature', async () => {
    const image = await givenImage(csms, '2.0.0');
    await csms.station('L02-install-16', '1.6').boots();

    const answer = await asks('L02-install-16', { imageId: image.id, installAt: '2030-01-01T00:00:00Z' });

    expect(answer).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(await updatesOf(csms, 'L02-install-16')).toEqual([]);
  });

  it('of an image that is kept elsewhere ends with any new version, and its credentials are masked', async () => {
    const station = await csms.station('L02-elsewhere', '1.6').boots();
    station.onCall('UpdateFirmware', () => ({}));
    const location = 'ftp://user:secret@files.example.com/fw/2.bin?token=topsecret';

    const { body } = await asks('L02-elsewhere', { location });
    await station.call('FirmwareStatusNotification', { status: 'Downloaded' });
    await station.call('BootNotification', {
      chargePointVendor: 'TAU',
      chargePointModel: 'Simulator',
      firmwareVersion: '7.7.7',
    });

    expect(body.firmwareUpdate.location).toBe('ftp://files.example.com/***');
    const update = await untilUpdateIs(csms, 'L02-elsewhere', 'installed');
    expect(update).toMatchObject({ imageId: null, version: null, versionAfter: '7.7.7', downloads: { count: 0 } });
    expect(JSON.stringify([body, update, await csms.operator.commands('L02-elsewhere')])).not.toMatch(/secret/);
  });

  it('takes statuses as they come: skipped, repeated, late, and about nothing that is known', async () => {
    const image = await givenImage(csms, '2.0.0');
    const station = await csms.station('L02-odd', '2.0.1').boots();
    station.onCall('UpdateFirmware', () => ({ status: 'Accepted' }));
    const { body } = await asks('L02-odd', { imageId: image.id });
    const { requestId, id } = body.firmwareUpdate;
    const says = (status: Api<'FirmwareStatusView'>['status'], about: { requestId?: number } = { requestId }) =>
      station.callAny('FirmwareStatusNotification', { status, ...about });

    await says('Idle', {});
    await says('Installing');
    await says('Installing');
    await says('Downloading');
    await says('Downloaded', { requestId: 999_999_999 });

    const update = await updateOf(csms, 'L02-odd', id);
    expect(update).toMatchObject({ state: 'installing', status: 'Downloading' });
    expect(update.statuses).toMatchObject([{ status: 'Installing', repeats: 1 }, { status: 'Downloading' }]);
    const { items } = (await csms.operator.get('/stations/L02-odd/firmware-statuses')).body;
    expect(items).toMatchObject([
      { status: 'Downloaded', requestId: 999_999_999, updateId: null },
      { status: 'Downloading', updateId: id },
      { status: 'Installing', updateId: id },
      { status: 'Idle', requestId: null, updateId: null },
    ]);
  });

  it('that was given up goes on where the station comes back to it', async () => {
    const image = await givenImage(csms, '2.0.0');
    const station = await csms.station('L02-back', '2.0.1').boots();
    station.onCall('UpdateFirmware', () => ({ status: 'Accepted' }));
    const { body } = await asks('L02-back', { imageId: image.id });
    await passes(25 * HOUR_MS);
    await untilUpdateIs(csms, 'L02-back', 'timed-out');

    await station.call('FirmwareStatusNotification', {
      status: 'Installed',
      requestId: body.firmwareUpdate.requestId,
    });

    expect(await untilUpdateIs(csms, 'L02-back', 'installed')).toMatchObject({ failure: null });
  });

  it('whose answer is lost stays open until the station tells what became of it', async () => {
    const image = await givenImage(csms, '2.0.0');
    const station = await csms
      .station('L02-lost', '2.0.1', { registration: { rules: { callTimeoutSeconds: 5 } } })
      .boots();
    station.onCall('UpdateFirmware', NO_ANSWER);
    const asked = asks('L02-lost', { imageId: image.id });
    const { requestId } = await station.nextCall('UpdateFirmware');
    await csms.clock.advance(5000);
    expect(await asked).toMatchObject({ status: 504, body: { code: 'station-timeout' } });
    expect(await updatesOf(csms, 'L02-lost')).toMatchObject([{ state: 'requested' }]);

    await station.call('FirmwareStatusNotification', { status: 'Downloading', requestId });

    await untilUpdateIs(csms, 'L02-lost', 'downloading');
  });

  it.each([
    [{}, 400],
    [{ imageId: '019a0000-0000-7000-8000-00000000dead' }, 404],
    [{ imageId: 'x' }, 400],
    [{ location: 'file:///etc/passwd' }, 400],
    [{ location: 'javascript:alert(1)' }, 400],
    [{ location: `https://example.com/${'x'.repeat(600)}` }, 400],
    [{ location: 'https://example.com/a', signature: 'AAAA' }, 400],
    [{ location: 'https://example.com/a', retries: -1 }, 400],
    [{ location: 'https://example.com/a', retrieveAt: '2030-01-02T00:00:00Z', installAt: '2030-01-01T00:00:00Z' }, 400],
  ])('is refused where the request makes no sense: %j', async (body, status) => {
    await csms.station('L02-bad', '2.0.1').boots();

    expect((await asks('L02-bad', body)).status).toBe(status);
    expect(await updatesOf(csms, 'L02-bad')).toEqual([]);
  });

  it('is not offered to stations that the image is not for', async () => {
    const image = await givenImage(csms, '2.0.0', { vendor: 'TAU', model: 'Another' });
    await csms.station('L02-other', '2.0.1').boots();

    expect(await asks('L02-other', { imageId: image.id })).toMatchObject({
      status: 409,
      body: { code: 'firmware-image-unsuitable' },
    });
  });

  it('keeps its image from being deleted until it has ended', async () => {
    const image = await givenImage(csms, '2.0.0');
    const station = await csms.station('L02-use', '2.0.1').boots();
    station.onCall('UpdateFirmware', () => ({ status: 'Accepted' }));
    const { body } = await asks('L02-use', { imageId: image.id });

    const refused = await csms.operator.delete(`/firmware-images/${image.id}`);
    await station.call('FirmwareStatusNotification', { status: 'Installed', requestId: body.firmwareUpdate.requestId });

    expect(refused).toMatchObject({ status: 409, body: { code: 'firmware-image-in-use' } });
    expect((await csms.operator.delete(`/firmware-images/${image.id}`)).status).toBe(204);
    expect(await updatesOf(csms, 'L02-use')).toMatchObject([{ state: 'installed', imageId: image.id }]);
  });

  it('OCPP 1.6: a status is not about an update that the station was not asked for yet', async () => {
    const [first, second] = [await givenImage(csms, '2.0.0'), await givenImage(csms, '2.1.0')];
    const station = await csms.station('L02-1.6-kept', '1.6', { firmware: { fails: 'hangs' } }).boots();
    await asksForUpdate(csms, 'L02-1.6-kept', { imageId: first.id });
    await untilUpdateIs(csms, 'L02-1.6-kept', 'installing');
    await station.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station('L02-1.6-kept')).connected).toBe(false));
    const path = '/stations/L02-1.6-kept/firmware-updates?whenOffline=queue';
    expect((await csms.operator.post(path, { imageId: second.id })).status).toBe(202);

    await station.goOnline();
    await station.callAny('FirmwareStatusNotification', { status: 'InstallationFailed' });

    expect(await updatesOf(csms, 'L02-1.6-kept')).toMatchObject([
      { state: 'requested', status: null },
      { state: 'failed', failure: 'InstallationFailed' },
    ]);
  });

  describe('The URL of an image', () => {
    const content = imageOf('5.0.0', 700_000);
    let url = '';
    let stationId = '';
    let serial = 0;

    const get = async (headers: Record<string, string> = {}, method = 'GET') => {
      const response = await fetch(url, { method, headers });
      return { response, status: response.status, content: Buffer.from(await response.arrayBuffer()) };
    };
    const downloads = async () => (await updatesOf(csms, stationId))[0]!.downloads;

    beforeEach(async () => {
      stationId = `L02-url-${serial++}`;
      const image = await givenImage(csms, '5.0.0', {}, content);
      const station = await csms.station(stationId, '2.0.1').boots();
      station.onCall('UpdateFirmware', () => ({ status: 'Accepted' }));
      await asks(stationId, { imageId: image.id });
      url = (await station.nextCall('UpdateFirmware')).firmware.location;
    });

    it('gives the whole, and counts it', async () => {
      const { response, status, content: got } = await get();

      expect(status).toBe(200);
      expect(got.equals(content)).toBe(true);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'accept-ranges': 'bytes',
        'content-length': String(content.length),
        'content-type': 'application/octet-stream',
        etag: expect.stringMatching(/^"[\w-]+"$/),
      });
      await csms.eventually(async () =>
        expect(await downloads()).toEqual({
          count: 1,
          bytes: content.length,
          lastAt: csms.clock.now().toISOString(),
        }),
      );
    });

    it('tells by HEAD what a GET would give, and counts nothing', async () => {
      const { response, status, content: got } = await get({}, 'HEAD');

      expect([status, got.length, response.headers.get('content-length')]).toEqual([200, 0, String(content.length)]);
      expect((await downloads()).count).toBe(0);
    });

    it.each([
      ['bytes=0-9', 0, 10],
      ['bytes=300000-', 300_000, undefined],
      ['bytes=-5', -5, undefined],
      ['bytes=262143-262145', 262_143, 262_146],
    ] as const)('gives parts, so that a download is resumed: %s', async (range, from, to) => {
      const { response, status, content: got } = await get({ range });

      const part = content.subarray(from, to);
      expect(status).toBe(206);
      expect(got.equals(part)).toBe(true);
      const first = from < 0 ? content.length + from : from;
      expect(response.headers.get('content-range')).toBe(`bytes ${first}-${first + part.length - 1}/${content.length}`);
    });

    it('says 416 to parts that it has not', async () => {
      const { response, status } = await get({ range: 'bytes=9999999-' });

      expect([status, response.headers.get('content-range')]).toEqual([416, `bytes */${content.length}`]);
    });

    it('gives the whole where the part is of another file', async () => {
      const etag = (await get({}, 'HEAD')).response.headers.get('etag')!;

      expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
      expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    });

    it('needs every letter of it', async () => {
      const [, , , , , capability] = url.split('/');
      const wrong = [
        url.replace(capability!, `${capability!.slice(0, -1)}${capability!.endsWith('A') ? 'B' : 'A'}`),
        `${url}x`,
        url.replace(/firmware\/.*/, 'firmware/x/y'),
      ];

      for (const each of wrong) {
        const response = await fetch(each);
        expect(response.status).toBe(404);
        expect(await response.text()).not.toContain(capability);
      }
    });

    it('ends with its time, and with the update', async () => {
      const installed = url;
      const { requestId } = (await updatesOf(csms, stationId))[0]!;
      const station = csms.station(stationId, '2.0.1');
      await station.connect();
      await station.call('FirmwareStatusNotification', { status: 'Installed', requestId });
      expect((await fetch(installed)).status).toBe(410);
    });

    it('ends with its time', async () => {
      await passes(25 * HOUR_MS);

      expect((await get()).status).toBe(410);
    });
  });

  it('is fetched where the station reaches TAU, if that is elsewhere for it', async () => {
    const image = await givenImage(csms, '2.0.0');
    const station = await csms.station('L02-base', '2.0.1').boots();
    await csms.operator.changeStation('L02-base', { rules: { publicUrl: 'http://10.0.0.1:3000/' } as never });
    station.onCall('UpdateFirmware', () => ({ status: 'Accepted' }));

    await asks('L02-base', { imageId: image.id });

    expect((await station.nextCall('UpdateFirmware')).firmware.location).toMatch(
      /^http:\/\/10\.0\.0\.1:3000\/files\/firmware\//,
    );
  });
});
