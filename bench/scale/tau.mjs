import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_START_MS = 120_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The built TAU on a database that is there, with an admin key. */
export async function startTau(databaseUrl) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-scale-'));
  const base = `http://127.0.0.1:${await freePort()}`;
  const apiKey = randomBytes(32).toString('hex');
  const child = spawn(process.execPath, [path.resolve('dist/main.js')], {
    cwd: folder, // no .env of the checkout is read, and nothing of the surrounding settings
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: new URL(base).port,
      DATA_DIR: folder,
      DATABASE_URL: databaseUrl,
      ADMIN_API_KEY: apiKey,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = performance.now() + LONGEST_START_MS;
  while (!(await fetch(`${base}/health/ready`).catch(() => undefined))?.ok) {
    if (performance.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error('TAU did not start.');
    }
    await sleep(100);
  }
  return { base, apiKey, stop };
}
