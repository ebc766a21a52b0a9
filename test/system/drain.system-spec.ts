import { once } from 'node:events';
import { WebSocket } from 'ws';
import { knock } from '../support/knock.js';
import { removeFolders, TauProcess, until } from './tau-process.js';

const BOOT = '[2,"b","BootNotification",{"chargePointVendor":"Vendor","chargePointModel":"Model"}]';
const STATUS = '{"connectorId":1,"errorCode":"NoError","status":"Available"}';

interface Station {
  readonly socket: WebSocket;
  readonly answers: string[];
  /** Milliseconds since the start of this process, and the close code. */
  readonly closed: Promise<{ at: number; code: number }>;
}

const authorization = (stationId: string, password: string): string =>
  `Basic ${Buffer.from(`${stationId}:${password}`).toString('base64')}`;

/** Registers and boots a station; from then on it reports its status as soon as the last report is answered. */
async function busyStation(tau: TauProcess, stationId: string): Promise<Station> {
  const { body } = await tau.api('POST', '/stations', { stationId });
  const socket = new WebSocket(`ws://127.0.0.1:${tau.port}/ocpp/${stationId}`, ['ocpp1.6'], {
    headers: { authorization: authorization(stationId, body.password) },
  });
  const answers: string[] = [];
  const closed = once(socket, 'close').then(([code]) => ({ at: performance.now(), code: code as number }));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(BOOT);
  await once(socket, 'message');
  let calls = 0;
  const report = (): void => socket.send(`[2,"${calls++}","StatusNotification",${STATUS}]`);
  socket.on('message', (data: Buffer) => {
    answers.push(data.toString());
    setTimeout(report, 50);
  });
  report();
  return { socket, answers, closed };
}

const busyStations = (tau: TauProcess, count: number): Promise<Station[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => busyStation(tau, `CS${i}`)));

afterEach(() => TauProcess.stopAll());
afterAll(removeFolders);

describe('SIGTERM under load (F21)', () => {
  it('ends readiness and handshakes at once, and sends the stations away one after another, each with its answer', async () => {
    const tau = await TauProcess.start({ env: { DRAIN_SECONDS: '3' } });
    const stations = await busyStations(tau, 150);
    const { body } = await tau.api('POST', '/stations', { stationId: 'LATE' });

    const began = performance.now();
    const exit = tau.stop('SIGTERM');
    await until(async () => (await tau.status('/health/ready')) === 503, 1000);
    const late = await knock(`ws://127.0.0.1:${tau.port}/ocpp/LATE`, {
      offers: ['ocpp1.6'],
      user: 'LATE',
      password: body.password,
    });
    const closed = await Promise.all(stations.map((station) => station.closed));

    expect(await exit).toBe(0);
    expect(late).toMatchObject({ status: 503, headers: { 'retry-after': expect.any(String) } });
    expect(new Set(closed.map(({ code }) => code))).toEqual(new Set([1012]));
    const inFirstHalf = closed.filter(({ at }) => at - began < 1500).length;
    expect(inFirstHalf).toBeGreaterThan(30);
    expect(inFirstHalf).toBeLessThan(120);
    const answers = stations.flatMap((station) => station.answers);
    expect(answers.filter((answer) => !/^\[3,"\d+",\{\}\]$/.test(answer))).toEqual([]);
    expect(tau.processes).toEqual([]);
  });

  it('takes no longer than few stations need', async () => {
    const tau = await TauProcess.start({ env: { DRAIN_SECONDS: '600' } });
    await busyStations(tau, 3);
    const began = performance.now();

    expect(await tau.stop('SIGTERM')).toBe(0);

    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is overtaken by a second signal, which does not wait', async () => {
    const tau = await TauProcess.start({ env: { DRAIN_SECONDS: '600' } });
    const stations = await busyStations(tau, 100);

    void tau.stop('SIGTERM');
    await Promise.race(stations.map(({ closed }) => closed));
    const database = tau.postmaster;
    const began = performance.now();
    await tau.stop('SIGTERM');

    expect(performance.now() - began).toBeLessThan(1500);
    // the next start would do so
    process.kill(database, 'SIGINT');
    await until(() => tau.processes.length === 0);
  });
});

describe('Ctrl-C', () => {
  it('waits for no window, since a person waits for it', async () => {
    const tau = await TauProcess.start({ env: { DRAIN_SECONDS: '600' } });
    const stations = await busyStations(tau, 150);
    const began = performance.now();

    expect(await tau.stop('SIGINT')).toBe(0);

    // spread over its window, 150 stations would take three seconds
    const closed = await Promise.all(stations.map((station) => station.closed));
    expect(Math.max(...closed.map(({ at }) => at)) - began).toBeLessThan(2500);
    expect(new Set(closed.map(({ code }) => code))).toEqual(new Set([1012]));
  });
});
