import type { DataSource } from 'typeorm';
import type { Config } from '../../config/config.js';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { Backlog } from '../../database/backlog.js';
import { TokenLookup } from './token-lookup.js';

const row = (key: string) => ({
  key,
  status: 'Accepted',
  groupId: null,
  expiresAt: null,
  concurrentTransactions: null,
});

const withPool = (query: unknown) => ({ driver: { master: { query } } }) as unknown as DataSource;

const CONFIG = { ocpp: { holdSeconds: 0 } } as Config;

/** A database that knows the given keys and remembers what it was asked. */
function database(...known: string[]) {
  const asked: string[][] = [];
  const query = async ({ values: [keys] }: { values: [string[]] }) => {
    asked.push(keys);
    return { rows: keys.filter((key) => known.includes(key)).map(row) };
  };
  return { asked, lookup: new TokenLookup(withPool(query), CONFIG, new Backlog(new FakeClock())) };
}

describe('TokenLookup', () => {
  it('asks once for everybody who asks at the same time, and for each token once', async () => {
    const { asked, lookup } = database('a', 'b');

    const found = await Promise.all(['b', 'nobody', 'a', 'b'].map((key) => lookup.token(key)));

    expect(found).toEqual([row('b'), undefined, row('a'), row('b')]);
    expect(asked).toEqual([['b', 'nobody', 'a']]);
  });

  it('asks again for who comes later: a change in the tables counts at once', async () => {
    const { asked, lookup } = database('a');

    await lookup.token('a');
    await lookup.token('a');

    expect(asked).toHaveLength(2);
  });

  it('fails where the database does', async () => {
    const refused = Object.assign(new Error('the connection was lost'), { code: '08006' });
    const lookup = new TokenLookup(
      withPool(() => Promise.reject(refused)),
      CONFIG,
      new Backlog(new FakeClock()),
    );

    await expect(lookup.token('KeyCode:4711')).rejects.toBe(refused);
  });
});
