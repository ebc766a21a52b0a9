import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { ToldTransaction } from '../support/transaction-events.js';

describe('B03 · Cold boot of a station that is rejected', () => {
  const csms = startCsms({ env: { OCPP_PENDING_INTERVAL_SECONDS: '60' } });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `B03-${version}`;
    const rejected = () =>
      csms.station(stationId, version, { registration: { registrationStatus: 'Rejected' } }).connect();

    it('is answered Rejected with the interval of the next attempt', async () => {
      const station = await rejected();

      const answer = await station.boot();

      expect(answer.status).toBe('Rejected');
      expect(answer.interval).toBeGreaterThanOrEqual(48);
      expect(answer.interval).toBeLessThanOrEqual(72);
    });

    it('gets SecurityError for every other message', async () => {
      const station = await rejected();
      await station.boot();

      await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject({ code: 'SecurityError' });
    });
  });

  describe.each(['Rejected', 'Pending'] as const)(
    'a station that was accepted, once it is %s',
    (registrationStatus) => {
      const blocked = async (stationId: string) => {
        const station = await csms.station(stationId, '2.0.1').boots();
        await csms.operator.changeStation(stationId, { registrationStatus });
        return station;
      };
      const refusal = { code: 'SecurityError' };

      it('gets SecurityError for its very next message, also on another connection', async () => {
        const station = await blocked(`B03-${registrationStatus}-next`);

        await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject(refusal);
        await station.goOffline();
        await station.goOnline();
        await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject(refusal);
        expect(await csms.operator.station(`B03-${registrationStatus}-next`)).toMatchObject({
          registrationStatus,
          bootAnswer: 'Accepted',
        });
      });

      it('still delivers its transactions', async () => {
        const station = await blocked(`B03-${registrationStatus}-bill`);

        const transaction = new ToldTransaction(station, () => csms.clock.now());

        expect(await transaction.started('Authorized')).toBeDefined();
      });

      it('is not asked to start a transaction', async () => {
        await blocked(`B03-${registrationStatus}-start`);

        const start = { idToken: { value: 'ABCD1234', type: 'ISO14443' as const }, evseId: 1 };

        expect(await csms.operator.post(`/stations/B03-${registrationStatus}-start/transactions`, start)).toMatchObject(
          {
            status: 409,
            body: { code: 'station-not-accepted', registrationStatus },
          },
        );
      });

      it('is accepted again at once when that is taken back, for it was never told', async () => {
        const station = await blocked(`B03-${registrationStatus}-back`);

        await csms.operator.changeStation(station.stationId, { registrationStatus: 'Accepted' });

        await expect(station.heartbeat()).resolves.toBeUndefined();
      });
    },
  );

  it('counts from the next boot of a station that was told so at its last one', async () => {
    const station = await csms.station('B03-told', '2.0.1').boots();
    await csms.operator.changeStation('B03-told', { registrationStatus: 'Rejected' });
    await station.boot();

    await csms.operator.changeStation('B03-told', { registrationStatus: 'Accepted' });
    await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject({ code: 'SecurityError' });
    await station.boot();

    await expect(station.heartbeat()).resolves.toBeUndefined();
  });
});
