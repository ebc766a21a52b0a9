import type { CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { reservations } from '../support/reservations.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Answered = CsmsResponses['2.0.1']['ReserveNow']['status'];
type Station = StrictStation<'2.0.1'>;

const CARD = 'ABCD1234';
const SIBLING = 'ABCD5678';
const GROUP = 'GROUP1';
const TOKEN = { value: CARD, type: 'ISO14443' } as const;
const EVSE = { id: 1, connectorId: 1 };

describe('OCPP 2.0.1 · H · Reservation', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);
  const at = reservations(csms);

  beforeEach(async () => {
    await csms.given.idToken({ value: CARD, groupId: null });
    await csms.given.idToken({ value: SIBLING, groupId: GROUP });
  });

  /** The operator reserves; asserts what the station was told and what the operator is. */
  const reserves = async (station: Station, asked: object, said: object, status: Answered = 'Accepted') => {
    const requests = cases.answers(station, 'ReserveNow', { status });
    const expiresAt = at.in(60);

    const { body } = await at.reserve(station.stationId, { idToken: TOKEN, expiresAt, ...asked });

    const { reservation } = body;
    const idToken = { idToken: CARD, type: 'ISO14443' };
    expect(requests).toEqual([{ id: reservation.reservationId, expiryDateTime: expiresAt, idToken, ...said }]);
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
    expect(reservation).toMatchObject({ state: status === 'Accepted' ? 'active' : 'refused', status });
    return reservation as { id: string; reservationId: number };
  };

  const booted = async (stationId: string) => {
    const station = await cases.booted(stationId);
    await cases.reportsStatus(station, 'Available');
    return station;
  };

  const authorizes = async (station: Station, idToken: string) => {
    const { idTokenInfo } = await station.call('Authorize', { idToken: { idToken, type: 'ISO14443' } });
    expect(idTokenInfo.status).toBe('Accepted');
    return idTokenInfo;
  };

  /** The driver comes and charges; the reservation is over, and names the transaction. */
  const uses = async (station: Station, idToken: string, { id, reservationId }: Reservation, evse = EVSE) => {
    await authorizes(station, idToken);
    const transaction = cases.transaction(station);
    const { idTokenInfo } = await transaction.started('Authorized', { idToken, reservationId });
    expect(idTokenInfo?.status).toBe('Accepted');
    await cases.reportsStatus(station, 'Occupied', evse.id);
    await transaction.updated('CablePluggedIn', { evse, chargingState: 'Charging' });
    await csms.eventually(async () => {
      const { id: transactionId, ...shown } = await cases.transactionOf(station.stationId);
      expect(shown).toMatchObject({ reservationId, evseId: evse.id, idToken: { value: idToken } });
      expect(await at.read(id)).toMatchObject({ state: 'used', reason: 'named-by-transaction', transactionId });
    });
  };
  type Reservation = Awaited<ReturnType<typeof reserves>>;

  const tells = async (station: Station, { reservationId }: Reservation, status: 'Expired' | 'Removed') =>
    expect(await station.call('ReservationStatusUpdate', { reservationId, reservationUpdateStatus: status })).toEqual(
      {},
    );

  it('TC_H_01_CSMS · an EVSE is reserved, and used with the token', async () => {
    const station = await booted('TC_H_01');

    const reservation = await reserves(station, { evseId: 1 }, { evseId: 1 });
    await cases.reportsStatus(station, 'Reserved');
    expect(await cases.statusOf('TC_H_01')).toBe('Reserved');

    await uses(station, CARD, reservation);
  });

  it('TC_H_07_CSMS · an EVSE is reserved, and not used', async () => {
    const station = await booted('TC_H_07');
    const reservation = await reserves(station, { evseId: 1 }, { evseId: 1 });
    await cases.reportsStatus(station, 'Reserved');

    await csms.clock.advance(60_000);
    await tells(station, reservation, 'Expired');
    await cases.reportsStatus(station, 'Available');

    expect(await at.read(reservation.id)).toMatchObject({ state: 'expired' });
    expect(await cases.statusOf('TC_H_07')).toBe('Available');
  });

  it('TC_H_08_CSMS · no particular EVSE is reserved', async () => {
    const station = await booted('TC_H_08');

    const reservation = await reserves(station, {}, {});

    await uses(station, CARD, reservation);
  });

  it('TC_H_14_CSMS · as much is reserved as there are EVSEs', async () => {
    const station = await booted('TC_H_14');
    await cases.reportsStatus(station, 'Available', 2);

    const first = await reserves(station, {}, {});
    const second = await reserves(station, {}, {});
    for (const evseId of [1, 2]) await cases.reportsStatus(station, 'Reserved', evseId);

    expect(second.reservationId).not.toBe(first.reservationId);
    expect((await csms.operator.station('TC_H_14')).reservations).toMatchObject([
      { id: first.id, state: 'active' },
      { id: second.id, state: 'active' },
    ]);
    await uses(station, CARD, second, { id: 2, connectorId: 1 });
    expect(await at.read(first.id)).toMatchObject({ state: 'active' });
  });

  it('TC_H_15_CSMS · a connector of a type is reserved', async () => {
    const station = await booted('TC_H_15');

    const reservation = await reserves(station, { connectorType: 'cType2' }, { connectorType: 'cType2' });

    await uses(station, CARD, reservation);
  });

  it('TC_H_17_CSMS · a reservation is cancelled', async () => {
    const station = await booted('TC_H_17');
    const { id, reservationId } = await reserves(station, { evseId: 1 }, { evseId: 1 });
    await cases.reportsStatus(station, 'Reserved');
    const requests = cases.answers(station, 'CancelReservation', { status: 'Accepted' });

    const { body } = await at.cancel(id);
    await cases.reportsStatus(station, 'Available');

    expect(requests).toEqual([{ reservationId }]);
    expect(body).toMatchObject({ status: 'Accepted', reservation: { id, state: 'cancelled' } });
    expect(await cases.statusOf('TC_H_17')).toBe('Available');
  });

  it('TC_H_19_CSMS · a reserved EVSE is used with another token of the group', async () => {
    const station = await booted('TC_H_19');
    const groupIdToken = { value: GROUP, type: 'Central' };
    const said = { evseId: 1, groupIdToken: { idToken: GROUP, type: 'Central' } };

    const reservation = await reserves(station, { evseId: 1, groupIdToken }, said);
    await cases.reportsStatus(station, 'Reserved');
    const { groupIdToken: told } = await authorizes(station, SIBLING);

    expect(told).toMatchObject({ idToken: GROUP });
    await uses(station, SIBLING, reservation);
  });

  it('TC_H_20_CSMS · a fault removes a reservation', async () => {
    const station = await booted('TC_H_20');
    const reservation = await reserves(station, { evseId: 1 }, { evseId: 1 });
    await cases.reportsStatus(station, 'Reserved');

    await cases.reportsStatus(station, 'Faulted');
    await tells(station, reservation, 'Removed');

    await csms.eventually(async () => expect(await at.read(reservation.id)).toMatchObject({ state: 'removed' }));
    expect((await csms.operator.station('TC_H_20')).reservations).toEqual([]);
  });

  it('TC_H_22_CSMS · the station rejects reservations', async () => {
    const station = await booted('TC_H_22');

    const { id } = await reserves(station, { evseId: 1 }, { evseId: 1 }, 'Rejected');

    expect(await at.read(id)).toMatchObject({ state: 'refused', reason: 'answered', status: 'Rejected' });
    expect((await csms.operator.station('TC_H_22')).reservations).toEqual([]);
  });
});
