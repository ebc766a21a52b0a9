import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;

/** Never at the moment of something else, since nothing says which of two things at once is shown first. */
const SAMPLE_INTERVAL_MS = 7000;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What was told to the station and what it said, word for word, and which words those are. */
const LITERAL = ['ocppVersion', 'ocppTransactionId', 'action', 'request', 'reportedStatus'];
/** Moments of TAU, not of the station: 1.6 tells the value of a begin at the end, and signs of life are noted late. */
const MOMENTS = ['receivedAt', 'lastSeenAt', 'clockDifferenceSeconds'];
/** What some versions have no words for: null there, never missing. */
const UNSAID = ['bootReason', 'chargingState', 'errorCode', 'remoteStartId'];
const DIFFERENT = new Set([...LITERAL, ...MOMENTS, ...UNSAID]);

describe('One API, every version', () => {
  const csms = startCsms();
  let drives = 0;

  beforeEach(() => csms.given.idToken(CARD));

  /** The bodies with everything blanked that may differ: the names stay, so that none is missing anywhere. */
  const comparable = (bodies: object, stationId: string): unknown =>
    JSON.parse(
      JSON.stringify(bodies).replaceAll(stationId, 'STATION').replaceAll(UUID, 'UUID'),
      (key, value: unknown) => (DIFFERENT.has(key) ? '(differs)' : value),
    );

  /** A day in the life of a station, as operators and their programs see it. */
  const drive = async (version: OcppVersion) => {
    const stationId = `ONE-API-${version}-${++drives}`;
    const transactions = (state: 'active' | 'ended') => csms.operator.transactions({ stationId, state });
    const aWhile = () => csms.clock.advance(10_000);
    const connectorIs = (status: string) =>
      csms.eventually(async () => {
        const station = await csms.operator.station(stationId);
        expect(station.evses[0]?.connectors[0]?.status).toBe(status);
        return station;
      });
    const availability = async (operationalStatus: string) =>
      (await csms.operator.put(`/stations/${stationId}/availability`, { operationalStatus, evseId: 1 })).body;

    csms.clock.wallTime = '2026-11-22T12:00:00Z';
    const station = await csms.station(stationId, version, { sampleIntervalMs: SAMPLE_INTERVAL_MS }).boots();
    const idle = await connectorIs('Available');
    const changes = [await availability('Inoperative')];
    const unavailable = await connectorIs('Unavailable');
    await aWhile();
    changes.push(await availability('Operative'));
    await connectorIs('Available');
    await aWhile();

    const { commandId } = await csms.operator.requestStart(stationId, { idToken: CARD, evseId: 1 });
    const [active] = await csms.eventually(async () => {
      const started = await transactions('active');
      expect(started).toMatchObject([{ commandId }]);
      return started;
    });
    await aWhile();
    await station.charge({ energyWh: 1500 });
    const occupied = await connectorIs('Occupied');
    const charging = await csms.operator.transaction(active!.id);
    await aWhile();
    const stop = await csms.operator.requestStop(active!.id);
    await csms.eventually(async () => expect(await transactions('ended')).toHaveLength(1));
    await station.unplug();
    const after = await connectorIs('Available');

    await aWhile();
    await station.plugIn();
    await station.authorize(CARD);
    await aWhile();
    await station.charge({ energyWh: 700 });
    await aWhile();
    await station.stop();
    await station.unplug();

    const ended = await transactions('ended');
    const values = await Promise.all(ended.map(({ id }) => csms.operator.meterValues(id)));
    const commands = await csms.operator.commands(stationId);
    const stoppedAgain = await csms.operator.post(`/transactions/${active!.id}/stop`);
    const elsewhere = await csms.operator.post(`/stations/${stationId}/transactions`, { idToken: CARD, evseId: 99 });
    await station.goOffline();
    const offline = await csms.eventually(async () => {
      const refused = await csms.operator.post(`/stations/${stationId}/transactions`, { idToken: CARD });
      expect(refused.status).toBe(409);
      return refused;
    });
    const refusals = [stoppedAgain, elsewhere, offline].map(({ status, body }) => ({ status, body }));

    // only 1.6 stations tell of the station as a whole, as connector 0
    const stations = [idle, unavailable, occupied, after].map((each) => ({ ...each, status: '(differs)' }));
    return comparable({ stations, changes, charging, stop, ended, values, commands, refusals }, stationId);
  };

  it.each(OCPP_VERSIONS.filter((version) => version !== '2.0.1'))(
    'shows the same of the same happenings in OCPP %s as in 2.0.1',
    async (version) => {
      expect(await drive(version)).toEqual(await drive('2.0.1'));
    },
    20_000,
  );
});
