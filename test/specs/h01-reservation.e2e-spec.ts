import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { expectProblem, reservations } from '../support/reservations.js';

const CARD = { value: 'CARD0001', type: 'ISO14443' };
const PARTNER = { value: 'CARD0002', type: 'ISO14443' } as const;
const STRANGER = { value: 'CARD0003', type: 'ISO14443' } as const;

describe('H01 · Reservation', () => {
  const csms = startCsms();
  const at = reservations(csms);

  beforeAll(async () => {
    await csms.given.idToken({ value: CARD.value, groupId: 'FAMILY' });
    await csms.given.idToken({ value: PARTNER.value, groupId: 'FAMILY' });
    await csms.given.idToken({ value: STRANGER.value });
  });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const named = (name: string) => `H01-${name}-${version}`;
    const boots = (name: string) => csms.station(named(name), version).boots();

    it('holds an EVSE free for a token and its group, and shows it', async () => {
      const station = await boots('evse');

      const { status, body } = await at.reserve(station.stationId, {
        idToken: CARD,
        evseId: 1,
        expiresAt: at.in(3600),
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'Accepted',
        name: 'ReserveNow',
        state: 'answered',
        ocppVersion: version,
        reservation: {
          stationId: station.stationId,
          evseId: 1,
          state: 'active',
          reason: 'answered',
          status: 'Accepted',
          ocppVersion: version,
          idToken: { ...CARD, additionalInfo: null },
          groupIdToken: { value: 'FAMILY', type: 'Central', additionalInfo: null },
          commandId: body.commandId,
          transactionId: null,
          flags: [],
        },
      });
      const { id, reservationId } = body.reservation;
      expect(reservationId).toBeGreaterThan(0);
      const shown = { id, reservationId, evseId: 1, state: 'active' };
      await csms.eventually(async () =>
        expect(await csms.operator.station(station.stationId)).toMatchObject({
          reservations: [shown],
          evses: [{ evseId: 1, reservations: [shown], connectors: [{ status: 'Reserved' }] }],
        }),
      );
      expect((await csms.operator.get(`/stations/${station.stationId}/reservations`)).body.items).toMatchObject([
        { id },
      ]);
      expect(await at.read(id)).toMatchObject({
        history: [
          { from: null, to: 'requested', reason: 'asked', commandId: body.commandId },
          { from: 'requested', to: 'active', reason: 'answered', commandId: body.commandId },
        ],
      });
    });

    it.each([
      ['Occupied', async (station: Station) => station.plugIn()],
      ['Faulted', async (station: Station) => station.fault()],
      [
        'Unavailable',
        (station: Station) =>
          csms.operator.put(`/stations/${station.stationId}/availability`, { operationalStatus: 'Inoperative' }),
      ],
    ] as const)('hands on that the EVSE is %s', async (status, prepare) => {
      const station = await boots(status);
      await prepare(station);

      const { body } = await at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });

      expect(body).toMatchObject({ status, reservation: { state: 'refused', reason: 'answered', status } });
      expect(body.reservation.endedAt).not.toBeNull();
      expect((await csms.operator.station(station.stationId)).reservations).toEqual([]);
    });

    it('lets the station decide between two operators that ask for the same EVSE at once', async () => {
      const station = await boots('two');
      const ask = () => at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });

      const answers = await Promise.all([ask(), ask()]);

      expect(answers.map(({ body }) => body.status).sort()).toEqual(['Accepted', 'Occupied']);
      expect(answers.map(({ body }) => body.reservation.state).sort()).toEqual(['active', 'refused']);
      const numbers = answers.map(({ body }) => body.reservation.reservationId);
      expect(new Set(numbers).size).toBe(2);
    });

    it('counts a repeated request once', async () => {
      const station = await boots('again');
      const asked = { idToken: CARD, evseId: 1, expiresAt: at.in(3600) };
      const key = { 'Idempotency-Key': `key-${version}` };

      const answers = await Promise.all([
        at.reserve(station.stationId, asked, key),
        at.reserve(station.stationId, asked, key),
      ]);

      expect(answers[1]!.body.reservation.id).toBe(answers[0]!.body.reservation.id);
      expect(await at.of(station.stationId)).toHaveLength(1);
    });

    it('replaces a reservation under the same number', async () => {
      const station = await boots('replace');
      const first = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      const { body } = await at.reserve(station.stationId, {
        idToken: STRANGER,
        evseId: 1,
        expiresAt: at.in(7200),
        replaces: first.id,
      });

      expect(body.reservation).toMatchObject({
        state: 'active',
        reservationId: first.reservationId,
        replaces: first.id,
        groupIdToken: null,
      });
      expect(await at.read(first.id)).toMatchObject({ state: 'replaced', reason: 'replaced-by-other' });
      expect(await station.authorize(STRANGER)).toBe('Accepted');
    });

    it('does not know whether the station took it where no answer came, until the station shows it', async () => {
      const registration = { rules: { callTimeoutSeconds: 5 } } as const;
      const station = await csms.station(named('silent'), version, { registration }).boots();
      station.onCall('ReserveNow', NO_ANSWER);

      const asked = at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });
      await station.nextCall('ReserveNow');
      await csms.clock.advance(5000);
      const answer = await asked;

      expectProblem(answer, 504, 'station-timeout');
      const { id } = (await at.of(station.stationId))[0]!;
      expect(answer.body.reservation).toEqual({ id, state: 'unknown' });
      await at.expectState(id, 'unknown', 'no-answer');
      expect((await csms.operator.station(station.stationId)).reservations).toMatchObject([{ id, state: 'unknown' }]);
      await at.showsStatus(station, 'Reserved');
      await at.expectState(id, 'active', 'evse-reserved');
    });

    it('knows that the station took it where the status came and the answer did not', async () => {
      const registration = { rules: { callTimeoutSeconds: 5 } } as const;
      const station = await csms.station(named('shown'), version, { registration }).boots();
      station.onCall('ReserveNow', NO_ANSWER);

      const asked = at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });
      await station.nextCall('ReserveNow');
      await at.showsStatus(station, 'Reserved');
      await csms.clock.advance(5000);

      expectProblem(await asked, 504, 'station-timeout');
      await at.expectState((await at.of(station.stationId))[0]!.id, 'active', 'evse-reserved');
    });

    it('learns by the status that the station never took what it did not answer', async () => {
      const station = await boots('lost');
      station.onCall('ReserveNow', NO_ANSWER);
      const asked = at.reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });
      await station.nextCall('ReserveNow');
      await station.goOffline();
      expectProblem(await asked, 409, 'station-offline');
      const { id } = (await at.of(station.stationId))[0]!;
      await at.expectState(id, 'unknown', 'no-answer');

      await station.goOnline();
      await csms.clock.advance(1000);
      await station.reportStatus();

      await at.expectState(id, 'refused', 'evse-available');
    });

    it('is settled after a restart in the middle', async () => {
      const station = await boots('restart');
      station.onCall('ReserveNow', NO_ANSWER);
      const asked = at
        .reserve(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600) })
        .catch(() => undefined);
      await station.nextCall('ReserveNow');

      await csms.restart();
      await asked;

      const { id } = (await at.of(station.stationId))[0]!;
      await at.expectState(id, 'unknown', 'no-answer');
    });
  });

  type Station = ReturnType<typeof csms.station<OcppVersion>>;

  it.each(['1.6', '2.0.1'] as const)('holds any EVSE free (OCPP %s)', async (version) => {
    const station = await csms.station(`H01-any-${version}`, version, { evses: [1, 1] }).boots();

    const { body } = await at.reserve(station.stationId, { idToken: CARD, expiresAt: at.in(3600) });

    expect(body).toMatchObject({ status: 'Accepted', reservation: { evseId: null, state: 'active' } });
    const { request } = body;
    expect(version === '1.6' ? request.connectorId : request.evseId).toBe(version === '1.6' ? 0 : undefined);
    expect(await csms.operator.station(station.stationId)).toMatchObject({
      reservations: [{ id: body.reservation.id, evseId: null }],
      evses: [{ reservations: [] }, { reservations: [] }],
    });
  });

  it.each(['2.0', '2.0.1'] as const)('asks for a type of connector (OCPP %s)', async (version) => {
    const station = await csms.station(`H01-type-${version}`, version).boots();
    const ask = (connectorType: string) =>
      at.reserve(station.stationId, { idToken: CARD, evseId: 1, connectorType, expiresAt: at.in(3600) });

    expect((await ask('cCCS2')).body).toMatchObject({ status: 'Rejected', reservation: { connectorType: 'cCCS2' } });
    expect((await ask('cType2')).body).toMatchObject({ status: 'Accepted', reservation: { connectorType: 'cType2' } });
  });

  it('tells everything that OCPP 2.0.1 has a place for', async () => {
    const station = await csms.station('H01-all', '2.0.1').boots();
    const additionalInfo = [{ additionalIdToken: 'C-7', type: 'contract' }];

    const { body } = await at.reserve('H01-all', {
      idToken: { ...CARD, additionalInfo },
      groupIdToken: { value: 'OTHERS', type: 'Local', additionalInfo },
      evseId: 1,
      connectorType: 'cType2',
      expiresAt: '2126-11-22T13:00:00+01:00',
    });

    expect(await station.nextCall('ReserveNow')).toEqual({
      id: body.reservation.reservationId,
      expiryDateTime: '2126-11-22T12:00:00.000Z',
      connectorType: 'cType2',
      evseId: 1,
      idToken: { idToken: CARD.value, type: 'ISO14443', additionalInfo },
      groupIdToken: { idToken: 'OTHERS', type: 'Local', additionalInfo },
    });
    expect(body.reservation).toMatchObject({
      idToken: { additionalInfo },
      groupIdToken: { value: 'OTHERS', type: 'Local', additionalInfo },
    });
  });

  it('keeps no PIN code', async () => {
    await csms.station('H01-pin', '2.0.1').boots();

    const { body } = await at.reserve('H01-pin', {
      idToken: { value: '4711', type: 'KeyCode' },
      evseId: 1,
      expiresAt: at.in(3600),
    });

    expect(body.reservation.idToken).toEqual({ value: '****', type: 'KeyCode', additionalInfo: null });
    expect(body.request.idToken.idToken).not.toContain('4711');
    expect(await csms.sql(`SELECT 1 FROM reservations r WHERE r::text LIKE '%4711%'`)).toEqual([]);
  });

  it.each([
    ['1.6', { connectorType: 'cType2' }],
    ['1.6', { connectorId: 2 }],
    ['1.6', { idToken: { value: 'X'.repeat(21), type: 'ISO14443' } }],
    ['1.6', { groupIdToken: { value: 'X'.repeat(21), type: 'Central' } }],
    ['2.0', { evseId: undefined }],
    ['2.0.1', { connectorId: 1 }],
  ] as const)('refuses what OCPP %s cannot say: %j', async (version, more) => {
    const stationId = `H01-cannot-${version}`;
    await csms.station(stationId, version).boots();

    const answer = await at.reserve(stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(3600), ...more });

    expectProblem(answer, 422, 'version-unsupported');
    expect(await at.of(stationId)).toEqual([]);
  });

  it.each([
    ['no token', { idToken: undefined }],
    ['an empty token', { idToken: { value: '', type: 'NoAuthorization' } }],
    ['a time that is over', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['no time', { expiresAt: undefined }],
    ['a time without zone', { expiresAt: '2126-01-01T00:00:00' }],
    ['EVSE 0', { evseId: 0 }],
    ['a connector of no EVSE', { evseId: undefined, connectorId: 1 }],
    ['no type of connector', { connectorType: 'plug' }],
  ])('refuses a request with %s', async (_, more) => {
    await csms.given.station('H01-bad');

    const answer = await at.reserve('H01-bad', { idToken: CARD, evseId: 1, expiresAt: at.in(3600), ...more });

    expectProblem(answer, 400, 'validation-failed');
  });

  it('refuses what cannot be replaced', async () => {
    await csms.station('H01-here', '2.0.1').boots();
    await csms.station('H01-there', '2.0.1').boots();
    const there = await at.reserved('H01-there', { idToken: CARD, evseId: 1 });
    const replace = (replaces: string) =>
      at.reserve('H01-here', { idToken: CARD, evseId: 1, expiresAt: at.in(3600), replaces });

    expectProblem(await replace(there.id), 400, 'validation-failed');
    expectProblem(await replace('01890000-0000-7000-8000-000000000000'), 404, 'reservation-unknown');
    await csms.operator.delete(`/reservations/${there.id}`);
    const over = await at.reserve('H01-there', {
      idToken: CARD,
      evseId: 1,
      expiresAt: at.in(3600),
      replaces: there.id,
    });
    expectProblem(over, 409, 'reservation-ended');
  });

  it('leaves the first in force where the station refuses to replace it', async () => {
    const station = await csms.station('H01-keeps', '2.0.1').boots();
    const first = await at.reserved('H01-keeps', { idToken: CARD, evseId: 1 });
    station.onCall('ReserveNow', () => ({ status: 'Rejected' }));

    await at.reserve('H01-keeps', { idToken: STRANGER, evseId: 1, expiresAt: at.in(3600), replaces: first.id });

    expect(await at.read(first.id)).toMatchObject({ state: 'active' });
    await at.saysUpdate(station, first.reservationId, 'Expired');
    expect(await at.read(first.id)).toMatchObject({ state: 'expired', reason: 'status-update' });
  });

  it('shows an error of the station, and that nothing is reserved', async () => {
    const station = await csms.station('H01-error', '2.0.1').boots();
    station.onCall('ReserveNow', new CallError('InternalError', 'out of order'));

    const answer = await at.reserve('H01-error', { idToken: CARD, evseId: 1, expiresAt: at.in(3600) });

    expectProblem(answer, 502, 'station-error');
    const { id } = (await at.of('H01-error'))[0]!;
    expect(answer.body.reservation).toEqual({ id, state: 'refused' });
    expect(await at.read(id)).toMatchObject({ state: 'refused', reason: 'call-error', status: null });
  });

  it('of a station that is not connected or not registered is refused, and nothing is left of it', async () => {
    await csms.given.station('H01-offline');
    const asked = { idToken: CARD, evseId: 1, expiresAt: at.in(3600) };

    expectProblem(await at.reserve('H01-offline', asked), 409, 'station-offline');
    expectProblem(await at.reserve('H01-nobody', asked), 404, 'station-unknown');
    expect(await at.of('H01-offline')).toEqual([]);
  });

  it('is found by station, state, token and number, page by page', async () => {
    const station = await csms.station('H01-lists', '2.0.1', { evses: [1, 1, 1] }).boots();
    const made = [];
    for (const evseId of [1, 2, 3]) made.push(await at.reserved('H01-lists', { idToken: STRANGER, evseId }));
    await csms.operator.delete(`/reservations/${made[0]!.id}`);
    const list = async (query: string) =>
      (await csms.operator.get(`/reservations?stationId=h01-LISTS&${query}`)).body as {
        items: { id: string }[];
        nextCursor: string | null;
      };
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    const [first, second, third] = made.map(({ id }) => id);

    expect(await ids('')).toEqual([third, second, first]);
    expect(await ids('open=true')).toEqual([third, second]);
    expect(await ids('open=false')).toEqual([first]);
    expect(await ids('state=cancelled')).toEqual([first]);
    expect(await ids(`reservationId=${made[1]!.reservationId}`)).toEqual([second]);
    expect(await ids('token=card0003')).toEqual([third, second, first]);
    expect(await ids('token=card0001')).toEqual([]);
    const page = await list('limit=2');
    expect(page.items.map(({ id }) => id)).toEqual([third, second]);
    expect(await ids(`limit=2&cursor=${page.nextCursor}`)).toEqual([first]);
    expectProblem(await csms.operator.get('/reservations?state=gone'), 400, 'validation-failed');
    expectProblem(await csms.operator.get('/reservations/nothing'), 404, 'reservation-unknown');
    expectProblem(await csms.operator.get('/stations/nobody/reservations'), 404, 'station-unknown');
    await station.close();
  });
});
