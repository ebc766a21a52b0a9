import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { eventually } from '../support/eventually.js';
import { ADMIN_KEY, RestApp } from '../support/rest-app.js';

const SHORT_LIVED = 'another-admin-key-of-the-tests-0123456789';

describe('Operators and their API keys', () => {
  const tau = new RestApp();
  const keyOf = async (role: string): Promise<{ id: string; key: string }> =>
    (await tau.request('POST', '/api/v1/api-keys', { body: { name: `a ${role}`, role } })).body;

  beforeAll(() => tau.start());
  afterAll(() => tau.stop());

  it('closes every route of the API document to those without a key, but for the health checks', async () => {
    const { body } = await tau.request('GET', '/api/openapi.json', { key: '' });
    const routes = Object.entries<object>(body.paths).flatMap(([route, operations]) =>
      Object.keys(operations).map((method) => ({ method: method.toUpperCase(), route: route.replace(/{\w+}/g, 'x') })),
    );

    const open = [];
    for (const { method, route } of routes) {
      const { status, headers } = await tau.request(method, route, { key: '' });
      if (status !== 401 || headers.get('www-authenticate') !== 'Bearer') open.push(route);
    }

    expect(routes.length).toBeGreaterThan(20);
    expect(open).toEqual(['/health/live', '/health/ready']);
  });

  it('shows a key once and never again', async () => {
    const { key, id } = await keyOf('viewer');
    const { body } = await tau.request('GET', '/api/v1/api-keys?limit=500');

    expect(key).toMatch(/^tau_[\w-]{43}$/);
    expect(body.items).toContainEqual(expect.objectContaining({ id, role: 'viewer', name: 'a viewer' }));
    expect(JSON.stringify(body)).not.toContain(key);
  });

  it('lets a viewer read and not change, an operator change and not manage keys', async () => {
    const [viewer, operator] = [await keyOf('viewer'), await keyOf('operator')];
    const registration = { body: { stationId: 'ROLES1' } };

    expect((await tau.request('GET', '/api/v1/stations', viewer)).status).toBe(200);
    expect(await tau.request('POST', '/api/v1/stations', { ...viewer, ...registration })).toMatchObject({
      status: 403,
      body: { code: 'role-too-low', detail: expect.stringContaining('needs the role operator') },
    });
    expect((await tau.request('POST', '/api/v1/stations', { ...operator, ...registration })).status).toBe(201);
    expect((await tau.request('GET', '/api/v1/api-keys', operator)).status).toBe(403);
  });

  it('accepts a revoked key no longer', async () => {
    const { id, key } = await keyOf('viewer');
    expect((await tau.request('GET', '/api/v1/stations', { key })).status).toBe(200);

    expect((await tau.request('DELETE', `/api/v1/api-keys/${id}`)).status).toBe(204);

    expect((await tau.request('GET', '/api/v1/stations', { key })).body.code).toBe('unauthorized');
    expect((await tau.request('DELETE', `/api/v1/api-keys/${id}`)).body.code).toBe('api-key-unknown');
  });

  it('keeps the last admin key', async () => {
    const { body } = await tau.request('GET', '/api/v1/api-keys');
    const [admin] = body.items.filter(({ role }: { role: string }) => role === 'admin');

    expect(await tau.request('DELETE', `/api/v1/api-keys/${admin.id}`)).toMatchObject({
      status: 409,
      body: { code: 'last-admin-key' },
    });
  });

  it('keeps one of the last two admin keys when both are revoked at the same moment', async () => {
    const other = await keyOf('admin');
    const { body } = await tau.request('GET', '/api/v1/api-keys');
    const admins: { id: string }[] = body.items.filter(({ role }: { role: string }) => role === 'admin');
    const dataSource = tau.nest.get(DataSource);
    const held = dataSource.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT id FROM api_keys FOR UPDATE');

    const revoked = admins.map(({ id }) => tau.request('DELETE', `/api/v1/api-keys/${id}`));
    await eventually(async () => {
      const waiting = await dataSource.query<unknown[]>(
        `SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query NOT LIKE '%"last_used_at"%'`,
      );
      expect(waiting).toHaveLength(2);
    });
    await held.rollbackTransaction();
    await held.release();

    expect(admins).toHaveLength(2);
    expect((await Promise.all(revoked)).map(({ status }) => status).sort()).toEqual([204, 409]);
    // the other tests go on with the first one
    const restore = 'UPDATE api_keys SET revoked_at = CASE WHEN id = $1 THEN now() END WHERE id = ANY($2)';
    await dataSource.query(restore, [other.id, admins.map(({ id }) => id)]);
  });

  it('pages through the keys', async () => {
    const all = (await tau.request('GET', '/api/v1/api-keys')).body.items;
    const first = (await tau.request('GET', '/api/v1/api-keys?limit=2')).body;
    const rest = (await tau.request('GET', `/api/v1/api-keys?cursor=${first.nextCursor}`)).body;

    // the key that asks is being used, and when is noted behind its answers
    const named = ({ id, name }: { id: string; name: string }): object => ({ id, name });
    expect([...first.items, ...rest.items].map(named)).toEqual(all.map(named));
    expect(rest.nextCursor).toBeNull();
    expect((await tau.request('GET', '/api/v1/api-keys?cursor=made-up')).status).toBe(400);
  });

  it('slows down who guesses keys, and nobody else at the same address', async () => {
    const guesses = [];
    for (let i = 0; i < 25; i++) guesses.push(await tau.request('GET', '/api/v1/stations', { key: `guess-${i}` }));

    expect(guesses[0]!.status).toBe(401);
    expect(guesses.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(guesses.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tau.request('GET', '/api/v1/stations')).status).toBe(200);
  });

  it('takes the admin key from ADMIN_API_KEY, and another value instead of the former one', async () => {
    await tau.start({ adminApiKey: SHORT_LIVED });

    expect((await tau.request('GET', '/api/v1/api-keys', { key: SHORT_LIVED })).status).toBe(200);
    expect((await tau.request('GET', '/api/v1/api-keys', { key: ADMIN_KEY })).status).toBe(401);

    await tau.start({ adminApiKey: ADMIN_KEY });

    expect((await tau.request('GET', '/api/v1/api-keys', { key: SHORT_LIVED })).status).toBe(401);
    expect((await tau.request('GET', '/api/v1/api-keys', { key: ADMIN_KEY })).status).toBe(200);
  });

  it('generates the first admin key into the data folder, and keeps it over restarts', async () => {
    const file = path.join(tau.dataDir, 'admin-api-key');
    await tau.start({ adminApiKey: undefined });
    const key = readFileSync(file, 'utf8').trim();

    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await tau.request('GET', '/api/v1/api-keys', { key })).status).toBe(200);

    await tau.start({ adminApiKey: undefined });

    expect(readFileSync(file, 'utf8').trim()).toBe(key);
    expect((await tau.request('GET', '/api/v1/api-keys', { key })).status).toBe(200);
  });
});
