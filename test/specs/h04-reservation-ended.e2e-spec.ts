import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { reservations } from '../support/reservations.js';

const CARD = { value: 'CARD0001', type: 'ISO14443' } as const;

describe('H04 · End of a reservation', () => {
  const csms = startCsms();
  const at = reservations(csms);

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const boots = (name: string) => csms.station(`H04-${name}-${version}`, version).boots();

    it('by its time, which the station tells as well as it can', async () => {
      const station = await boots('time');
      const { id, reservationId } = await at.reserved(station.stationId, {
        idToken: CARD,
        evseId: 1,
        expiresAt: at.in(60),
      });
      await csms.eventually(async () =>
        expect((await csms.operator.station(station.stationId)).evses[0]!.connectors[0]!.status).toBe('Reserved'),
      );

      await csms.clock.advance(60_000);
      await csms.clock.advance(5000);

      await csms.eventually(async () => {
        expect(await at.read(id)).toMatchObject({ state: 'expired' });
        expect(await csms.operator.station(station.stationId)).toMatchObject({
          reservations: [],
          evses: [{ connectors: [{ status: 'Available' }] }],
        });
      });
      if (version === '1.6') return;
      await csms.eventually(async () =>
        expect((await at.read(id)).history).toContainEqual(
          expect.objectContaining({ said: { reservationId, reservationUpdateStatus: 'Expired' } }),
        ),
      );
    });

    it('by the clock of TAU alone where the station is away, also after a restart', async () => {
      const station = await boots('away');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1, expiresAt: at.in(60) });
      await station.close();
      await csms.restart();
      expect(await at.read(id)).toMatchObject({ state: 'active' });

      await csms.clock.advance(60_000);

      await at.expectState(id, 'expired', 'clock');
    });

    it.each([
      ['Faulted', 'evse-faulted'],
      ['Unavailable', 'evse-unavailable'],
    ] as const)('by the EVSE being %s', async (status, reason) => {
      const station = await boots(status);
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      if (status === 'Faulted') await station.fault();
      else {
        const inoperative = { operationalStatus: 'Inoperative', evseId: 1 };
        await csms.operator.put(`/stations/${station.stationId}/availability`, inoperative);
      }

      await csms.eventually(async () => expect(await at.read(id)).toMatchObject({ state: 'removed' }));
      const { history } = await at.read(id);
      expect(history.map(({ reason: why }) => why)).toContain(version === '1.6' ? reason : 'status-update');
    });

    it('by a fault that came while TAU was down', async () => {
      const station = await boots('down');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });
      // the status is stored, and the process dies before it looks at what follows
      await at.showsStatus(station, 'Reserved');
      await csms.sql(
        `UPDATE connectors c SET status = 'Faulted' FROM stations s
         WHERE s.id = c.station_id AND s.station_id = $1 AND c.evse_id = 1`,
        station.stationId,
      );

      await csms.restart();

      await csms.eventually(async () =>
        expect(await at.read(id)).toMatchObject({ state: 'removed', reason: 'evse-faulted' }),
      );
    });

    it('by the station leaving the inventory', async () => {
      const station = await boots('archived');
      const { id } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });

      await csms.operator.delete(`/stations/${station.stationId}`);

      await csms.eventually(async () =>
        expect(await at.read(id)).toMatchObject({ state: 'removed', reason: 'station-archived' }),
      );
    });
  });

  describe('by the status alone (OCPP 1.6)', () => {
    it('that leaves Reserved before its time', async () => {
      const station = await csms.station('H04-freed', '1.6').boots();
      const { id } = await at.reserved('H04-freed', { idToken: CARD, evseId: 1 });
      await at.showsStatus(station, 'Reserved');

      await at.showsStatus(station, 'Available');

      await at.expectState(id, 'removed', 'evse-available');
    });

    it('that leaves Reserved, also where the station showed that before it answered', async () => {
      const station = await csms.station('H04-first', '1.6').boots();
      const seen = `SELECT 1 FROM reservations r JOIN stations s ON s.id = r.station_id
        WHERE s.station_id = 'H04-first' AND r.reserved_seen_at IS NOT NULL`;
      station.onCall('ReserveNow', async () => {
        await at.showsStatus(station, 'Reserved');
        await csms.eventually(async () => expect(await csms.sql(seen)).toHaveLength(1));
        return { status: 'Accepted' };
      });
      const { id } = await at.reserved('H04-first', { idToken: CARD, evseId: 1 });

      await at.showsStatus(station, 'Available');

      await at.expectState(id, 'removed', 'evse-available');
    });

    it('that leaves Reserved at its time by a clock that is ahead', async () => {
      const station = await csms.station('H04-ahead', '1.6').boots();
      const { id } = await at.reserved('H04-ahead', { idToken: CARD, evseId: 1, expiresAt: at.in(120) });
      await at.showsStatus(station, 'Reserved');
      await csms.clock.advance(75_000);

      await at.showsStatus(station, 'Available');

      await at.expectState(id, 'expired', 'evse-available');
    });

    it('not by an EVSE that was never shown as Reserved', async () => {
      const station = await csms.station('H04-plain', '1.6').boots();
      station.onCall('ReserveNow', { status: 'Accepted' });
      const { id } = await at.reserved('H04-plain', { idToken: CARD, evseId: 1 });

      await at.showsStatus(station, 'Available');
      await csms.clock.advance(10_000);

      expect(await at.read(id)).toMatchObject({ state: 'active' });
    });

    it('by the station as a whole being Unavailable', async () => {
      const station = await csms.station('H04-whole', '1.6').boots();
      const { id } = await at.reserved('H04-whole', { idToken: CARD });

      await at.showsStatus(station, 'Unavailable', 0);

      await at.expectState(id, 'removed', 'evse-unavailable');
    });
  });

  describe.each(['2.0', '2.0.1'] as const)('by ReservationStatusUpdate (OCPP %s)', (version) => {
    it.each([
      ['Expired', 'expired'],
      ['Removed', 'removed'],
    ] as const)('%s, and keeps all that it says', async (status, state) => {
      const station = await csms.station(`H04-${status}-${version}`, version).boots();
      const { id, reservationId } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });
      const customData = { vendorId: 'com.example', why: 'sentinel-\u0000' };
      const more = version === '2.0.1' ? { customData } : {};

      await at.saysUpdate(station, reservationId, status, more);
      await at.saysUpdate(station, reservationId, status, more);

      const { history, ...reservation } = await at.read(id);
      expect(reservation).toMatchObject({ state, reason: 'status-update' });
      expect(history.filter(({ reason }) => reason === 'status-update')).toMatchObject([
        { from: 'active', to: state, said: { reservationId, reservationUpdateStatus: status, ...more } },
      ]);
    });

    it('is taken for nothing where TAU never gave the number, or gave it to another station', async () => {
      const station = await csms.station(`H04-nobody-${version}`, version).boots();
      const other = await csms.station(`H04-somebody-${version}`, version).boots();
      const { id, reservationId } = await at.reserved(other.stationId, { idToken: CARD, evseId: 1 });

      await at.saysUpdate(station, reservationId, 'Removed');
      await at.saysUpdate(station, -1, 'Removed');

      expect(await at.read(id)).toMatchObject({ state: 'active' });
    });

    it('changes nothing of what was cancelled before', async () => {
      const station = await csms.station(`H04-cancelled-${version}`, version).boots();
      const { id, reservationId } = await at.reserved(station.stationId, { idToken: CARD, evseId: 1 });
      await at.cancel(id);

      await at.saysUpdate(station, reservationId, 'Removed');

      expect(await at.read(id)).toMatchObject({ state: 'cancelled', reason: 'cancel-accepted' });
      expect((await at.read(id)).history.at(-1)).toMatchObject({ from: 'cancelled', to: 'cancelled' });
    });

    it('is refused where it breaks the schema', async () => {
      const station = await csms.station(`H04-broken-${version}`, version).boots();

      const call = station.callAny('ReservationStatusUpdate', { reservationId: 1, reservationUpdateStatus: 'Gone' });

      await expect(call).rejects.toMatchObject({ code: expect.stringMatching(/Violation/) });
    });
  });

  it('proves by ReservationStatusUpdate that the station had taken what it did not answer', async () => {
    const station = await csms.station('H04-proof', '2.0.1').boots();
    const { id, reservationId } = await at.reserved('H04-proof', { idToken: CARD, evseId: 1 });
    await csms.sql(`UPDATE reservations SET state = 'unknown', active_at = NULL WHERE id = $1`, id);

    await at.saysUpdate(station, reservationId, 'Removed');

    expect(await at.read(id)).toMatchObject({ state: 'removed', reason: 'status-update' });
  });
});
