import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { expectProblem, reservations } from '../support/reservations.js';

const CARD = { value: 'CARD0001', type: 'ISO14443' };

describe('H02 · Cancel reservation', () => {
  const csms = startCsms();
  const at = reservations(csms);

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const boots = (name: string) => csms.station(`H02-${name}-${version}`, version).boots();

    it('gives the EVSE free again', async () => {
      const station = await boots('cancel');
      const { id, reservationId } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      const { status, body } = await at.cancel(id);

      expect(status).toBe(200);
      expect(body).toMatchObject({
        name: 'CancelReservation',
        status: 'Accepted',
        request: { reservationId },
        reservation: { id, state: 'cancelled', reason: 'cancel-accepted', cancelCommandId: body.commandId },
      });
      await csms.eventually(async () =>
        expect(await csms.operator.station(station.stationId)).toMatchObject({
          reservations: [],
          evses: [{ connectors: [{ status: 'Available' }], reservations: [] }],
        }),
      );
      expectProblem(await at.cancel(id), 409, 'reservation-ended');
    });

    it('ends what the station does not know', async () => {
      const station = await boots('unknown');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });
      await at.showsStatus(station, version === '1.6' ? 'Preparing' : 'Occupied');
      station.onCall('CancelReservation', { status: 'Rejected' });

      const { body } = await at.cancel(id);

      expect(body).toMatchObject({
        status: 'Rejected',
        reservation: { state: 'removed', reason: 'unknown-to-station', flags: [] },
      });
    });

    it('leaves what the station will not give up and still shows as Reserved', async () => {
      const station = await boots('rejected');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });
      await at.showsStatus(station, 'Reserved');
      station.onCall('CancelReservation', { status: 'Rejected' });

      const { body } = await at.cancel(id);

      expect(body).toMatchObject({ status: 'Rejected', reservation: { state: 'active', flags: ['cancel-rejected'] } });
      expect((await at.read(id)).history.at(-1)).toMatchObject({
        from: 'active',
        to: 'active',
        reason: 'cancel-rejected',
        commandId: body.commandId,
      });

      // the driver comes: what the station shows now says nothing about its refusal
      await at.showsStatus(station, version === '1.6' ? 'Preparing' : 'Occupied');
      await csms.clock.advance(11_000);
      expect(await at.read(id)).toMatchObject({ state: 'active', reason: 'answered' });
    });

    it.each([
      ['rejected', { status: 'Rejected' }, 'refused', 'unknown-to-station'],
      ['accepted', { status: 'Accepted' }, 'cancelled', 'cancel-accepted'],
    ] as const)('settles whether the station holds what it did not answer: %s', async (name, answer, state, reason) => {
      const registration = { rules: { callTimeoutSeconds: 5 } } as const;
      const station = await csms.station(`H02-settle-${name}-${version}`, version, { registration }).boots();
      station.onCall('ReserveNow', NO_ANSWER);
      const asked = at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });
      await station.nextCall('ReserveNow');
      await csms.clock.advance(5000);
      const { id } = (await asked).body.reservation;
      station.onCall('CancelReservation', answer);

      const { body } = await at.cancel(id);

      expect(body.reservation).toMatchObject({ id, state, reason });
    });
  });

  it('counts a repeated request once', async () => {
    const station = await csms.station('H02-again', '2.0.1').boots();
    const { id } = await at.reserved('H02-again', { idToken: CARD, evseId: 1 });
    const cancel = () => csms.operator.delete(`/reservations/${id}`, { 'Idempotency-Key': 'cancel-it' });

    const first = await cancel();
    const again = await cancel();

    expect(again.status).toBe(200);
    expect(again.body.commandId).toBe(first.body.commandId);
    expect(station.frames.filter(({ text }) => text.includes('CancelReservation'))).toHaveLength(1);
  });

  it('counts a request once that comes twice at the same time', async () => {
    await csms.station('H02-twice', '2.0.1').boots();
    const { id } = await at.reserved('H02-twice', { idToken: CARD, evseId: 1 });
    const cancel = () => csms.operator.delete(`/reservations/${id}`, { 'Idempotency-Key': 'cancel-twice' });

    const answers = await Promise.all([cancel(), cancel(), cancel()]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [{ commandId }] = answers.map(({ body }) => body);
    expect(await at.read(id)).toMatchObject({ state: 'cancelled', cancelCommandId: commandId });
  });

  it('of what nobody knows, or of a station that is away, is refused', async () => {
    const station = await csms.station('H02-away', '2.0.1').boots();
    const { id } = await at.reserved('H02-away', { idToken: CARD, evseId: 1 });
    await station.goOffline();

    expectProblem(await at.cancel(id), 409, 'station-offline');
    expect(await at.read(id)).toMatchObject({ state: 'active', cancelCommandId: null });
    expectProblem(await at.cancel('01890000-0000-7000-8000-000000000000'), 404, 'reservation-unknown');
  });

  it('changes nothing where the station answers with an error, or not at all', async () => {
    const registration = { rules: { callTimeoutSeconds: 5 } } as const;
    const station = await csms.station('H02-error', '1.6', { registration }).boots();
    const { id } = await at.reserved('H02-error', { idToken: CARD, evseId: 1 });
    station.onCall('CancelReservation', new CallError('InternalError', 'out of order'));
    expectProblem(await at.cancel(id), 502, 'station-error');
    expect(await at.read(id)).toMatchObject({ state: 'active' });

    station.onCall('CancelReservation', NO_ANSWER);
    const asked = at.cancel(id);
    await station.nextCall('CancelReservation');
    await station.nextCall('CancelReservation');
    await csms.clock.advance(5000);

    expectProblem(await asked, 504, 'station-timeout');
    expect(await at.read(id)).toMatchObject({ state: 'active' });
  });
});
