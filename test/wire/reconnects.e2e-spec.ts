import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';

describe('A station that connects over and over (B18)', () => {
  const csms = startCsms({ env: { OCPP_MAX_RECONNECTS: '60' } });

  it('is slowed down and counted, while others come and go as they like', async () => {
    const passwords = { FLAPS: await csms.given.station('FLAPS'), CALM: await csms.given.station('CALM') };
    const connects = async (user: keyof typeof passwords, password = passwords[user]) =>
      knock(`${csms.ocppUrl}/${user}`, { offers: ['ocpp1.6'], user, password });
    // who does not know the password takes nothing away from who does
    expect((await connects('FLAPS', 'not the password')).status).toBe(401);

    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await connects('FLAPS'));

    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(101), 429, 429]);
    expect(answers.at(-1)!.headers['retry-after']).toBe('1');
    expect((await connects('CALM')).status).toBe(101);

    await csms.clock.advance(1000);
    expect((await connects('FLAPS')).status).toBe(101);
    await csms.eventually(async () => {
      await csms.clock.advance(10_000); // counts are written every ten seconds
      const station = await csms.operator.get('/stations/FLAPS');
      expect(JSON.stringify(station.body)).toContain('"reconnects-too-often"');
    });
  });
});
