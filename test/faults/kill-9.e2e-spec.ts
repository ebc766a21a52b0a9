import { setTimeout as wait } from 'node:timers/promises';
import { ApiProblem, Operator } from '../support/operator.js';
import { Seeded, testSeed } from '../support/seeded.js';
import { ADMIN_KEY, emptyFolder, freePort, removeFolders, TauProcess } from '../system/tau-process.js';
import { BusyStation } from './busy-station.js';
import { Ledger, type StoredTransaction } from './ledger.js';

const STATIONS = 20;
const KILLS = 3;
const SEED = testSeed();

describe('A killed process', () => {
  const random = new Seeded(SEED);
  const ledger = new Ledger();
  let tau: TauProcess;
  let operator: Operator;
  let stored: StoredTransaction[];

  /** All transactions with their events, through REST. */
  const readAll = async (): Promise<StoredTransaction[]> => {
    const found: StoredTransaction[] = [];
    let next = '';
    do {
      const { status, body } = await operator.get(`/transactions?limit=500${next}`);
      if (status !== 200) throw new ApiProblem(status, body);
      for (const { id, stationId, state, energyWh } of body.items) {
        found.push({ stationId, state, energyWh, events: (await operator.events(id)).map(({ raw }) => raw) });
      }
      next = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (next);
    return found;
  };

  beforeAll(async () => {
    const port = await freePort();
    const env = { PORT: String(port), AUTHORIZATION_POLICY: 'accept-all', LOG_LEVEL: 'error' };
    const dataDir = `${emptyFolder()}/data`;
    tau = await TauProcess.start({ dataDir, env });
    operator = new Operator(`http://127.0.0.1:${port}`, ADMIN_KEY);

    const stations = [];
    for (let i = 0; i < STATIONS; i++) {
      const stationId = `KILL-${String(i).padStart(2, '0')}`;
      const password = (await operator.register({ stationId })).password;
      const version = i % 2 === 0 ? '1.6' : '2.0.1';
      const where = { stationId, version, password, url: `ws://127.0.0.1:${port}/ocpp` } as const;
      stations.push(new BusyStation(where, ledger, new Seeded(random.whole(0, 2 ** 31))));
    }
    await Promise.all(stations.map(({ station }) => station.boots()));

    let over = false;
    const running = Promise.all(stations.map((each) => each.run(() => over)));
    for (let kill = 0; kill < KILLS; kill++) {
      await wait(random.whole(1000, 3000));
      await tau.stop('SIGKILL');
      tau = await TauProcess.start({ dataDir, env });
    }
    await wait(1000);
    over = true;
    await running;
    await Promise.all(stations.map(({ station }) => station.delivered(20_000)));
    await Promise.all(stations.map(({ station }) => station.close()));
    stored = await readAll();
  }, 120_000);

  afterAll(async () => {
    await tau.stop();
    removeFolders();
  }, 30_000);

  it(`loses nothing that it acknowledged and counts nothing twice (TAU_TEST_SEED=${SEED})`, () => {
    expect(stored.length).toBeGreaterThan(STATIONS);
    expect(ledger.acknowledged.length).toBeGreaterThan(STATIONS * 10);
    expect(ledger.faults(stored)).toEqual([]);
  });

  it('would not get away with a forged acknowledgement', () => {
    const forged = new Ledger();
    forged.closed.push(...ledger.closed);
    forged.acknowledged.push(...ledger.acknowledged, {
      stationId: stored[0]!.stationId,
      frame: '[2,"forged","MeterValues",{"connectorId":1,"meterValue":[]}]',
    });

    expect(forged.faults(stored)).toEqual([expect.stringMatching(/^L1: .*forged/)]);
  });
});
