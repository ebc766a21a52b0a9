import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

type TxStartPoint = 'EVConnected' | 'Authorized';

const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;

/** When a transaction begins: a station of 1.6 cannot tell of it before it has both, the cable and the token. */
const startingWith = <Early extends TxStartPoint>(early: Early, version: OcppVersion) =>
  version === '1.6' ? ['PowerPathClosed' as const] : ['PowerPathClosed' as const, early];

describe('E02 E03 · Start at the station', () => {
  const csms = startCsms();

  beforeEach(() => csms.given.idToken(CARD));

  const transactionOf = async (stationId: string) => {
    const transactions = await csms.operator.transactions({ stationId });
    expect(transactions).toHaveLength(1);
    return transactions[0]!;
  };

  describe.each(OCPP_VERSIONS)('in OCPP %s', (version) => {
    it.each(startingWith('EVConnected', version))(
      'E02: the cable first, then the token (TxStartPoint %s)',
      async (txStartPoint) => {
        const stationId = `E02-${version}-${txStartPoint}`;
        const station = await csms.station(stationId, version, { txStartPoint }).boots();

        await station.plugIn();
        const startsEarly = txStartPoint === 'EVConnected';
        expect(await csms.operator.transactions({ stationId })).toMatchObject(
          startsEarly ? [{ state: 'active', idToken: null, evseId: 1 }] : [],
        );
        expect(await station.authorize(CARD)).toBe('Accepted');

        expect(await transactionOf(stationId)).toMatchObject({
          state: 'active',
          idToken: CARD,
          evseId: 1,
          connectorId: 1,
        });
      },
    );

    it.each(startingWith('Authorized', version))(
      'E03: the token first, then the cable (TxStartPoint %s)',
      async (txStartPoint) => {
        const stationId = `E03-${version}-${txStartPoint}`;
        const station = await csms.station(stationId, version, { txStartPoint }).boots();

        expect(await station.authorize(CARD)).toBe('Accepted');
        const startsEarly = txStartPoint === 'Authorized';
        expect(await csms.operator.transactions({ stationId })).toMatchObject(
          startsEarly ? [{ state: 'active', idToken: CARD, evseId: null }] : [],
        );
        await station.plugIn();

        expect(await transactionOf(stationId)).toMatchObject({
          state: 'active',
          idToken: CARD,
          evseId: 1,
          connectorId: 1,
        });
      },
    );

    it('E05: a token that is no good any more ends what it began', async () => {
      const stationId = `E05-${version}`;
      await csms.given.idToken({ value: 'LOST-CARD' });
      const station = await csms.station(stationId, version).boots();
      await station.authorize({ value: 'LOST-CARD', type: 'ISO14443' });
      await csms.given.idToken({ value: 'LOST-CARD', status: 'Blocked' });

      await station.plugIn();

      await csms.eventually(async () => {
        expect(await transactionOf(stationId)).toMatchObject({
          state: 'ended',
          idToken: { value: 'LOST-CARD' },
          energyWh: 0,
          stopReason: 'DeAuthorized',
        });
      });
    });

    it('E10: a vehicle that pauses and goes on charges in one transaction', async () => {
      const stationId = `E10-${version}`;
      const station = await csms.station(stationId, version).boots();
      await station.plugIn();
      await station.authorize(CARD);
      await station.charge({ energyWh: 1000 });
      await csms.clock.advance(1000);

      await station.suspend('EV');
      const connector = async () => (await csms.operator.station(stationId)).evses[0]?.connectors[0];
      expect(await connector()).toMatchObject({ status: 'Occupied' });
      await station.resume();
      await station.charge({ energyWh: 500 });
      await csms.clock.advance(1000);
      await station.stop();

      const transaction = await transactionOf(stationId);
      expect(transaction).toMatchObject({ state: 'ended', flags: [] });
      expect(transaction.energyWh).toBeGreaterThanOrEqual(1500);
    });
  });
});
