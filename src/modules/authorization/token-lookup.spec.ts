import type { DataSource } from 'typeorm';
import type { Config } from '../../config/config.js';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { Secrets } from '../../common/secrets.js';
import { readConfig } from '../../config/read-config.js';
import { Backlog } from '../../database/backlog.js';
import { TokenKeys } from './token-keys.js';
import { TokenLookup } from './token-lookup.js';

const row = (key: string) => ({
  key,
  status: 'Accepted',
  groupId: null,
  expiresAt: null,
  concurrentTransactions: null,
});

const withPool = (query: unknown) => ({ driver: { master: { query } } }) as unknown as DataSource;

const card = (value: string) => ({ value, type: 'ISO14443' });
const KEYS = new TokenKeys(new Secrets({ ...readConfig({}), secretKey: 'new-key, old-key' }));
const CONFIG = { ocpp: { holdSeconds: 0 } } as Config;

/** A database that knows the given keys and remembers what it was asked. */
function database(...known: string[]) {
  const asked: string[][] = [];
  const query = async ({ values: [keys] }: { values: [string[]] }) => {
    asked.push(keys);
    return { rows: keys.filter((key) => known.includes(key)).map(row) };
  };
  return { asked, lookup: new TokenLookup(withPool(query), KEYS, CONFIG, new Backlog(new FakeClock())) };
}

describe('TokenLookup', () => {
  it('asks once for everybody who asks at the same time, and for each token once', async () => {
    const { asked, lookup } = database('a', 'b');

    const found = await Promise.all(['b', 'nobody', 'a', 'b'].map((key) => lookup.token(card(key))));

    expect(found).toEqual([row('b'), undefined, row('a'), row('b')]);
    expect(asked).toEqual([['b', 'nobody', 'a']]);
  });

  it('asks again for who comes later: a change in the tables counts at once', async () => {
    const { asked, lookup } = database('a');

    await lookup.token(card('a'));
    await lookup.token(card('a'));

    expect(asked).toHaveLength(2);
  });

  it('looks for a PIN code by its digests alone, of former keys too', async () => {
    const { asked, lookup } = database();
    const pin = { value: '4711', type: 'KeyCode' };

    await lookup.token(pin);

    expect(asked).toEqual([KEYS.of(pin)]);
    expect(asked[0]).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain('4711');
  });

  it('fails where the database does', async () => {
    const refused = Object.assign(new Error('the connection was lost'), { code: '08006' });
    const lookup = new TokenLookup(
      withPool(() => Promise.reject(refused)),
      KEYS,
      CONFIG,
      new Backlog(new FakeClock()),
    );

    await expect(lookup.token(card('4711'))).rejects.toBe(refused);
  });
});
