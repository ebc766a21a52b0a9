import { type DataSource, QueryFailedError } from 'typeorm';
import { TokenLookup } from './token-lookup.js';

const row = (key: string) => ({
  key,
  status: 'Accepted',
  groupId: null,
  expiresAt: null,
  concurrentTransactions: null,
});

/** A database that knows the given keys and remembers what it was asked. */
function database(...known: string[]) {
  const asked: string[][] = [];
  const dataSource = {
    query: async (_statement: string, [keys]: [string[]]) => {
      asked.push(keys);
      return keys.filter((key) => known.includes(key)).map(row);
    },
  } as unknown as DataSource;
  return { asked, lookup: new TokenLookup(dataSource) };
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

  it('fails where the database does, without the tokens that were asked for', async () => {
    const refused = Object.assign(new Error('the connection was lost'), { code: '08006' });
    const query = () => Promise.reject(new QueryFailedError('SELECT', [['KeyCode:4711']], refused));
    const lookup = new TokenLookup({ query } as unknown as DataSource);

    const failure: unknown = await lookup.token('KeyCode:4711').catch((error: unknown) => error);

    expect(failure).toBe(refused);
  });
});
