import type { CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Answered = CsmsResponses['2.0.1']['ChangeAvailability']['status'];
type OperationalStatus = 'Operative' | 'Inoperative';

const CARD = 'ABCD1234';
const EVSE = { id: 1, connectorId: 1 };

/** What can be taken out of service: how operators name it, and how OCPP does. */
const THE_EVSE = { asked: { evseId: 1 }, said: { evse: { id: 1 } } };
const THE_STATION = { asked: {}, said: {} };
const THE_CONNECTOR = { asked: { evseId: 1, connectorId: 1 }, said: { evse: { id: 1, connectorId: 1 } } };
type Place = typeof THE_EVSE | typeof THE_STATION | typeof THE_CONNECTOR;

describe('OCPP 2.0.1 · G · Availability', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** The operator changes the availability; asserts what the station was told and what the operator is. */
  const changes = async (
    station: StrictStation<'2.0.1'>,
    operationalStatus: OperationalStatus,
    { asked, said }: Place,
    status: Answered = 'Accepted',
  ) => {
    const requests = cases.answers(station, 'ChangeAvailability', { status });

    const { body } = await csms.operator.put(`/stations/${station.stationId}/availability`, {
      operationalStatus,
      ...asked,
    });

    expect(requests).toEqual([{ operationalStatus, ...said }]);
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
  };

  const goesOut = async (stationId: string, place: Place) => {
    const station = await cases.booted(stationId);
    await cases.reportsStatus(station, 'Available');

    await changes(station, 'Inoperative', place);
    await cases.reportsStatus(station, 'Unavailable');

    expect(await cases.statusOf(stationId)).toBe('Unavailable');
  };

  const comesBack = async (stationId: string, place: Place) => {
    const station = await cases.booted(stationId);
    await cases.reportsStatus(station, 'Unavailable');

    await changes(station, 'Operative', place);
    await cases.reportsStatus(station, 'Available');

    expect(await cases.statusOf(stationId)).toBe('Available');
  };

  const goesOutAfterTheTransaction = async (stationId: string, place: Place) => {
    await csms.given.idToken({ value: CARD });
    const station = await cases.booted(stationId);
    const transaction = cases.transaction(station);
    await cases.reportsStatus(station, 'Occupied');
    await transaction.started('Authorized', { idToken: CARD, evse: EVSE, chargingState: 'Charging' });

    await changes(station, 'Inoperative', place, 'Scheduled');
    expect(await cases.statusOf(stationId)).toBe('Occupied');
    expect(await cases.transactionOf(stationId)).toMatchObject({ state: 'active' });
    await csms.clock.advance(1000);
    const ended = await transaction.ended('StopAuthorized', { idToken: CARD, stoppedReason: 'Local' });
    await cases.reportsStatus(station, 'Unavailable');

    expect(ended.idTokenInfo?.status).toBe('Accepted');
    expect(await cases.transactionOf(stationId)).toMatchObject({ state: 'ended' });
    expect(await cases.statusOf(stationId)).toBe('Unavailable');
  };

  it('TC_G_03_CSMS · an EVSE is made inoperative', () => goesOut('TC_G_03', THE_EVSE));
  it('TC_G_04_CSMS · an EVSE is made operative', () => comesBack('TC_G_04', THE_EVSE));
  it('TC_G_05_CSMS · the station is made inoperative', () => goesOut('TC_G_05', THE_STATION));
  it('TC_G_06_CSMS · the station is made operative', () => comesBack('TC_G_06', THE_STATION));
  it('TC_G_07_CSMS · a connector is made inoperative', () => goesOut('TC_G_07', THE_CONNECTOR));
  it('TC_G_08_CSMS · a connector is made operative', () => comesBack('TC_G_08', THE_CONNECTOR));

  it('TC_G_11_CSMS · an EVSE is made inoperative when its transaction has ended', () =>
    goesOutAfterTheTransaction('TC_G_11', THE_EVSE));
  it('TC_G_14_CSMS · the station is made inoperative when its transaction has ended', () =>
    goesOutAfterTheTransaction('TC_G_14', THE_STATION));
  it('TC_G_17_CSMS · a connector is made inoperative when its transaction has ended', () =>
    goesOutAfterTheTransaction('TC_G_17', THE_CONNECTOR));

  it('TC_G_20_CSMS · a lock that failed is answered with nothing, and shown', async () => {
    const station = await cases.booted('TC_G_20');
    const timestamp = csms.clock.now().toISOString();
    const component = { name: 'ConnectorPlugRetentionLock', evse: EVSE };

    const answer = await station.call('NotifyEvent', {
      generatedAt: timestamp,
      seqNo: 0,
      eventData: [
        {
          eventId: 1,
          timestamp,
          trigger: 'Delta',
          actualValue: 'true',
          eventNotificationType: 'HardWiredNotification',
          component,
          variable: { name: 'Problem' },
        },
      ],
    });

    expect(answer).toEqual({});
    expect(await csms.operator.get('/stations/TC_G_20/events?variable=Problem')).toMatchObject({
      body: { items: [{ event: { component, actualValue: 'true' } }] },
    });
  });
});
