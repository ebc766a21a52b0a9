// A process and all its descendants, from /proc: their CPU time, and signals to all of them. Linux only.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

if (!existsSync('/proc/self/stat')) throw new Error('The benchmark reads CPU times from /proc and needs Linux.');

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What /proc says of one process; undefined when it has ended. */
function readProcess(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')'); // the name before it may hold spaces and parentheses
    const name = text.slice(text.indexOf('(') + 1, end);
    const fields = text.slice(end + 2).split(' '); // from field 3 of proc(5) on
    // utime, stime and those of the children that have ended: a backend that closes is not lost
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { name, parent: Number(fields[1]), cpuSeconds: ticks / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** The processes below `root` and itself, by their ids. */
export function processesOf(root) {
  const all = new Map();
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    const process = /^\d+$/.test(entry) && readProcess(entry);
    if (!process) continue;
    all.set(Number(entry), process);
    children.set(process.parent, [...(children.get(process.parent) ?? []), Number(entry)]);
  }
  if (!all.has(root)) throw new Error(`Process ${root} has ended.`);
  const tree = new Map();
  const todo = [root];
  while (todo.length > 0) {
    const pid = todo.pop();
    tree.set(pid, all.get(pid));
    todo.push(...(children.get(pid) ?? []));
  }
  return tree;
}

/**
 * CPU seconds used so far by the tree below `root`, PostgreSQL told apart from the rest.
 * @returns {{ node: number, postgres: number }}
 */
export function cpuOfTree(root) {
  const cpu = { node: 0, postgres: 0 };
  for (const { name, cpuSeconds } of processesOf(root).values()) {
    cpu[name === 'postgres' ? 'postgres' : 'node'] += cpuSeconds;
  }
  return cpu;
}

/** Sends a signal to `root` and all below it, parents first, so that none of them brings up another meanwhile. */
export function signalTree(root, signal) {
  for (const pid of processesOf(root).keys()) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error; // it has ended by itself
    }
  }
}
