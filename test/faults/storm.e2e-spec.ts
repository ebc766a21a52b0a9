import { startCsms } from '../support/csms.js';
import { BOOT, RawStation } from '../support/raw-station.js';

const CALL = JSON.stringify([2, 'b', 'BootNotification', BOOT['1.6']]);
const STATUS = '[2,"s","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]';

/** Far more than a storm of so few takes, and far less than the minute that a stall would. */
const LONGEST_MS = 15_000;

describe.each([50, 500])('%i stations at the same instant', (count) => {
  const csms = startCsms();
  const ids = Array.from({ length: count }, (_, i) => `CS${i}`);
  const timed = async <T>(job: Promise<T>): Promise<{ result: T; ms: number }> => {
    const began = performance.now();
    return { result: await job, ms: performance.now() - began };
  };
  /** Connects, says one thing and is answered. */
  const says = async (stationId: string, call: string, answer: string | RegExp): Promise<RawStation> => {
    const station = await RawStation.connect(csms, stationId, '1.6');
    expect(await station.ask(call, LONGEST_MS)).toMatch(answer);
    return station;
  };
  beforeAll(async () => {
    for (let i = 0; i < count; i += 25) await Promise.all(ids.slice(i, i + 25).map((id) => csms.given.station(id)));
  }, 60_000);

  it('start and come back, and every one of them is let in and served at once', async () => {
    const started = await timed(Promise.all(ids.map((id) => says(id, CALL, /"Accepted"/))));
    expect(started.ms).toBeLessThan(LONGEST_MS);

    await Promise.all(started.result.map((station) => station.close()));
    const back = await timed(Promise.all(ids.map((id) => says(id, STATUS, '[3,"s",{}]'))));
    expect(back.ms).toBeLessThan(LONGEST_MS);
    const { body } = await csms.operator.get('/stations?limit=500');
    const connected = body.items.filter((station: { connected: boolean }) => station.connected);
    expect(connected).toHaveLength(count);
    await Promise.all(back.result.map((station) => station.close()));
  }, 60_000);
});
