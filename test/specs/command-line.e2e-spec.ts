import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCsms } from '../support/csms.js';

describe('The commands for people', () => {
  const csms = startCsms();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tau-cli-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Runs a built command against this TAU. */
  function run(command: 'station' | 'demo', ...args: string[]): Promise<{ exitCode: number | null; output: string }> {
    const child = spawn(process.execPath, [`dist/cli/${command}.js`, '--url', csms.url, ...args], {
      env: { ...process.env, DATA_DIR: dataDir, TAU_API_KEY: csms.apiKey, ADMIN_API_KEY: '' },
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    return new Promise((done) => child.on('exit', (exitCode) => done({ exitCode, output })));
  }

  it.each(['1.6', '2.0', '2.0.1'])(
    '`npm run station` registers a station and charges (OCPP %s)',
    async (version) => {
      const stationId = `CLI-${version}`;

      const { exitCode, output } = await run('station', stationId, '--ocpp', version, '--once', '--seconds', '1');

      expect(output).toMatch(/-> BootNotification .*\n.*<- BootNotification answer .*"status":"Accepted"/);
      expect(exitCode).toBe(0);
      const transactions = await csms.operator.transactions({ stationId });
      expect(transactions).toHaveLength(1);
      expect(transactions[0]).toMatchObject({ state: 'ended', idToken: { value: 'DEMO0001' }, stopReason: 'Local' });
      expect(transactions[0]!.energyWh).toBeGreaterThan(100);
    },
    20_000,
  );

  it('gets a new password for a station whose password it does not know, and shows none', async () => {
    await csms.operator.register({ stationId: 'CLI-KNOWN' });

    const { exitCode, output } = await run('station', 'CLI-KNOWN', '--once', '--seconds', '0');

    expect(exitCode).toBe(0);
    expect(output).not.toMatch(/password/i);
  }, 20_000);

  it('fails where the token is refused', async () => {
    await csms.given.idToken({ value: 'BLOCKED1', status: 'Blocked' });

    const { exitCode, output } = await run('station', 'CLI-BLOCKED', '--once', '--token', 'BLOCKED1');

    expect(output).toContain('The token is refused: Blocked');
    expect(exitCode).toBe(1);
  }, 20_000);

  it('says in a sentence what stands in the way', async () => {
    const wrongKey = await run('station', 'CLI-KEY', '--once', '--api-key', 'wrong');
    const nobody = await run('station', 'CLI-NOBODY', '--once', '--url', 'http://127.0.0.1:9');

    expect(wrongKey).toEqual({ exitCode: 1, output: expect.stringContaining('TAU refused the API key.') });
    expect(nobody).toEqual({ exitCode: 1, output: expect.stringContaining('Start it with `npm start`') });
  }, 20_000);

  it('`npm run demo` opens a network of every version and ends in order', async () => {
    const { exitCode, output } = await run('demo', '--seconds', '1');

    expect(output).toContain(`Swagger UI   ${csms.url}/api`);
    expect(exitCode).toBe(0);
    const stations = (await csms.operator.stations({ limit: 500 })).filter(({ stationId }) =>
      stationId.startsWith('DEMO-'),
    );
    expect(stations).toHaveLength(10);
    expect(new Set(stations.map(({ ocppVersion }) => ocppVersion))).toEqual(new Set(['1.6', '2.0', '2.0.1']));
  }, 30_000);
});
