import { afterEach } from '@jest/globals';
import type { CsmsAction, CsmsRequests, CsmsResponses, StationRequests } from '../../src/ocpp/index.js';
import type { TestCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { ToldTransaction } from '../support/transaction-events.js';

type Status = StationRequests['2.0.1']['StatusNotification']['connectorStatus'];

const BOOT = { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'Model' } } as const;

/**
 * The part of the test tool: stations of an independent client that look at every message of TAU. A test fails where
 * one of them saw something that breaks the standard.
 */
export function ocpp201(csms: TestCsms) {
  const stations: StrictStation<'2.0.1'>[] = [];
  afterEach(() => expect(stations.splice(0).flatMap(({ violations }) => violations)).toEqual([]));

  const connected = async (stationId: string) => {
    const station = await csms.strictStation(stationId, '2.0.1');
    stations.push(station);
    return station;
  };
  const boot = (station: StrictStation<'2.0.1'>) => station.call('BootNotification', BOOT);

  const statusNotification = (station: StrictStation<'2.0.1'>, status: Status, evseId = 1, connectorId = 1) =>
    station.call('StatusNotification', {
      timestamp: csms.clock.now().toISOString(),
      connectorStatus: status,
      evseId,
      connectorId,
    });
  const availabilityEvent = (station: StrictStation<'2.0.1'>, status: Status, evseId = 1, connectorId = 1) => {
    const timestamp = csms.clock.now().toISOString();
    return station.call('NotifyEvent', {
      generatedAt: timestamp,
      seqNo: 0,
      eventData: [
        {
          eventId: 1,
          timestamp,
          trigger: 'Delta',
          actualValue: status,
          eventNotificationType: 'HardWiredNotification',
          component: { name: 'Connector', evse: { id: evseId, connectorId } },
          variable: { name: 'AvailabilityState' },
        },
      ],
    });
  };

  return {
    connected,
    boot,

    /** A station that is connected and accepted. */
    async booted(stationId: string) {
      const station = await connected(stationId);
      expect((await boot(station)).status).toBe('Accepted');
      return station;
    },

    transaction: (station: StrictStation<'2.0.1'>) => new ToldTransaction(station, () => csms.clock.now()),

    statusNotification,
    availabilityEvent,

    /** Reports a status both ways that the standard knows, and expects both to be answered with nothing. */
    async reportsStatus(station: StrictStation<'2.0.1'>, status: Status, evseId = 1, connectorId = 1) {
      expect(await statusNotification(station, status, evseId, connectorId)).toEqual({});
      expect(await availabilityEvent(station, status, evseId, connectorId)).toEqual({});
    },

    /**
     * Has the station answer every CALL of an action alike.
     * @returns the requests, as they come
     */
    answers<A extends CsmsAction<'2.0.1'>>(
      station: StrictStation<'2.0.1'>,
      action: A,
      answer: CsmsResponses['2.0.1'][A],
    ): CsmsRequests['2.0.1'][A][] {
      const requests: CsmsRequests['2.0.1'][A][] = [];
      station.onCall(action, (request) => {
        requests.push(request);
        return answer;
      });
      return requests;
    },

    /** What REST shows of the only transaction of a station. */
    async transactionOf(stationId: string) {
      const transactions = await csms.operator.transactions({ stationId });
      expect(transactions).toHaveLength(1);
      return transactions[0]!;
    },

    /** Reports a security event, and expects it among those that operators see. */
    async reportsSecurityEvent(station: StrictStation<'2.0.1'>, type: string) {
      const timestamp = csms.clock.now().toISOString();
      expect(await station.call('SecurityEventNotification', { type, timestamp })).toEqual({});
      const { stationId } = station;
      const { body } = await csms.operator.get(`/security-events?stationId=${stationId}`);
      expect(body.items).toMatchObject([{ stationId, type, timestamp }]);
    },

    async statusOf(stationId: string, evseId = 1, connectorId = 1) {
      const { evses } = await csms.operator.station(stationId);
      const evse = evses.find((each) => each.evseId === evseId);
      return evse?.connectors.find((each) => each.connectorId === connectorId)?.status;
    },
  };
}
