import { DataSource } from 'typeorm';
import { RestApp } from '../support/rest-app.js';

describe('Errors of the REST API', () => {
  const tau = new RestApp();
  beforeAll(() => tau.start());
  afterAll(() => tau.stop());

  const post = (body: unknown, headers = {}) => tau.request('POST', '/api/v1/api-keys', { body, headers });

  it('are problem details, whoever raised them', async () => {
    const answers = [
      [await tau.request('GET', '/api/v1/nothing-here'), 404, 'route-unknown'],
      [await tau.request('GET', '/nothing/at/all'), 404, 'route-unknown'],
      [await tau.request('DELETE', '/api/v1/api-keys/no-uuid'), 404, 'api-key-unknown'],
      [await tau.request('GET', '/api/v1/api-keys?limit=many'), 400, 'validation-failed'],
      [await tau.request('GET', '/api/v1/stations/%E0%A4%A'), 400, 'request-malformed'],
      [await post('{"name": '), 400, 'request-malformed'],
      [await post({ name: 'x'.repeat(2_000_000), role: 'viewer' }), 413, 'body-too-large'],
      [await post({ name: 'x' }, { 'content-encoding': 'unheard-of' }), 415, 'media-type-unsupported'],
      [await post({ name: 'x' }, { 'content-type': 'text/plain' }), 400, 'validation-failed'],
      [await tau.request('GET', '/api/v1/stations', { key: '' }), 401, 'unauthorized'],
    ] as const;

    for (const [answer, status, code] of answers) {
      expect(answer).toMatchObject({
        status,
        body: { type: `urn:tau:problem:${code}`, title: expect.any(String), status, code, detail: expect.any(String) },
      });
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
      expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.js:\d/);
    }
  });

  it('list every broken rule of a request', async () => {
    const { body } = await post({ name: '', role: 'boss', surprise: 1 });

    expect(body.errors.sort()).toEqual([
      'name should not be empty',
      'property surprise should not exist',
      'role must be one of the following values: viewer, operator, admin',
    ]);
  });

  it('refer to the log where something went wrong here, and say no more', async () => {
    await tau.nest.get(DataSource).query('ALTER TABLE api_keys RENAME COLUMN name TO label');

    const { status, body, headers } = await post({ name: 'x', role: 'viewer' });
    await tau.nest.get(DataSource).query('ALTER TABLE api_keys RENAME COLUMN label TO name');

    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'internal-error', reference: headers.get('x-request-id') });
    expect(JSON.stringify(body)).not.toMatch(/api_keys|column/);
  });

  it('say that the database is away, not that something is wrong with the request', async () => {
    await tau.dropDatabase();

    const answer = await tau.request('GET', '/api/v1/stations');

    expect(answer).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
  });
});

describe('The edge of REST', () => {
  const tau = new RestApp();
  beforeAll(() => tau.start());
  afterAll(() => tau.stop());

  it('repeats the id that a request came with, unless it could harm a log', async () => {
    const idFor = async (given: string): Promise<string | null> =>
      (await tau.request('GET', '/health/live', { headers: { 'x-request-id': given } })).headers.get('x-request-id');

    expect(await idFor('proxy-4711')).toBe('proxy-4711');
    expect(await idFor('a b\u0001c'.replace('\u0001', '%'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('serves Swagger UI under a policy that lets no foreign script in', async () => {
    const { status, headers, body } = await tau.request('GET', '/api', { key: '' });

    expect(status).toBe(200);
    expect(body).toMatch('swagger-ui');
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(headers.get('content-security-policy')).toMatch("script-src 'self';");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is ready while the database answers', async () => {
    expect(await tau.request('GET', '/health/live', { key: '' })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
    expect(await tau.request('GET', '/health/ready', { key: '' })).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
  });
});
