import { LENIENCY_RULES } from '../../src/ocpp/index.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { BOOT, rawStations, type RawStation } from '../support/raw-station.js';
import { Seeded, testSeed } from '../support/seeded.js';
import { mutated } from './mutate.js';

const SEED = testSeed();
/** TAU_FUZZ_BATCHES makes a long run of it. */
const BATCHES = Number(process.env['TAU_FUZZ_BATCHES'] ?? 40);
const BATCH = 25;

const AT = '2026-11-22T11:00:00Z';
const SAMPLES_16 = [
  {
    timestamp: AT,
    sampledValue: [
      { value: '10', context: 'Sample.Periodic', unit: 'Wh', measurand: 'Energy.Active.Import.Register', phase: 'L1' },
    ],
  },
];
const SAMPLES_2 = [
  {
    timestamp: AT,
    sampledValue: [
      { value: 10, context: 'Sample.Periodic', unitOfMeasure: { unit: 'Wh', multiplier: 0 }, location: 'Outlet' },
    ],
  },
];
const EVENT = { eventType: 'Updated', timestamp: AT, triggerReason: 'Trigger', seqNo: 1, offline: false };
const TOKEN = { idToken: 'TAG1', type: 'ISO14443' };

/** Messages that are all right, with many of their fields. */
const MESSAGES: Record<OcppVersion, Record<string, object>> = {
  '1.6': {
    BootNotification: { ...BOOT['1.6'], firmwareVersion: '1', iccid: '1', meterType: 'x' },
    Authorize: { idTag: 'TAG1' },
    Heartbeat: {},
    StatusNotification: {
      connectorId: 1,
      errorCode: 'NoError',
      status: 'Available',
      info: 'x',
      timestamp: AT,
      vendorId: 'x',
    },
    StartTransaction: { connectorId: 1, idTag: 'TAG1', meterStart: 0, timestamp: AT, reservationId: 3 },
    StopTransaction: {
      transactionId: 1,
      idTag: 'TAG1',
      meterStop: 10,
      timestamp: AT,
      reason: 'Local',
      transactionData: SAMPLES_16,
    },
    MeterValues: { connectorId: 1, transactionId: 1, meterValue: SAMPLES_16 },
  },
  '2.0': {
    BootNotification: BOOT['2.0'],
    Authorize: { idToken: TOKEN, evseId: [1] },
    StatusNotification: { timestamp: AT, connectorStatus: 'Available', evseId: 1, connectorId: 1 },
    MeterValues: { evseId: 1, meterValue: SAMPLES_2 },
    TransactionEvent: {
      ...EVENT,
      transactionData: { id: 'T1', chargingState: 'Charging', remoteStartId: 1 },
      evse: { id: 1, connectorId: 1 },
      idToken: TOKEN,
      meterValue: SAMPLES_2,
    },
  },
  '2.0.1': {
    BootNotification: BOOT['2.0.1'],
    Authorize: { idToken: { ...TOKEN, additionalInfo: [{ additionalIdToken: 'x', type: 'y' }] } },
    StatusNotification: { timestamp: AT, connectorStatus: 'Available', evseId: 1, connectorId: 1 },
    NotifyEvent: {
      generatedAt: AT,
      seqNo: 0,
      eventData: [
        {
          eventId: 1,
          timestamp: AT,
          trigger: 'Delta',
          actualValue: 'Occupied',
          eventNotificationType: 'HardWiredNotification',
          component: { name: 'Connector', evse: { id: 1, connectorId: 1 } },
          variable: { name: 'AvailabilityState' },
        },
      ],
    },
    MeterValues: { evseId: 1, meterValue: SAMPLES_2 },
    TransactionEvent: {
      ...EVENT,
      transactionInfo: { transactionId: 'T1', chargingState: 'Charging', remoteStartId: 1 },
      evse: { id: 1, connectorId: 1 },
      idToken: TOKEN,
      meterValue: SAMPLES_2,
      reservationId: 3,
    },
  },
};

/** The id under which a frame has to be answered; undefined for one that need not be. */
function idToAnswer(text: string): string | undefined {
  try {
    const [type, id, action, , ...more] = JSON.parse(text);
    const isCall = type === 2 && typeof id === 'string' && typeof action === 'string' && more.length === 0;
    return isCall && id.length <= 36 ? id : undefined;
  } catch {
    return undefined;
  }
}

describe('Frames with something wrong in them', () => {
  const csms = startCsms({ env: { AUTHORIZATION_POLICY: 'accept-all' } });
  const stations = rawStations(csms);

  /** Sends the frames and a last one that is all right; gives all answers up to that of the last one. */
  const answersTo = async (station: RawStation, frames: string[], last: string): Promise<string[]> => {
    for (const frame of frames) {
      station.send(frame);
      station.send(`[2,"between","Heartbeat",{}]`); // ten in a row that cannot be read would be the end
    }
    const barrier = station.version === '1.6' ? { idTag: 'TAG1' } : { idToken: TOKEN };
    station.send(JSON.stringify([2, last, 'Authorize', barrier]));
    const answers: string[] = [];
    do answers.push(await station.next());
    while (!answers.at(-1)!.startsWith(`[3,"${last}"`));
    return answers;
  };

  it.each(OCPP_VERSIONS)(
    `are each answered once, and never with InternalError (OCPP %s, TAU_TEST_SEED=${SEED})`,
    async (version) => {
      const random = new Seeded(SEED);
      const station = await stations.booted(`FUZZ-${version}`, version);
      const messages = Object.entries(MESSAGES[version]);

      for (let batch = 0; batch < BATCHES; batch++) {
        const frames = Array.from({ length: BATCH }, (_, i) => {
          const [action, payload] = random.oneOf(messages);
          return mutated(action, payload, `${batch}-${i}`, random);
        });
        const answers = await answersTo(station, frames, `last-${batch}`).catch((error: unknown) => {
          throw new Error(`${String(error)} after one of\n${frames.join('\n')}`);
        });

        const expected = frames.map(idToAnswer).filter((id) => id !== undefined);
        const given = answers.map((answer) => JSON.parse(answer)[1]);
        expect(given.filter((id) => expected.includes(id)).sort()).toEqual(expected.sort());
        expect(given.filter((id) => id === 'between')).toHaveLength(BATCH);
        expect(answers.filter((answer) => answer.includes('InternalError'))).toEqual([]);
      }

      const { deviations } = await csms.operator.station(station.stationId);
      const known = [...LENIENCY_RULES.map(({ name }) => name), 'unreadable-frame'];
      expect(deviations.length).toBeGreaterThan(5);
      expect(deviations.map(({ rule }) => rule).filter((rule) => !known.includes(rule))).toEqual([]);
      expect((await csms.operator.get(`/transactions?stationId=${station.stationId}&limit=500`)).status).toBe(200);
    },
    60_000 + BATCHES * 300,
  );
});
