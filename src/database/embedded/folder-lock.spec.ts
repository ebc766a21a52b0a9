import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockFolder } from './folder-lock.js';
import { bornOf } from './processes.js';

describe('The lock of the data folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-lock-'));
  const file = path.join(folder, 'tau.lock');
  const held = (pid: number, born: string): void => writeFileSync(file, JSON.stringify({ pid, born }));

  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names the running process that has the folder', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    held(other.pid!, bornOf(other.pid!));

    expect(() => lockFolder(folder)).toThrow(`already running on ${folder} (process ${other.pid})`);
    expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(other.pid);

    other.kill('SIGKILL');
    await once(other, 'exit');
    lockFolder(folder)();
  });

  it('does not bind when the pid has gone to another program since, or to this one', () => {
    held(process.ppid, 'an-earlier-boot/1');
    lockFolder(folder)();

    held(process.pid, bornOf(process.pid));
    lockFolder(folder)();
  });

  it('does not bind when it cannot be read', () => {
    writeFileSync(file, '');

    lockFolder(folder)();
  });

  it('is gone after it was given up, with everything that was made for it', () => {
    lockFolder(folder)();

    expect(readdirSync(folder)).toEqual([]);
  });
});
