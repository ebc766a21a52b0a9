import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { lastingPort } from '../../scripts/lasting-port.mjs';
import { emptyFolder, NOBODY, removeFolders, TauProcess, until } from './tau-process.js';

// Run as root: some of this is about root, some about becoming somebody else.
const start: typeof TauProcess.start = (options) => TauProcess.start(options);
const fails = async (options: Parameters<typeof TauProcess.launch>[0]): Promise<string> => {
  const tau = await TauProcess.launch(options);
  expect(await tau.exit).toBe(1);
  return tau.output;
};
const register = (tau: TauProcess, stationId: string): Promise<{ status: number }> =>
  tau.api('POST', '/stations', { stationId });
const isRegistered = async (tau: TauProcess, stationId: string): Promise<boolean> =>
  (await tau.api('GET', `/stations/${stationId}`)).status === 200;

beforeAll(() => {
  if (process.getuid?.() !== 0) throw new Error('The system tests need root.');
});
afterEach(() => TauProcess.stopAll());
afterAll(removeFolders);

describe('A start on an empty folder', () => {
  it('answers as root, and changes the owner of nothing but its database', async () => {
    const tau = await TauProcess.launch();

    await tau.ready();

    const owner = (name: string): number => statSync(path.join(tau.dataDir, name)).uid;
    expect([owner(''), owner('secret-key'), owner('admin-api-key')]).toEqual([0, 0, 0]);
    expect(owner('postgres')).not.toBe(0);
    expect(statSync(path.join(tau.dataDir, 'admin-api-key')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(tau.dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    const key = readFileSync(path.join(tau.dataDir, 'admin-api-key'), 'utf8').trim();
    expect((await tau.api('GET', '/api-keys', undefined, key)).status).toBe(200);
    expect(tau.output).toContain(path.join(tau.dataDir, 'admin-api-key'));
    expect(tau.output).not.toContain(key);
  });

  it('works as an ordinary user', async () => {
    const folder = emptyFolder();
    chownSync(folder, NOBODY.uid, NOBODY.gid);

    const tau = await start({ dataDir: path.join(folder, 'data'), user: NOBODY });

    expect((await register(tau, 'CS001')).status).toBe(201);
    expect(statSync(path.join(tau.dataDir, 'postgres')).uid).toBe(NOBODY.uid);
    expect(await tau.stop()).toBe(0);
  });

  it('is taken over by root from an ordinary user, and given back', async () => {
    const folder = emptyFolder();
    chownSync(folder, NOBODY.uid, NOBODY.gid);
    const dataDir = path.join(folder, 'data');
    const first = await start({ dataDir, user: NOBODY });
    await register(first, 'CS001');
    await first.stop();

    const second = await start({ dataDir });
    expect(await isRegistered(second, 'CS001')).toBe(true);
    await second.stop();

    expect(await isRegistered(await start({ dataDir, user: NOBODY }), 'CS001')).toBe(true);
  });
});

describe('A stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s is clean, and leaves no process behind', async (signal) => {
    const tau = await start();
    expect(tau.processes.length).toBeGreaterThan(0);

    expect(await tau.stop(signal)).toBe(0);

    expect(tau.processes).toEqual([]);
    expect(existsSync(path.join(tau.dataDir, 'tau.lock'))).toBe(false);
    expect(existsSync(path.join(tau.dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
  });

  it('during the start is clean as well', async () => {
    const tau = await TauProcess.launch();
    await until(() => existsSync(path.join(tau.dataDir, 'postgres')));

    expect(await tau.stop()).toBe(0);

    expect(tau.processes).toEqual([]);
  });
});

describe('After a crash', () => {
  it('of TAU the next start finds the database that was left running, and everything in it', async () => {
    const killed = await start();
    await register(killed, 'CS001');
    const orphan = killed.postmaster;

    await killed.stop('SIGKILL');
    expect(killed.processes.length).toBeGreaterThan(0);
    const tau = await start({ dataDir: killed.dataDir });

    expect(await isRegistered(tau, 'CS001')).toBe(true);
    expect(tau.postmaster).not.toBe(orphan);
  });

  it('of TAU and its database the next start recovers', async () => {
    const killed = await start();
    await register(killed, 'CS001');

    process.kill(killed.postmaster, 'SIGKILL');
    await killed.stop('SIGKILL');
    const tau = await start({ dataDir: killed.dataDir });

    expect(await isRegistered(tau, 'CS001')).toBe(true);
  });

  it('of the database alone it is started again, and TAU goes on', async () => {
    const tau = await start();
    await register(tau, 'CS001');
    const former = tau.postmaster;

    process.kill(former, 'SIGKILL');
    await until(async () => tau.postmaster !== former && (await isRegistered(tau, 'CS001')));

    expect(tau.child.exitCode).toBeNull();
    expect(await tau.status('/health/ready')).toBe(200);
  });

  it('of the database a stop leaves nothing behind, even while it is being started again', async () => {
    const tau = await start();

    process.kill(tau.postmaster, 'SIGKILL');

    expect(await tau.stop()).toBe(0);
    expect(tau.processes).toEqual([]);
  });
});

describe('A start that cannot work says why, and what to do', () => {
  it('beside one that is running on the same folder, which it does not harm', async () => {
    const tau = await start();
    await register(tau, 'CS001');
    const database = tau.postmaster;

    const output = await fails({ dataDir: tau.dataDir });

    expect(output).toContain(`TAU is already running on ${tau.dataDir} (process ${tau.child.pid})`);
    expect(output).toContain('DATA_DIR');
    expect(tau.postmaster).toBe(database);
    expect(await isRegistered(tau, 'CS001')).toBe(true);
  });

  it('on a port that is in use, and leaves no database running', async () => {
    const port = await lastingPort();
    const holder = createServer().listen(port, '127.0.0.1');
    const dataDir = path.join(emptyFolder(), 'data');

    const tau = await TauProcess.launch({ dataDir, env: { PORT: String(port) } });
    const code = await tau.exit;
    holder.close();

    expect(code).toBe(1);
    expect(tau.output).toContain(`Port ${port} is in use`);
    expect(tau.processes).toEqual([]);
  });

  it('below a folder that the database may not enter', async () => {
    const closed = emptyFolder(0o700);

    const output = await fails({ dataDir: path.join(closed, 'data') });

    expect(output).toContain(`who may not enter ${closed}`);
    expect(output).toContain('chmod o+x');
  });

  it('in a folder that the user may not write to', async () => {
    const folder = emptyFolder();
    mkdirSync(path.join(folder, 'data'));
    chmodSync(path.join(folder, 'data'), 0o755);

    expect(await fails({ dataDir: path.join(folder, 'data'), user: NOBODY })).toMatch(/data cannot be used.*DATA_DIR/);
  });

  it('with a variable that makes no sense', async () => {
    const output = await fails({ env: { OCPP_VERSIONS: '1.5', SECRET_KEY: 'short' } });

    expect(output).toContain('OCPP_VERSIONS must be a list such as 1.6,2.0,2.0.1');
    expect(output).toContain('SECRET_KEY must be 32 or more characters');
    expect(output).not.toMatch(/short|at .*\.js/);
  });

  it('with a database that does not answer', async () => {
    const output = await fails({ env: { DATABASE_URL: 'postgres://tau:hidden@127.0.0.1:1/tau' } });

    expect(output).toMatch(/DATABASE_URL \(postgres:\/\/tau:\*\*\*@127.0.0.1:1\/tau\)/);
    expect(output).not.toMatch(/hidden|at .*\.js/);
  });
});
