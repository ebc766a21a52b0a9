import { Config } from '../../src/config/config.js';
import { AbsentDatabase, hangTable } from '../support/absent-database.js';
import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';
import { rawStations } from '../support/raw-station.js';

const HEARTBEAT = '[2,"h","Heartbeat",{}]';
const BOOT = '[2,"b","BootNotification",{"chargePointVendor":"Vendor","chargePointModel":"Model"}]';

describe('While the database hangs (F5)', () => {
  const csms = startCsms();
  const stations = rawStations(csms);
  const hang = () => hangTable(csms.get(Config).database.url!, 'stations');

  it('a message is answered with InternalError after 20 seconds, heartbeats at once; its effect holds later', async () => {
    const station = await stations.booted('CS001', '1.6');
    const database = await hang();

    station.send(BOOT.replace('"Model"', '"Other"'));
    expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    await csms.clock.advance(20_000);
    expect(JSON.parse(await station.next())).toEqual([4, 'b', 'InternalError', expect.any(String), {}]);
    expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);

    await database.letGo();
    await csms.eventually(async () => expect((await csms.operator.station('CS001')).model).toBe('Other'));
    expect(await station.ask(BOOT)).toMatch(/"Accepted"/);
  });

  it('new stations are asked to come again before the connected ones wait longer, and are let in afterwards', async () => {
    const station = await stations.booted('CS002', '1.6');
    const password = await csms.given.station('CS003');
    const knocks = () => knock(`${csms.ocppUrl}/CS003`, { offers: ['ocpp1.6'], user: 'CS003', password });
    const database = await hang();
    station.send(BOOT);
    await station.ask(HEARTBEAT); // by then the boot waits for the database

    await csms.clock.advance(2001);
    const refused = await knocks();
    await database.letGo();

    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
    expect(await station.next()).toMatch(/"Accepted"/);
    expect(await knocks()).toMatchObject({ status: 101 });
  });

  it('a handshake that is under way is answered with 503 after ten seconds', async () => {
    await stations.booted('CS004', '1.6');
    const password = await csms.given.station('CS004');
    const database = await hang();
    let isAnswered = false;
    const asked = knock(`${csms.ocppUrl}/CS004`, { offers: ['ocpp1.6'], user: 'CS004', password });
    void asked.finally(() => (isAnswered = true));

    await csms.eventually(async () => {
      await csms.clock.advance(1000);
      expect(isAnswered).toBe(true);
    });

    expect((await asked).status).toBe(503);
    await database.letGo();
  });
});

describe('While the database is away (F4)', () => {
  const csms = startCsms();
  const stations = rawStations(csms);

  it('connections stay; who hangs up meanwhile is shown as gone, and who comes is let in, as soon as it is back', async () => {
    const [stays, goes] = [await stations.booted('STAYS', '1.6'), await stations.booted('GOES', '2.0.1')];
    const password = await csms.given.station('COMES');
    const knocks = () => knock(`${csms.ocppUrl}/COMES`, { offers: ['ocpp1.6'], user: 'COMES', password });

    const absence = await AbsentDatabase.take(csms.get(Config).database.url!);
    await goes.close();
    expect((await knocks()).status).toBe(503);
    expect(JSON.parse(await stays.ask(BOOT))[2]).toBe('InternalError');
    expect(await stays.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    await absence.giveBack();

    expect((await knocks()).status).toBe(101);
    expect(await stays.ask(BOOT)).toMatch(/"Accepted"/);
    await csms.eventually(async () => {
      await csms.clock.advance(1000);
      expect(await csms.operator.station('GOES')).toMatchObject({ connected: false });
    });
    expect((await csms.operator.station('STAYS')).connected).toBe(true);
  });
});
