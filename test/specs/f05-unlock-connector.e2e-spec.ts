import { CallError, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const TOKEN = { value: 'F05TOKEN', type: 'ISO14443' } as const;

describe('F05 · Remotely unlock a connector', () => {
  const csms = startCsms();
  const post = (stationId: string, body: object) => csms.operator.post(`/stations/${stationId}/unlock-connector`, body);
  const charges = async (station: Pick<SimulatedStation, 'plugIn' | 'authorize'>) => {
    await csms.given.idToken(TOKEN);
    await station.plugIn();
    await station.authorize(TOKEN);
  };
  const transaction = async (stationId: string) => (await csms.operator.transactions({ stationId }))[0];

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const booted = (name: string) => csms.station(`F05-${version}-${name}`, version).boots();

    it('unlocks a connector that nobody uses', async () => {
      const { stationId } = await booted('free');

      const command = await csms.operator.unlockConnector(stationId, { evseId: 1 });

      expect(command).toMatchObject({
        name: 'UnlockConnector',
        state: 'answered',
        status: 'Unlocked',
        request: version === '1.6' ? { connectorId: 1 } : { evseId: 1, connectorId: 1 },
      });
    });

    it('hands on that the lock is stuck', async () => {
      const station = await booted('stuck');
      (station as SimulatedStation<'1.6'>).onCall('UnlockConnector', { status: 'UnlockFailed' });

      expect(await csms.operator.unlockConnector(station.stationId, { evseId: 1 })).toMatchObject({
        status: 'UnlockFailed',
      });
    });

    it.each([{}, { evseId: 0 }, { evseId: 1, connectorId: 0 }, { connectorId: 1 }])(
      'is refused where the request makes no sense: %j',
      async (body) => {
        const { stationId } = await booted('bad');

        expect(await post(stationId, body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
      },
    );

    it('of a station that is not connected, not registered, or that refuses has its problem', async () => {
      await csms.given.station(`F05-${version}-offline`);
      const station = await booted('refuses');
      const error = new CallError('InternalError', 'The lock is on fire');
      (station as SimulatedStation<'1.6'>).onCall('UnlockConnector', error);

      expect(await post(`F05-${version}-offline`, { evseId: 1 })).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
      expect(await post(`F05-${version}-nobody`, { evseId: 1 })).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
      expect(await post(station.stationId, { evseId: 1 })).toMatchObject({
        status: 502,
        body: { code: 'station-error', ocppError: { description: 'The lock is on fire' } },
      });
    });
  });

  it('ends the transaction first, OCPP 1.6', async () => {
    const station = await csms.station('F05-16-busy', '1.6').boots();
    await charges(station);

    const command = await csms.operator.unlockConnector('F05-16-busy', { evseId: 1 });

    expect(command).toMatchObject({ status: 'Unlocked' });
    await csms.eventually(async () => expect(await transaction('F05-16-busy')).toMatchObject({ state: 'ended' }));
    expect(station.frames.some(({ text }) => text.includes('"reason":"UnlockCommand"'))).toBe(true);
  });

  it('is refused by the station while somebody charges, and the transaction goes on (F05.FR.02)', async () => {
    const station = await csms.station('F05-201-busy', '2.0.1').boots();
    await charges(station);

    const command = await csms.operator.unlockConnector('F05-201-busy', { evseId: 1, connectorId: 1 });

    expect(command).toMatchObject({ state: 'answered', status: 'OngoingAuthorizedTransaction' });
    expect(await transaction('F05-201-busy')).toMatchObject({ state: 'active' });
  });

  it('of a connector that the station does not have is answered in its words', async () => {
    await csms.station('F05-16-none', '1.6').boots();
    await csms.station('F05-201-none', '2.0.1').boots();

    expect(await csms.operator.unlockConnector('F05-16-none', { evseId: 7 })).toMatchObject({ status: 'NotSupported' });
    expect(await csms.operator.unlockConnector('F05-201-none', { evseId: 1, connectorId: 7 })).toMatchObject({
      status: 'UnknownConnector',
    });
  });

  it('of a second connector of an EVSE has no words in OCPP 1.6, and none at all in 2.0 yet', async () => {
    await csms.station('F05-16-second', '1.6').boots();
    await csms.station('F05-20', '2.0').boots();
    const unsupported = { status: 422, body: { code: 'version-unsupported' } };

    expect(await post('F05-16-second', { evseId: 1, connectorId: 2 })).toMatchObject(unsupported);
    expect(await post('F05-20', { evseId: 1 })).toMatchObject(unsupported);
  });
});
