import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyFolder } from '../../system/tau-process.js';
import type { Fault } from '../fault.js';
import { smallDisk } from '../kit/own-postgres.js';
import type { World } from '../kit/world.js';

const CHUNK = Buffer.alloc(64 * 1024);

/** Fills the disk to the last byte. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, CHUNK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}

/** Whether small disks can be had: only root makes them, and not everywhere. */
function cannotMount(): string | undefined {
  const folder = emptyFolder();
  const disk = smallDisk(folder, 1);
  disk?.unmount();
  return disk ? undefined : 'needs root, and a system that allows small disks';
}

let home = '';

/** Both disks of this row: the database's, with room for a while, and the one of the log, without any. */
function disks(): ReturnType<NonNullable<Fault['prepare']>> {
  home = emptyFolder();
  const logs = emptyFolder();
  const mounted = [smallDisk(home, 400)!, smallDisk(logs, 1)!];
  const log = openSync(path.join(logs, 'tau.log'), 'a');
  fill(path.join(logs, 'ballast'));
  return {
    world: { database: { home }, stdout: log },
    undo: () => {
      closeSync(log);
      for (const disk of mounted) disk.unmount();
    },
  };
}

/** No room for the database, until somebody makes some. PostgreSQL ends when it cannot write its log. */
async function fillAndFree(world: World): Promise<void> {
  const postgres = world.postgres!;
  const ballast = path.join(home, 'ballast');
  const ended = postgres.gone.then(() => true);
  fill(ballast);
  await wait(3000);
  const { acks } = world.fleet.seen;
  await wait(1000);
  world.expect('acknowledges nothing that cannot be written', world.fleet.seen.acks === acks);
  world.expect('TAU lives on', !world.tau.hasEnded, world.tau.process.output);
  rmSync(ballast);
  const since = performance.now();
  if (await Promise.race([ended, wait(500, false)])) await postgres.revive();
  await world.recovers(since, 10_000);
}

export const F9: Fault = {
  id: 'F9',
  title: 'the disk of the log is full from the beginning, then that of the database',
  expected: 'TAU goes on; no acknowledgement without room; acknowledges again once there is room',
  missing: cannotMount(),
  world: { env: { LOG_LEVEL: 'info', OCPP_HOLD_SECONDS: '60' } },
  prepare: disks,
  strike: fillAndFree,
};
