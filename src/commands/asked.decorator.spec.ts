import fc from 'fast-check';
import { type AskingRequest, canonicalBodyOf, commandRequestOf } from './asked.decorator.js';

const request = (more: Partial<AskingRequest> = {}): AskingRequest => ({
  method: 'POST',
  originalUrl: '/api/v1/stations/CS001/transactions?x=1',
  headers: {},
  operator: { id: 'operator' },
  ...more,
});

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, shuffled(item)] as const)
      .toReversed(),
  );
};

describe('Who asks for a command', () => {
  it('is known by operator, method and path, without the query', () => {
    expect(commandRequestOf(request())).toEqual({
      operatorId: 'operator',
      route: 'POST /api/v1/stations/CS001/transactions',
    });
  });

  it.each([
    ['whenOffline=queue', { whenOffline: 'queue' }],
    ['whenOffline=queue&ttlSeconds=60', { whenOffline: 'queue', ttlSeconds: 60 }],
    ['whenOffline=refuse', {}],
    ['component=x', {}],
  ])('says with ?%s how long the command is kept', (query, keeping) => {
    const originalUrl = `/api/v1/stations/CS001/reset?${query}`;

    expect(commandRequestOf(request({ originalUrl }))).toEqual({
      operatorId: 'operator',
      route: 'POST /api/v1/stations/CS001/reset',
      ...keeping,
    });
  });

  it.each([
    'whenOffline=wait',
    'whenOffline=',
    'whenOffline=queue&whenOffline=queue',
    'ttlSeconds=0',
    'ttlSeconds=-1',
    'ttlSeconds=1.5',
    'ttlSeconds=2592001',
    'ttlSeconds=1&ttlSeconds=2',
  ])('is refused with ?%s', (query) => {
    expect(() => commandRequestOf(request({ originalUrl: `/x?${query}` }))).toThrow(/whenOffline|ttlSeconds/);
  });

  it('brings its Idempotency-Key with the body', () => {
    const body = { evseId: 1 };

    const asked = commandRequestOf(request({ headers: { 'idempotency-key': 'k' }, body }));

    expect(asked).toMatchObject({ idempotencyKey: 'k', canonicalBody: '{"evseId":1}' });
  });

  it.each(['', 'k'.repeat(256)])('is refused with an Idempotency-Key of a wrong length', (key) => {
    expect(() => commandRequestOf(request({ headers: { 'idempotency-key': key } }))).toThrow(/1 to 255/);
  });

  it('is refused with a body that is nested beyond reading', () => {
    let body: unknown = [];
    for (let depth = 0; depth < 100_000; depth++) body = [body];

    expect(() => commandRequestOf(request({ headers: { 'idempotency-key': 'k' }, body }))).toThrow(/nested/);
  });
});

describe('The canonical form of a body', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => canonicalBodyOf(shuffled(body)) === canonicalBodyOf(body)));
  });

  it('depends on everything else', () => {
    const bodies = [undefined, {}, [], null, { a: 1 }, { a: '1' }, { a: [1, 2] }, { a: [2, 1] }, { b: 1 }];

    expect(new Set(bodies.map(canonicalBodyOf)).size).toBe(bodies.length);
  });
});
