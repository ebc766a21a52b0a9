import { jest } from '@jest/globals';
import { CallError } from '../../src/cli/simulator/index.js';
import type { FirmwareBehaviour } from '../../src/cli/simulator/firmware.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { givenImage, updatesOf } from '../support/firmware.js';
import { ApiProblem, type Api } from '../support/operator.js';

type Campaign = Api<'FirmwareCampaignView'>;

// each update has a download, a reboot and half a dozen messages
jest.setTimeout(30_000);

describe('L03 · Firmware campaigns', () => {
  const csms = startCsms();
  let serial = 0;

  const create = async (body: object): Promise<Campaign> => {
    const answer = await csms.operator.post('/firmware-campaigns', { name: 'Spring release', ...body });
    if (answer.status !== 201) throw new ApiProblem(answer.status, answer.body);
    return answer.body;
  };
  const read = async (id: string): Promise<Campaign> => (await csms.operator.get(`/firmware-campaigns/${id}`)).body;
  const act = (id: string, action: string) => csms.operator.post(`/firmware-campaigns/${id}/${action}`);
  const stationsIn = async (id: string): Promise<Api<'CampaignStationView'>[]> =>
    (await csms.operator.get(`/firmware-campaigns/${id}/stations?limit=500`)).body.items;

  /** Lets rounds pass until the campaign is as it should be. */
  const until = (id: string, is: (campaign: Campaign) => void): Promise<Campaign> =>
    csms.eventually(async () => {
      await csms.clock.advance(15_000);
      const campaign = await read(id);
      is(campaign);
      return campaign;
    }, 15_000);
  const untilState = (id: string, state: string) => until(id, (campaign) => expect(campaign.state).toBe(state));

  /** Booted stations, of all versions in turn. */
  const fleet = async (
    count: number,
    behaviour: (n: number) => FirmwareBehaviour = () => ({}),
    versionOf: (n: number) => OcppVersion = (n) => OCPP_VERSIONS[n % 3]!,
  ) => {
    const prefix = `L03-${serial++}`;
    const stations = Array.from({ length: count }, (_, n) =>
      csms.station(`${prefix}-${n}`, versionOf(n), { firmware: behaviour(n) }),
    );
    for (const station of stations) await station.boots();
    return { stations, ids: stations.map(({ stationId }) => stationId) };
  };

  it('updates ten stations of several versions in waves, of which one fails', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(
      10,
      (n) => (n === 4 ? { fails: 'install' } : {}),
      (n) => (n % 2 === 0 ? '1.6' : '2.0.1'),
    );

    const made = await create({ imageId: image.id, stationIds: ids, waveSize: 4, maxConcurrent: 3 });
    expect(made).toMatchObject({ state: 'running', wave: 1, waves: 3, progress: { total: 10 } });
    expect(made.progress.inProgress + made.progress.installed).toBeLessThanOrEqual(3);
    const done = await untilState(made.id, 'completed');

    expect(done).toMatchObject({
      stoppedBecause: null,
      endedAt: expect.any(String),
      progress: { total: 10, installed: 9, failed: 1, waiting: 0, inProgress: 0, skipped: 0, cancelled: 0 },
    });
    const stations = await stationsIn(made.id);
    expect(stations.map(({ stationId, wave }) => ({ stationId, wave }))).toEqual(
      ids.map((stationId, n) => ({ stationId, wave: Math.floor(n / 4) + 1 })),
    );
    expect(stations[4]).toMatchObject({ state: 'failed', reason: 'InstallationFailed', firmwareVersion: '1.0.0' });
    for (const each of stations.filter((_, n) => n !== 4)) {
      expect(each).toMatchObject({ state: 'installed', reason: null, firmwareVersion: '2.0.0' });
    }
    // nobody was asked before the wave ahead was over, and nobody twice
    const updates = await Promise.all(ids.map((stationId) => updatesOf(csms, stationId)));
    expect(updates.map(({ length }) => length)).toEqual(ids.map(() => 1));
    const [, second, third] = [0, 4, 8].map((n) => updates[n]![0]!);
    expect(new Date(second!.requestedAt) >= latestEnd(updates.slice(0, 4))).toBe(true);
    expect(new Date(third!.requestedAt) >= latestEnd(updates.slice(4, 8))).toBe(true);
  }, 60_000);

  it('asks the next when one has finished, never more at a time than it may', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(4, () => ({ fails: 'hangs' }));

    const { id } = await create({ imageId: image.id, stationIds: ids, maxConcurrent: 2 });
    await until(id, ({ progress }) => expect(progress).toMatchObject({ inProgress: 2, waiting: 2 }));
    await csms.operator.patch(`/firmware-campaigns/${id}`, { maxConcurrent: 3 });

    await until(id, ({ progress }) => expect(progress).toMatchObject({ inProgress: 3, waiting: 1 }));
  }, 30_000);

  it('stops by itself when too many fail, and goes on when an operator says so', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(4, (n) => (n < 2 ? { fails: 'download' } : {}));
    const body = { imageId: image.id, stationIds: ids, waveSize: 2, maxFailureShare: 0.5, minFinished: 2 };

    const { id } = await create(body);
    const stopped = await untilState(id, 'stopped');
    expect(stopped.stoppedBecause).toBe('2 of 2 updates failed, and no more than 50 % may.');
    expect(stopped.progress).toMatchObject({ failed: 2, waiting: 2 });
    await csms.clock.advance(60_000);
    expect((await read(id)).progress).toMatchObject({ waiting: 2, inProgress: 0 });
    await act(id, 'resume');

    expect((await untilState(id, 'completed')).progress).toMatchObject({ failed: 2, installed: 2 });
  }, 30_000);

  it('waits for stations that are offline, and holds nobody up for them', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { stations, ids } = await fleet(3);
    await stations[0]!.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station(ids[0]!)).connected).toBe(false));

    const { id } = await create({ imageId: image.id, stationIds: ids, waveSize: 2 });
    await until(id, ({ progress }) => expect(progress).toMatchObject({ installed: 2, waiting: 1, offline: 1 }));
    expect((await read(id)).state).toBe('running');
    await stations[0]!.boots();

    expect((await untilState(id, 'completed')).progress).toMatchObject({ installed: 3 });
  }, 30_000);

  it('is paused, resumed and cancelled; what is under way goes on', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(3, () => ({ fails: 'hangs' }));
    const { id } = await create({ imageId: image.id, stationIds: ids, maxConcurrent: 1 });

    expect((await act(id, 'pause')).body).toMatchObject({ state: 'paused' });
    expect((await act(id, 'pause')).body).toMatchObject({ code: 'firmware-campaign-state', status: 409 });
    await csms.operator.patch(`/firmware-campaigns/${id}`, { maxConcurrent: 2 });
    await csms.clock.advance(60_000);
    expect((await read(id)).progress).toMatchObject({ inProgress: 1, waiting: 2 });
    await act(id, 'resume');
    expect((await read(id)).progress).toMatchObject({ inProgress: 2, waiting: 1 });
    expect((await act(id, 'cancel')).body).toMatchObject({
      state: 'cancelled',
      progress: { inProgress: 2, cancelled: 1, waiting: 0 },
    });

    for (const action of ['pause', 'resume', 'cancel']) {
      expect(await act(id, action)).toMatchObject({ status: 409, body: { code: 'firmware-campaign-state' } });
    }
  }, 30_000);

  it('goes on after a restart, and asks nobody twice', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { stations, ids } = await fleet(4, () => ({ stageMs: 20_000 }));
    const { id } = await create({ imageId: image.id, stationIds: ids, maxConcurrent: 2 });
    await until(id, ({ progress }) => expect(progress.inProgress).toBe(2));

    await csms.restart();
    for (const station of stations) await station.goOnline();

    expect((await untilState(id, 'completed')).progress).toMatchObject({ installed: 4 });
    for (const stationId of ids) expect(await updatesOf(csms, stationId)).toHaveLength(1);
    for (const station of stations) {
      expect(station.frames.filter(({ text }) => /^\[2,"[^"]*","(Signed)?UpdateFirmware"/.test(text))).toHaveLength(1);
    }
  }, 60_000);

  it('counts stations that refuse as failed, and skips those that have the version or are of another model', async () => {
    const image = await givenImage(csms, '1.0.0');
    const other = await givenImage(csms, '2.0.0', { model: 'Another' });
    const { stations, ids } = await fleet(1, undefined, () => '2.0.1');
    const third = await givenImage(csms, '3.0.0');
    stations[0]!.onCall('UpdateFirmware' as never, new CallError('InternalError', 'no') as never);

    const has = await create({ imageId: image.id, stationIds: ids });
    const unsuited = await create({ imageId: other.id, stationIds: ids });
    const refused = await create({ imageId: third.id, stationIds: ids });

    expect((await untilState(has.id, 'completed')).progress).toMatchObject({ skipped: 1 });
    expect((await untilState(unsuited.id, 'completed')).progress).toMatchObject({ skipped: 1 });
    expect((await stationsIn(unsuited.id))[0]!.reason).toContain('Another');
    expect((await untilState(refused.id, 'completed')).progress).toMatchObject({ failed: 1 });
  }, 30_000);

  it('takes the stations that a filter means when it is made', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(3);
    await csms.operator.changeStation(ids[0]!, { labels: ['canary'] });
    await csms.operator.changeStation(ids[2]!, { labels: ['canary'] });

    const { id } = await create({ imageId: image.id, filter: { label: ['canary'] } });

    expect((await stationsIn(id)).map(({ stationId }) => stationId)).toEqual([ids[0], ids[2]]);
    await untilState(id, 'completed');
  }, 30_000);

  it('keeps its image, and leaves stations alone that do another update', async () => {
    const [first, second] = [await givenImage(csms, '2.0.0'), await givenImage(csms, '2.1.0')];
    const { ids } = await fleet(1, () => ({ fails: 'hangs' }));
    await csms.operator.post(`/stations/${ids[0]}/firmware-updates`, { imageId: first.id });

    const { id } = await create({ imageId: second.id, stationIds: ids });
    await csms.clock.advance(60_000);

    expect((await read(id)).progress).toMatchObject({ waiting: 1, offline: 0 });
    expect(await csms.operator.delete(`/firmware-images/${second.id}`)).toMatchObject({
      status: 409,
      body: { code: 'firmware-image-in-use' },
    });
    await act(id, 'cancel');
    expect((await csms.operator.delete(`/firmware-images/${second.id}`)).status).toBe(204);
  }, 30_000);

  it('is refused where it makes no sense', async () => {
    const image = await givenImage(csms, '2.0.0');
    const { ids } = await fleet(1);
    const refused = async (body: object) => {
      const answer = await csms.operator.post('/firmware-campaigns', { name: 'x', imageId: image.id, ...body });
      return `${answer.status} ${answer.body.code}`;
    };

    expect(await refused({})).toBe('400 validation-failed');
    expect(await refused({ stationIds: ids, filter: {} })).toBe('400 validation-failed');
    expect(await refused({ stationIds: [] })).toBe('400 validation-failed');
    expect(await refused({ filter: { label: ['nobody has this'] } })).toBe('422 no-station-matches');
    expect(await refused({ stationIds: ids, maxFailureShare: 2 })).toBe('400 validation-failed');
    expect(await refused({ stationIds: ['L03-nobody'] })).toBe('404 station-unknown');
    expect(await refused({ stationIds: ids, imageId: '019a0000-0000-7000-8000-00000000dead' })).toBe(
      '404 firmware-image-unknown',
    );
    expect((await csms.operator.get('/firmware-campaigns/x')).body.code).toBe('firmware-campaign-unknown');
  });
});

const latestEnd = (updates: Api<'FirmwareUpdateView'>[][]): Date =>
  new Date(Math.max(...updates.flat().map(({ endedAt }) => new Date(endedAt!).getTime())));
