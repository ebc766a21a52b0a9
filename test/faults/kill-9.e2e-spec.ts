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

  describe('would be found out by the ledger', () => {
    const [some, others] = [0, 1];
    const changed = (change: Partial<StoredTransaction>) =>
      stored.map((each, i) => (i === some ? { ...each, ...change } : each));
    const kindsOf = (faults: string[]) => [...new Set(faults.map((fault) => fault.slice(0, 2)))];

    it('if a message were acknowledged and not stored (L1)', () => {
      const { stationId, events } = stored[some]!;
      const missing = events.slice(1);

      expect(kindsOf(ledger.faults(changed({ events: missing })))).toContain('L1');

      const forged = new Ledger();
      forged.closed.push(...ledger.closed);
      forged.acknowledged.push({ stationId, frame: '[2,"x","MeterValues",{"connectorId":1,"meterValue":[]}]' });
      expect(kindsOf(forged.faults(stored))).toEqual(['L1']);
    });

    it('if an event had two rows (L2)', () => {
      const { events } = stored[some]!;
      const [first] = events;
      const underAnotherId = JSON.stringify([2, 'another id', ...JSON.parse(first!).slice(2)]);

      expect(kindsOf(ledger.faults(changed({ events: [...events, underAnotherId] })))).toContain('L2');
    });

    it('if a watt-hour were missing (L3)', () => {
      expect(kindsOf(ledger.faults(changed({ energyWh: stored[some]!.energyWh! - 1 })))).toEqual(['L3']);
      expect(kindsOf(ledger.faults(changed({ energyWh: null })))).toEqual(['L3']);
    });

    it('if a transaction were open, ended twice, missing or made up (L4)', () => {
      const end = stored[some]!.events.at(-1)!.replace(/"timestamp":"[^"]+"/, '"timestamp":"2026-01-01T00:00:00Z"');

      expect(kindsOf(ledger.faults(changed({ state: 'active' })))).toEqual(['L4']);
      expect(kindsOf(ledger.faults(changed({ events: [...stored[some]!.events, end] })))).toEqual(['L4']);
      expect(kindsOf(ledger.faults(stored.slice(others)))).toContain('L4');
      expect(kindsOf(ledger.faults([...stored, { ...stored[some]!, energyWh: 0, events: [] }]))).toEqual(['L4']);
    });
  });
});
