import { startCsms } from '../support/csms.js';
import { rawStations } from '../support/raw-station.js';

const FLOOD = 3000;
const STATUS = '{"connectorId":1,"errorCode":"NoError","status":"Available"}';

describe('A station that floods (B48)', () => {
  const csms = startCsms({ env: { AUTHORIZATION_POLICY: 'accept-all' } });
  const stations = rawStations(csms);

  it('is answered to the last message and in order, its transaction is counted, and others notice nothing', async () => {
    const [flooding, other] = [await stations.booted('FLOOD', '1.6'), await stations.booted('OTHER', '1.6')];
    const start = '{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"2026-11-22T11:00:00Z"}';
    const { transactionId } = JSON.parse(await flooding.ask(`[2,"start","StartTransaction",${start}]`))[2];
    const stop = `{"transactionId":${transactionId},"meterStop":700,"timestamp":"2026-11-22T11:30:00Z"}`;

    for (let i = 0; i < FLOOD; i++) {
      if (i === FLOOD / 2) flooding.send(`[2,"stop","StopTransaction",${stop}]`);
      flooding.send(`[2,"${i}","StatusNotification",${STATUS}]`);
    }
    const asked = performance.now();
    await other.ask('[2,"o","Authorize",{"idTag":"TAG1"}]');
    const waited = performance.now() - asked;
    const answers: string[] = [];
    for (let i = 0; i <= FLOOD; i++) answers.push(await flooding.next());

    const ids = Array.from({ length: FLOOD }, (_, i) => String(i)).toSpliced(FLOOD / 2, 0, 'stop');
    expect(answers.map((answer) => JSON.parse(answer)[1])).toEqual(ids);
    expect(answers.filter((answer) => !/^\[3,"\w+",\{\}\]$/.test(answer))).toEqual([]);
    expect(waited).toBeLessThan(1000);
    expect(await csms.operator.transactions({ stationId: 'FLOOD' })).toMatchObject([{ state: 'ended', energyWh: 700 }]);
  }, 30_000);
});
