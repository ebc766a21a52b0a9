import { startCsms } from '../support/csms.js';
import { reservations } from '../support/reservations.js';
import { CONNECTOR, stationsV16, type StationV16 } from './ocpp16-station.js';

const TAG = 'VALID1';
const SIBLING = 'VALID2';
const GROUP = 'GROUP1';
const TOKEN = { value: TAG, type: 'ISO14443' } as const;

type Answer = 'Accepted' | 'Faulted' | 'Occupied' | 'Rejected' | 'Unavailable';

describe('OCPP 1.6 · Reservation', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);
  const at = reservations(csms);

  beforeEach(async () => {
    await csms.given.idToken({ value: TAG, groupId: null });
    await csms.given.idToken({ value: SIBLING, groupId: GROUP });
  });

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };

  /** The operator reserves, and the station answers; asserts what it was told. */
  const reserves = async (
    { stationId, strict }: StationV16,
    status: Answer = 'Accepted',
    { evseId, connectorId = CONNECTOR, ...more }: { evseId?: number; connectorId?: number; groupIdToken?: object } = {},
  ) => {
    const requests: { reservationId: number; parentIdTag?: string }[] = [];
    strict.onCall('ReserveNow', (request) => {
      requests.push(request);
      return { status };
    });
    const expiresAt = at.in(60);
    const asked = { idToken: TOKEN, expiresAt, ...(connectorId !== 0 && { evseId: evseId ?? connectorId }), ...more };
    const { body } = await at.reserve(stationId, asked);
    const { reservation } = body;
    expect(requests).toMatchObject([
      { connectorId, idTag: TAG, expiryDate: expiresAt, reservationId: reservation.reservationId },
    ]);
    expect(body).toMatchObject({ state: 'answered', status, action: 'ReserveNow' });
    expect(reservation).toMatchObject({ state: status === 'Accepted' ? 'active' : 'refused', status });
    return { ...reservation, parentIdTag: requests[0]?.parentIdTag } as { id: string; reservationId: number } & {
      parentIdTag?: string;
    };
  };

  const refuses = async (station: StationV16, status: Answer) => {
    const { id } = await reserves(station, status);
    expect(await at.read(id)).toMatchObject({ state: 'refused', reason: 'answered', status });
    expect((await csms.operator.station(station.stationId)).reservations).toEqual([]);
  };

  /** The driver comes and charges; the reservation is over, and names the transaction. */
  const uses = async (station: StationV16, idTag: string, id: string, reservationId: number) => {
    await station.authorizes(idTag);
    await station.reports('Preparing');
    await station.starts(idTag, { reservationId });
    await station.reports('Charging');
    await csms.eventually(async () => {
      const [transaction] = await station.transactions();
      expect(transaction).toMatchObject({ reservationId, idToken: { value: idTag }, state: 'active' });
      expect(await at.read(id)).toMatchObject({ state: 'used', transactionId: transaction!.id });
    });
    expect((await csms.operator.station(station.stationId)).reservations).toEqual([]);
  };

  it('TC_046_CSMS · Reservation of a connector: it is used, and closed', async () => {
    const station = await boots('TC-046');

    const { id, reservationId } = await reserves(station);
    await station.reports('Reserved');
    expect(await station.connector()).toMatchObject({ status: 'Reserved' });

    await uses(station, TAG, id, reservationId);
  });

  it('TC_047_CSMS · Reservation of a connector: it expires', async () => {
    const station = await boots('TC-047');
    const { id } = await reserves(station);
    await station.reports('Reserved');

    await csms.clock.advance(60_000);
    await at.expectState(id, 'expired', 'clock');
    await station.reports('Available');

    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_048_1_CSMS · Reservation of a connector that is Faulted: the operator is told', async () => {
    const station = await boots('TC-048-1');
    await station.reportsStatus({ status: 'Faulted', errorCode: 'OtherError' });

    await refuses(station, 'Faulted');
  });

  it('TC_048_2_CSMS · Reservation of a connector that is Occupied: the operator is told', async () => {
    const station = await boots('TC-048-2');
    await station.reports('Preparing');

    await refuses(station, 'Occupied');
  });

  it('TC_048_3_CSMS · Reservation of a connector that was made Unavailable: the operator is told', async () => {
    const station = await boots('TC-048-3');
    station.strict.onCall('ChangeAvailability', () => ({ status: 'Accepted' }));
    const inoperative = { operationalStatus: 'Inoperative', evseId: CONNECTOR };
    await csms.operator.put(`/stations/${station.stationId}/availability`, inoperative);
    await station.reports('Unavailable');

    await refuses(station, 'Unavailable');
  });

  it('TC_048_4_CSMS · Reservation that the station rejects: the operator is told', async () => {
    await refuses(await boots('TC-048-4'), 'Rejected');
  });

  it('TC_049_CSMS · Reservation of connector 0: it is used at any', async () => {
    const station = await boots('TC-049');

    const { id, reservationId } = await reserves(station, 'Accepted', { connectorId: 0 });

    await uses(station, TAG, id, reservationId);
  });

  it.each([
    ['TC_051_CSMS · Cancel reservation', 'Accepted', 'cancelled', 'Available'],
    ['TC_052_CSMS · Cancel reservation: rejected', 'Rejected', 'active', 'Reserved'],
  ] as const)('%s', async (name, status, state, shown) => {
    const station = await boots(name.slice(0, 6).replaceAll('_', '-'));
    const { id, reservationId } = await reserves(station);
    await station.reports('Reserved');
    const requests: object[] = [];
    station.strict.onCall('CancelReservation', (request) => {
      requests.push(request);
      return { status };
    });

    const { body } = await at.cancel(id);
    await station.reports(shown);

    expect(requests).toEqual([{ reservationId }]);
    expect(body).toMatchObject({ state: 'answered', status, reservation: { id, state } });
    expect(await at.read(id)).toMatchObject({ state });
    expect(await station.connector()).toMatchObject({ status: shown });
  });

  it('TC_053_CSMS · Reservation with a parentIdTag: another tag of the parent uses it', async () => {
    await csms.given.idToken({ value: TAG, groupId: GROUP });
    const station = await boots('TC-053');

    const { id, reservationId, parentIdTag } = await reserves(station);
    expect(parentIdTag).toBe(GROUP);
    await station.reports('Reserved');
    const { idTagInfo } = await station.strict.call('Authorize', { idTag: SIBLING });
    expect(idTagInfo).toMatchObject({ status: 'Accepted', parentIdTag: GROUP });

    await uses(station, SIBLING, id, reservationId);
  });
});
