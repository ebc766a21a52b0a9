import { CallError, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

const CARD = { value: 'RESET001', type: 'ISO14443' } as const;

describe('B11, B12 · Reset', () => {
  const csms = startCsms();
  beforeAll(() => csms.given.idToken({ value: CARD.value }));

  const reset = (stationId: string, body: object) => csms.operator.post(`/stations/${stationId}/reset`, body);
  const resets = async (stationId: string) => (await csms.operator.get(`/stations/${stationId}/resets`)).body.items;
  const only = (stationId: string, expected: object) =>
    csms.eventually(async () => expect(await resets(stationId)).toMatchObject([expected]));

  const charges = async (station: Pick<SimulatedStation, 'plugIn' | 'authorize' | 'delivered'>, evseId = 1) => {
    await station.plugIn(evseId);
    await station.authorize(CARD, evseId);
    await station.delivered();
  };
  const state = async (stationId: string) => (await csms.operator.transactions({ stationId }))[0]?.state;

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const id = (name: string) => `B11-${name}-${version}`;
    const said = (type: 'Immediate' | 'OnIdle') => (version === '1.6' ? { type: 'Soft' } : { type });
    const reason = (word: string) => (version === '1.6' ? null : word);

    it('B11 · a station that is idle is reset, and the boot that follows is what came of it (TC_B_20)', async () => {
      const station = await csms.station(id('idle'), version).boots();
      const back = booted(station);
      await csms.clock.advance(1000);

      const { status, body } = await reset(id('idle'), { type: 'OnIdle' });
      await back;

      expect(status).toBe(200);
      expect(body).toMatchObject({ name: 'Reset', status: 'Accepted', request: said('OnIdle') });
      await only(id('idle'), {
        commandId: body.commandId,
        outcome: 'booted',
        bootedAt: expect.any(String),
        bootReason: reason('RemoteReset'),
      });
    });

    it('B12 · at once: what runs is ended, and the station boots (TC_B_22)', async () => {
      const station = await csms.station(id('now'), version).boots();
      await charges(station);
      const back = booted(station);
      await csms.clock.advance(1000);

      const { body } = await reset(id('now'), { type: 'Immediate' });
      await back;

      expect(body).toMatchObject({ status: 'Accepted', request: said('Immediate') });
      await csms.eventually(async () =>
        expect(await csms.operator.transactions({ stationId: id('now') })).toMatchObject([
          { state: 'ended', stopReason: 'ImmediateReset' },
        ]),
      );
      await only(id('now'), { outcome: 'booted' });
    });

    it('B12 · on idle: nothing happens before the transaction has ended (TC_B_21)', async () => {
      const station = await csms.station(id('later'), version).boots();
      await charges(station);
      const back = booted(station);

      const { status, body } = await reset(id('later'), { type: 'OnIdle' });

      if (version === '1.6') {
        expect(status).toBe(202);
        expect(body).toMatchObject({ state: 'queued', waitsFor: 'no-transaction' });
        expect(station.frames.filter(({ action }) => action === 'Reset')).toEqual([]);
      } else {
        expect(status).toBe(200);
        expect(body).toMatchObject({ status: 'Scheduled' });
      }
      expect(await resets(id('later'))).toMatchObject([{ outcome: 'waiting', bootedAt: null }]);
      await csms.clock.advance(1000);
      await station.stop();
      await back;

      expect(await state(id('later'))).toBe('ended');
      await only(id('later'), { outcome: 'booted', bootReason: reason('ScheduledReset') });
    });

    it('B12 · on idle: TAU may be restarted in between', async () => {
      const station = await csms.station(id('restart'), version).boots();
      await charges(station);
      await reset(id('restart'), { type: 'OnIdle' });

      await csms.restart();
      await station.goOnline();
      const back = booted(station);
      await csms.clock.advance(6000);
      await station.stop();
      await back;

      await only(id('restart'), { outcome: 'booted' });
    });

    it('B11.FR.04 · what the station refuses is shown', async () => {
      const station = await csms.station(id('refused'), version).boots();
      station.onCall('Reset', () => ({ status: 'Rejected' }));

      const { status, body } = await reset(id('refused'), { type: 'Immediate' });

      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'Rejected' });
      expect(await resets(id('refused'))).toMatchObject([{ outcome: 'failed' }]);
    });

    it('a station that boots without an answer has been reset all the same', async () => {
      const station = await csms.station(id('silent'), version).boots();
      const back = booted(station);
      await csms.clock.advance(1000);
      station.onCall('Reset', async () => {
        await station.goOffline();
        return { status: 'Accepted' } as never;
      });

      const { status, body } = await reset(id('silent'), { type: 'Immediate' });
      await csms.clock.advance(1000);
      await station.boots('RemoteReset');
      await back;

      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'station-offline' });
      await only(id('silent'), { outcome: 'booted', state: 'errored' });
    });

    it('an error as the answer is a failure, whatever boots later', async () => {
      const station = await csms.station(id('error'), version).boots();
      station.onCall('Reset', new CallError('InternalError', 'no'));

      expect(await reset(id('error'), { type: 'Immediate' })).toMatchObject({
        status: 502,
        body: { code: 'station-error', ocppError: { code: 'InternalError' } },
      });
      await csms.clock.advance(1000);
      await station.boot('PowerUp');

      expect(await resets(id('error'))).toMatchObject([{ outcome: 'failed', bootedAt: null }]);
    });

    it('a station that was accepted to reset and never came back is told', async () => {
      const station = await csms.station(id('lost'), version).boots();
      station.onCall('Reset', () => ({ status: 'Accepted' }));
      await reset(id('lost'), { type: 'Immediate' });

      expect(await resets(id('lost'))).toMatchObject([{ outcome: 'waiting' }]);
      csms.clock.wallTime = new Date(csms.clock.now().getTime() + 11 * 60_000);

      expect(await resets(id('lost'))).toMatchObject([{ outcome: 'no-boot' }]);
    });

    it('a station that is not connected or not registered is not reset', async () => {
      await csms.given.station(id('offline'));

      expect(await reset(id('offline'), { type: 'OnIdle' })).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
      expect(await reset(id('nobody'), { type: 'OnIdle' })).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
    });
  });

  it.each([false, undefined, true])('is hard on OCPP 1.6 only by force (force: %s)', async (force) => {
    const station = await csms.station(`B11-force-${force}`, '1.6').boots();
    await charges(station);
    const back = booted(station);

    const { body } = await reset(`B11-force-${force}`, { type: 'Immediate', force });
    await back;

    expect(body.request).toEqual({ type: force ? 'Hard' : 'Soft' });
  });

  it('B12 · on OCPP 1.6 a reset that waits is listed, and can be taken back', async () => {
    const station = await csms.station('B12-cancel', '1.6').boots();
    await charges(station);
    const { body } = await reset('B12-cancel', { type: 'OnIdle' });

    expect(await csms.operator.commands('B12-cancel', { state: 'queued' })).toMatchObject([
      { commandId: body.commandId, name: 'Reset', waitsFor: 'no-transaction' },
    ]);
    expect((await csms.operator.delete(`/commands/${body.commandId}`)).status).toBe(200);
    await station.stop();
    await station.delivered();
    await csms.clock.advance(30_000);

    expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'cancelled', sentAt: null });
    expect(station.frames.filter(({ action }) => action === 'Reset')).toEqual([]);
    expect(await resets('B12-cancel')).toMatchObject([{ outcome: 'failed' }]);
  });

  it('B12 · on OCPP 1.6 it waits for the last of several transactions', async () => {
    const station = await csms.station('B12-two', '1.6', { evses: [1, 1] }).boots();
    await charges(station, 1);
    await charges(station, 2);
    const { body } = await reset('B12-two', { type: 'OnIdle' });
    const back = booted(station);

    await station.stop(undefined, 1);
    await station.delivered();
    await csms.clock.advance(30_000);
    expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'queued' });
    await station.stop(undefined, 2);
    await back;

    await only('B12-two', { outcome: 'booted' });
  });

  describe('of an EVSE', () => {
    it('B11 · is done at once where nothing runs, and boots nothing (TC_B_25)', async () => {
      await csms.station('B11-evse', '2.0.1', { evses: [1, 1] }).boots();

      const { body } = await reset('B11-evse', { type: 'OnIdle', evseId: 2 });

      expect(body).toMatchObject({ status: 'Accepted', request: { type: 'OnIdle', evseId: 2 } });
      expect(await resets('B11-evse')).toMatchObject([{ outcome: 'evse', bootedAt: null }]);
    });

    it('B12 · ends what runs on it alone (TC_B_27)', async () => {
      const station = await csms.station('B12-evse', '2.0.1', { evses: [1, 1] }).boots();
      await charges(station, 1);
      await charges(station, 2);

      await reset('B12-evse', { type: 'Immediate', evseId: 2 });

      await csms.eventually(async () => {
        const transactions = await csms.operator.transactions({ stationId: 'B12-evse' });
        expect(Object.fromEntries(transactions.map((each) => [each.evseId, each.state]))).toEqual({
          1: 'active',
          2: 'ended',
        });
      });
    });

    it('B12 · waits where something runs on it (TC_B_26)', async () => {
      const station = await csms.station('B12-evse-idle', '2.0.1').boots();
      await charges(station);

      expect((await reset('B12-evse-idle', { type: 'OnIdle', evseId: 1 })).body).toMatchObject({ status: 'Scheduled' });
    });

    it('B11.FR.09 · that does not exist is refused by the station', async () => {
      await csms.station('B11-evse-none', '2.0.1').boots();

      expect((await reset('B11-evse-none', { type: 'OnIdle', evseId: 9 })).body).toMatchObject({ status: 'Rejected' });
    });

    it.each(['1.6', '2.0'] as const satisfies OcppVersion[])('cannot be said in OCPP %s', async (version) => {
      await csms.station(`B11-evse-${version}`, version).boots();

      expect(await reset(`B11-evse-${version}`, { type: 'Immediate', evseId: 1 })).toMatchObject({
        status: 422,
        body: { code: 'version-unsupported' },
      });
    });
  });

  it.each([{}, { type: 'Soft' }, { type: 'OnIdle', evseId: 0 }, { type: 'Immediate', force: 'yes' }])(
    'is refused where the request makes no sense: %j',
    async (body) => {
      await csms.given.station('B11-bad');

      expect(await reset('B11-bad', body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    },
  );
});

/** The next boot that is answered. */
const booted = (station: {
  once(event: 'registered', listener: (...args: never[]) => void): unknown;
}): Promise<unknown> => new Promise((resolve) => station.once('registered', resolve));
