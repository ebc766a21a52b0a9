import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { reservations } from '../support/reservations.js';
import { ToldTransaction } from '../support/transaction-events.js';

const CARD = { value: 'CARD0001', type: 'ISO14443' } as const;
const PARTNER = { value: 'CARD0002', type: 'ISO14443' } as const;
const STRANGER = { value: 'CARD0003', type: 'ISO14443' } as const;

describe('H03 · Use of a reserved EVSE', () => {
  const csms = startCsms();
  const at = reservations(csms);

  beforeAll(async () => {
    await csms.given.idToken({ value: CARD.value, groupId: 'FAMILY' });
    await csms.given.idToken({ value: PARTNER.value, groupId: 'FAMILY' });
    await csms.given.idToken({ value: STRANGER.value });
  });

  const expectUsed = (id: string, stationId: string, reason = 'named-by-transaction') =>
    csms.eventually(async () => {
      const [transaction] = await csms.operator.transactions({ stationId });
      expect(await at.read(id)).toMatchObject({ state: 'used', reason, transactionId: transaction?.id });
      expect((await csms.operator.get(`/reservations?transactionId=${transaction!.id}`)).body.items).toMatchObject([
        { id },
      ]);
    });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const boots = (name: string) => csms.station(`H03-${name}-${version}`, version).boots();

    it('by the token: others are turned away, and the transaction names the reservation', async () => {
      const station = await boots('token');
      const { id, reservationId } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      expect(await station.authorize(STRANGER)).toBe('Reserved');
      expect(await station.authorize(CARD)).toBe('Accepted');
      await station.plugIn();

      await expectUsed(id, station.stationId);
      expect(await csms.operator.transactions({ stationId: station.stationId })).toMatchObject([
        { idToken: CARD, reservationId },
      ]);
      expect((await csms.operator.station(station.stationId)).reservations).toEqual([]);
    });

    it('by another token of the group', async () => {
      const station = await boots('group');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      await station.plugIn();
      expect(await station.authorize(PARTNER)).toBe('Accepted');

      await expectUsed(id, station.stationId);
    });

    it('by a request to start', async () => {
      const station = await boots('request');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      const refused = await csms.operator.requestStart(station.stationId, { idToken: STRANGER, evseId: 1 });
      const taken = await csms.operator.requestStart(station.stationId, { idToken: CARD, evseId: 1 });

      expect([refused.status, taken.status]).toEqual(['Rejected', 'Accepted']);
      await expectUsed(id, station.stationId);
    });

    it('by a transaction that began offline and is told after the reservation had expired', async () => {
      const station = await boots('late');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(30) });
      await station.goOffline();
      await station.authorize(CARD);
      await station.plugIn();

      await csms.clock.advance(30_000);
      await at.expectState(id, 'expired', 'clock');
      await station.goOnline();
      await station.delivered();

      await expectUsed(id, station.stationId);
      expect((await at.read(id)).history.map(({ to }) => to)).toEqual(['requested', 'active', 'expired', 'used']);
    });
  });

  describe('by a transaction that does not name it (OCPP 1.6)', () => {
    const start = (idTag: string, more: object = {}) => ({
      connectorId: 1,
      idTag,
      meterStart: 0,
      timestamp: csms.clock.now().toISOString(),
      ...more,
    });

    it.each([
      ['its token', CARD],
      ['a token of its group', PARTNER],
    ])('but is of %s', async (name, token) => {
      const station = await csms.station(`H03-unnamed-${name.length}`, '1.6').boots();
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      await station.call('StartTransaction', start(token.value));

      await expectUsed(id, station.stationId, 'token-charges');
    });

    it.each([0, -1])('but says %s where it uses none', async (reservationId) => {
      const station = await csms.station(`H03-none${reservationId}`, '1.6').boots();
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      await station.call('StartTransaction', start(CARD.value, { reservationId }));

      await expectUsed(id, station.stationId, 'token-charges');
    });

    it('shows that another token charges where the EVSE is reserved', async () => {
      const station = await csms.station('H03-other', '1.6').boots();
      const { id } = await at.reserved('H03-other', { idToken: CARD, evseId: 1 });

      await station.call('StartTransaction', start(STRANGER.value));

      await csms.eventually(async () =>
        expect(await at.read(id)).toMatchObject({
          state: 'active',
          flags: ['other-token-charges'],
          transactionId: null,
        }),
      );
      const [transaction] = await csms.operator.transactions({ stationId: 'H03-other' });
      expect((await at.read(id)).history.at(-1)).toMatchObject({
        reason: 'other-token-charges',
        transactionId: transaction!.id,
      });
    });

    it('leaves alone what another EVSE is reserved for', async () => {
      const station = await csms.station('H03-elsewhere', '1.6', { evses: [1, 1] }).boots();
      const { id } = await at.reserved('H03-elsewhere', { idToken: CARD, evseId: 2 });

      await station.call('StartTransaction', start(CARD.value));
      await csms.clock.advance(121_000);

      expect(await at.read(id)).toMatchObject({ state: 'active', flags: [] });
    });
  });

  it.each(['1.6', '2.0.1'] as const)(
    'is not believed where a transaction of another token names it, but shown (OCPP %s)',
    async (version) => {
      const station = await csms.station(`H03-foreign-${version}`, version).boots();
      const { id, reservationId } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      if (version === '1.6') {
        const timestamp = csms.clock.now().toISOString();
        const start = { connectorId: 1, idTag: STRANGER.value, meterStart: 0, timestamp, reservationId };
        await station.callAny('StartTransaction', start);
      } else {
        const transaction = new ToldTransaction(station as never, () => csms.clock.now());
        await transaction.started('Authorized', { idToken: STRANGER.value, evse: { id: 1 }, reservationId });
      }

      await csms.eventually(async () =>
        expect(await at.read(id)).toMatchObject({ state: 'active', flags: ['named-by-other-token'] }),
      );
    },
  );

  it('is seen where the cable came first, and the token later (OCPP 2.0.1)', async () => {
    const station = await csms.station('H03-cable', '2.0.1').boots();
    const { id, reservationId } = await at.reserved('H03-cable', { idToken: CARD, evseId: 1 });
    const transaction = new ToldTransaction(station, () => csms.clock.now());

    await transaction.started('CablePluggedIn', { evse: { id: 1, connectorId: 1 } });
    await transaction.updated('Authorized', { idToken: PARTNER.value, reservationId });

    await expectUsed(id, 'H03-cable');
  });

  it('uses of several of any EVSE the oldest', async () => {
    const station = await csms.station('H03-several', '2.0.1', { evses: [1, 1] }).boots();
    const first = await at.reserved('H03-several', { idToken: CARD });
    const second = await at.reserved('H03-several', { idToken: CARD });
    const transaction = new ToldTransaction(station, () => csms.clock.now());

    await transaction.started('Authorized', { idToken: CARD.value, evse: { id: 2, connectorId: 1 } });

    await expectUsed(first.id, 'H03-several', 'token-charges');
    expect(await at.read(second.id)).toMatchObject({ state: 'active' });
  });

  it('proves that the station had taken what it did not answer, also after a restart', async () => {
    const station = await csms.station('H03-proof', '2.0.1').boots();
    const { id, reservationId } = await at.reserved('H03-proof', { idToken: CARD, evseId: 1 });
    await csms.sql(`UPDATE reservations SET state = 'unknown', active_at = NULL WHERE id = $1`, id);
    const transaction = new ToldTransaction(station, () => csms.clock.now());
    await transaction.started('Authorized', { idToken: CARD.value, evse: { id: 1 }, reservationId });
    await expectUsed(id, 'H03-proof');

    // as if the process had died before it could take note of the transaction
    await csms.sql(`DELETE FROM reservation_changes WHERE reservation = $1 AND to_state = 'used'`, id);
    await csms.sql(
      `UPDATE reservations SET state = 'active', transaction_id = NULL, ended_at = NULL WHERE id = $1`,
      id,
    );
    await csms.restart();

    await expectUsed(id, 'H03-proof');
  });
});
