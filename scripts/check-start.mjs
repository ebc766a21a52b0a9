// Starts the built application on an empty folder, asks it for credentials and stops it: mistakes in ES modules
// compile and pass the tests.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lastingPort } from './lasting-port.mjs';

const LONGEST_START_MS = Number(process.env.TAU_LONGEST_START_MS ?? 20_000);

const port = await lastingPort();
const folder = mkdtempSync(path.join(tmpdir(), 'tau-start-'));
chmodSync(folder, 0o711);
// in the folder, so that no .env of the checkout is read; and nothing of the surrounding settings
const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), HOST: '127.0.0.1' };
const started = performance.now();
const child = spawn(process.execPath, [path.resolve('dist/main.js')], {
  cwd: folder,
  env,
  stdio: ['ignore', 'pipe', 'pipe'],
});
let output = '';
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
const exit = new Promise((resolve) => child.once('exit', resolve));

const status = async (url) => (await fetch(`http://127.0.0.1:${port}${url}`).catch(() => ({}))).status;
const until = async (probe) => {
  while (!(await probe())) {
    if (performance.now() - started > LONGEST_START_MS || child.exitCode !== null)
      throw new Error(`No start:\n${output}`);
    await wait(20);
  }
};

try {
  await until(async () => (await status('/health/ready')) === 200);
  const ms = Math.round(performance.now() - started);
  const closed = await status('/api/v1/api-keys');
  if (closed !== 401) throw new Error(`A request without credentials is answered ${closed}.`);
  if ((await status('/api/openapi.json')) !== 200) throw new Error('There is no /api/openapi.json.');
  child.kill('SIGTERM');
  const code = await exit;
  if (code !== 0) throw new Error(`SIGTERM ends with ${code}:\n${output}`);
  if (/"level":[4-6]0/.test(output)) throw new Error(`A start and a stop without trouble complain:\n${output}`);
  console.log(`The built application answers ${ms} ms after an empty start, and stops cleanly.`);
} finally {
  child.kill('SIGKILL');
  await exit;
  rmSync(folder, { recursive: true, force: true });
}
