import { DataSource } from 'typeorm';
import { OldRows } from '../../src/retention/old-rows.js';
import { RetentionState } from '../../src/retention/retention-state.js';
import { withSession } from '../../src/retention/session.js';
import { startCsms } from '../support/csms.js';
import { expectProblem, reservations } from '../support/reservations.js';

const GONE = { value: 'GONE4711', type: 'ISO14443' };
const STAYS = { value: 'STAYS0815', type: 'ISO14443' };
const DAY_MS = 24 * 60 * 60 * 1000;

describe('H · What is kept of reservations', () => {
  const csms = startCsms();
  const at = reservations(csms);

  /** A reservation that is over. */
  const over = async (stationId: string, idToken: object, more: object = {}) => {
    const { id } = await at.reserved(stationId, { idToken, evseId: 1, ...more });
    await at.cancel(id);
    return id;
  };

  it('names no token that was erased, and what is open is to be cancelled first', async () => {
    await csms.station('H00-erase', '2.0.1').boots();
    const additionalInfo = [{ additionalIdToken: GONE.value, type: 'card' }];
    const own = await over('H00-erase', GONE);
    const group = await over('H00-erase', STAYS, { groupIdToken: { ...GONE, additionalInfo } });
    const open = await at.reserved('H00-erase', { idToken: GONE, evseId: 1 });
    const erase = () => csms.operator.post('/id-token-erasures', { ...GONE, reason: 'a test' });

    const refused = await erase();
    await at.cancel(open.id);
    const { body: erasure } = await erase();

    expectProblem(refused, 409, 'id-token-in-use');
    expect(refused.body.reservationIds).toEqual([open.id]);
    await csms.eventually(async () => {
      await csms.clock.advance(1000);
      const { body } = await csms.operator.get(`/id-token-erasures/${erasure.id}`);
      expect(body).toMatchObject({ state: 'done', counts: { reservations: 3 } });
    }, 20_000);
    expect((await at.read(own)).idToken.value).toBe(erasure.pseudonym);
    expect(await at.read(group)).toMatchObject({
      idToken: { value: STAYS.value },
      groupIdToken: { value: erasure.pseudonym, additionalInfo: [{ additionalIdToken: erasure.pseudonym }] },
    });
    const found = async (token: string) => (await csms.operator.get(`/reservations?token=${token}`)).body.items.length;
    expect([await found(GONE.value), await found(erasure.pseudonym)]).toEqual([0, 2]);
    expect(await csms.sql(`SELECT 1 FROM reservations r WHERE r::text ILIKE '%${GONE.value}%'`)).toEqual([]);
  });

  it('goes with the commands that it came of; what is open stays', async () => {
    await csms.station('H00-old', '2.0.1', { evses: [1, 1] }).boots();
    const old = await over('H00-old', STAYS);
    const open = await at.reserved('H00-old', { idToken: STAYS, evseId: 2 });
    const housekeeping = (days: number) =>
      withSession(csms.get(DataSource), (session) => {
        const now = new Date(csms.clock.now().getTime() + days * DAY_MS);
        const moment = { process: now, database: now, steady: true };
        return csms.get(OldRows).delete(session, new RetentionState(), moment);
      });

    await housekeeping(399);
    expect(await at.read(old)).toMatchObject({ state: 'cancelled' });
    await housekeeping(401);

    expectProblem(await csms.operator.get(`/reservations/${old}`), 404, 'reservation-unknown');
    expect(await csms.sql(`SELECT 1 FROM reservation_changes WHERE reservation = $1`, old)).toEqual([]);
    expect(await at.read(open.id)).toMatchObject({ state: 'active', status: 'Accepted' });
  });
});
