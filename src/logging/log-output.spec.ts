import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { LogOutput } from './log-output.js';

/** A pipe of 64 KiB that nobody empties unless asked to: full, it refuses what comes as a full disk does. */
describe('The output of the log', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-log-'));
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);

  const readAll = (): string => {
    const buffer = Buffer.alloc(1024 * 1024);
    let text = '';
    try {
      for (let n = readSync(reader, buffer); n > 0; n = readSync(reader, buffer)) text += buffer.toString('utf8', 0, n);
    } catch {
      // empty
    }
    return text;
  };
  const lines = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, i) => `${from + i} ${'é'.repeat(500)}\n`);

  afterEach(async () => {
    await turn();
    readAll();
  });

  afterAll(() => {
    closeSync(reader);
    closeSync(writer);
    rmSync(folder, { recursive: true });
  });

  it('writes the first line of a turn at once, and what follows together at its end', async () => {
    const output = new LogOutput(writer);

    output.write('one\n');
    const atOnce = readAll();
    output.write('two\n');
    output.write('three\n');
    const meanwhile = readAll();
    await turn();
    const after = readAll();
    output.write('four\n');

    expect([atOnce, meanwhile, after, readAll()]).toEqual(['one\n', '', 'two\nthree\n', 'four\n']);
  });

  it('loses nothing when the process ends within a turn, and asks for nothing more after it', async () => {
    const before = process.listeners('exit');
    const added = () => process.listeners('exit').filter((listener) => !before.includes(listener));
    const output = new LogOutput(writer);

    output.write('one\n');
    output.write('the last words\n');
    for (const exit of added()) exit(1);
    const said = readAll();
    output.write('another turn\n');
    await turn();

    expect(said).toBe('one\nthe last words\n');
    expect(added()).toEqual([]);
  });

  it('does not keep all of a long turn in memory', () => {
    const output = new LogOutput(writer, 10_000);

    for (const line of lines(0, 30)) output.write(line);

    expect(readAll().length).toBeGreaterThan(10_000);
  });

  it('holds nobody up where it cannot write, and goes on where it stopped when it can', async () => {
    const output = new LogOutput(writer);

    for (const line of lines(0, 100)) output.write(line);
    await turn();
    const first = readAll();
    output.write('the next one\n');

    expect(first.length).toBeLessThan(lines(0, 100).join('').length);
    // the pipe was full in the middle of a character
    expect(`${first}${readAll()}`.replaceAll(/\uFFFD+/gu, 'é')).toBe(`${lines(0, 100).join('')}the next one\n`);
  });

  it('leaves out what is too much, and says how much that was', async () => {
    const output = new LogOutput(writer, 10_000);

    for (const line of lines(0, 200)) output.write(line);
    await turn();
    readAll();
    output.write('this one is too much as well\n');
    const rest = readAll();

    expect(rest).toMatch(/\d+ lines were left out, because the log could not be written/);
    expect(rest).not.toContain('199 ');
  });
});
