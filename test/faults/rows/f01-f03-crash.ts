import type { Fault } from '../fault.js';
import { ANSWERS_FIRST } from '../kit/watched-tau.js';
import type { World } from '../kit/world.js';

/** Kills TAU, and starts it again. */
async function killAndStart(world: World): Promise<void> {
  await world.killTau();
  const began = performance.now();
  await world.startTau();
  await world.recovers(began);
}

export const F1: Fault = {
  id: 'F1',
  title: '`kill -9` of TAU under load, in the middle of transactions; it brings its own PostgreSQL',
  expected: 'started again, it acknowledges within 5 s',
  world: { database: 'embedded' },
  rounds: 2,
  strike: killAndStart,
};

export const F1_CONTROL: Fault = {
  ...F1,
  id: 'F1 control',
  title: 'the same, for a TAU that answers before it writes',
  expected: 'loses: the books see it',
  world: { ...F1.world, inside: [ANSWERS_FIRST] },
  loses: true,
};

const OF_TRANSACTIONS = /TransactionEvent|StartTransaction|StopTransaction|MeterValues/;

/**
 * Kills TAU at the moment when it commits messages of transactions: either before the COMMIT has left its machine, or
 * when it was carried out and before TAU hears of it.
 */
async function killAtCommit(world: World, when: 'before' | 'after'): Promise<void> {
  const carrying = new WeakSet<object>();
  let committed = 0;
  await new Promise<void>((killed) => {
    world.databaseLine!.inspect = (chunk, direction, link) => {
      const text = chunk.toString('latin1');
      if (direction === 'to-server' && OF_TRANSACTIONS.test(text)) carrying.add(link);
      // a named statement: its text is sent once, its name each time
      if (!/commit/i.test(text) || !carrying.has(link)) return 'pass';
      if (direction !== (when === 'before' ? 'to-server' : 'to-client')) return 'pass';
      carrying.delete(link);
      // some other one than the first
      if (++committed < 5) return 'pass';
      // no process that is about to die sends anything more
      world.databaseLine!.inspect = () => 'drop';
      void world.killTau().then(killed);
      return 'drop';
    };
  });
  world.databaseLine!.inspect = undefined;
  const began = performance.now();
  await world.startTau();
  await world.recovers(began);
}

export const F3: Fault = {
  id: 'F3',
  title: 'a crash between the receipt of messages and their COMMIT, and between the COMMIT and the answers',
  expected: 'nothing of it was acknowledged; repeated messages are stored, once',
  rounds: 2,
  strike: (world, round) => killAtCommit(world, round % 2 === 0 ? 'before' : 'after'),
};
