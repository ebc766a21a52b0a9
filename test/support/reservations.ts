import { expect } from '@jest/globals';
import type { OcppVersion } from '../../src/ocpp/index.js';
import type { TestCsms } from './csms.js';
import { ApiProblem, type Api, type RawAnswer } from './operator.js';

export const expectProblem = ({ status, body }: RawAnswer, expected: number, code: string): void =>
  expect({ status, code: body.code }).toEqual({ status: expected, code });

/** Of a station of any version. */
interface Said {
  readonly version: OcppVersion;
  callAny(action: string, payload: unknown): Promise<unknown>;
}

/** What tests of reservations say over and over. */
export function reservations(csms: TestCsms) {
  const reserve = (stationId: string, body: object, headers?: Record<string, string>): Promise<RawAnswer> =>
    csms.operator.post(`/stations/${stationId}/reservations`, body, headers);

  const read = async (id: string): Promise<Api<'ReservationDetailView'>> => {
    const { status, body } = await csms.operator.get(`/reservations/${id}`);
    if (status !== 200) throw new ApiProblem(status, body);
    return body;
  };

  return {
    reserve,
    read,

    /** So many seconds from now. */
    in: (seconds: number): string => new Date(csms.clock.now().getTime() + seconds * 1000).toISOString(),

    /** An hour that the station accepts. */
    async reserved(stationId: string, what: object): Promise<Api<'ReservationView'>> {
      const expiresAt = new Date(csms.clock.now().getTime() + 3600_000).toISOString();
      const { body } = await reserve(stationId, { expiresAt, ...what });
      expect(body).toMatchObject({ status: 'Accepted', reservation: { state: 'active' } });
      return body.reservation;
    },

    cancel: (id: string): Promise<RawAnswer> => csms.operator.delete(`/reservations/${id}`),

    async of(stationId: string): Promise<Api<'ReservationView'>[]> {
      return (await csms.operator.get(`/reservations?stationId=${stationId}`)).body.items;
    },

    /** What follows from the stored is found within a round. */
    async expectState(id: string, state: string, reason: string): Promise<void> {
      await csms.clock.advance(5000);
      await csms.eventually(async () => {
        const found = await read(id);
        // a round that was still at work when the next was due has left that out
        if (found.state !== state) await csms.clock.advance(5000);
        expect(found).toMatchObject({ state, reason });
      });
    },

    async showsStatus(station: Said, status: string, connectorId = 1): Promise<void> {
      await csms.clock.advance(1000);
      const timestamp = csms.clock.now().toISOString();
      await station.callAny(
        'StatusNotification',
        station.version === '1.6'
          ? { connectorId, errorCode: 'NoError', status, timestamp }
          : { evseId: 1, connectorId, connectorStatus: status, timestamp },
      );
    },

    async saysUpdate(
      station: Said,
      reservationId: number,
      reservationUpdateStatus: 'Expired' | 'Removed',
      more: object = {},
    ): Promise<void> {
      const payload = { reservationId, reservationUpdateStatus, ...more };
      expect(await station.callAny('ReservationStatusUpdate', payload)).toEqual({});
    },
  };
}
