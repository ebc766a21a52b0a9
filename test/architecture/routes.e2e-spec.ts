import { readFileSync } from 'node:fs';
import { startCsms } from '../support/csms.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
}

interface Route extends Operation {
  /** As `POST`. */
  readonly method: string;
  /** As in the document, its parameters in braces. */
  readonly path: string;
  readonly name: string;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const ROUTES: Route[] = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    path,
    name: `${method.toUpperCase()} ${path}`,
  })),
);

const OPEN = ['GET /health/live', 'GET /health/ready'];
const CLOSED = ROUTES.filter(({ name }) => !OPEN.includes(name));
const WITH_ID = CLOSED.filter(({ path }) => path.includes('{'));
/** These make what is not there. */
const CREATES = ['PUT /api/v1/id-token-groups/{groupId}', 'PUT /api/v1/data-transfer-vendors/{vendorId}'];
/** These look at the id before they look for it. */
const CHECKS = ['GET /api/v1/id-token-groups/{groupId}'];
/** These take files, and say 415 to JSON. */
const UPLOADS = ['POST /api/v1/firmware-images', 'POST /api/v1/id-tokens/import', 'POST /api/v1/stations/import'];
/** A viewer reads everything but these. */
const ADMIN_READS = [
  'GET /api/v1/api-keys',
  'GET /api/v1/id-token-erasures',
  'GET /api/v1/id-token-erasures/{id}',
  'GET /api/v1/log-requests/{id}/file',
  'GET /api/v1/stations/{stationId}/log-requests/{id}/file',
  // what stations hold about persons
  'GET /api/v1/stations/{stationId}/customer-information',
  'GET /api/v1/stations/{stationId}/customer-information/{id}',
  // asks the station
  'GET /api/v1/stations/{stationId}/variables',
];

/** What a route wants to be told before it looks for the id. */
const BODIES: Record<string, object> = {
  'POST /api/v1/stations/{stationId}/transactions': { idToken: { value: 'TAG1', type: 'ISO14443' } },
  'POST /api/v1/stations/{stationId}/reservations': {
    idToken: { value: 'TAG1', type: 'ISO14443' },
    expiresAt: '2126-01-01T00:00:00Z',
  },
  'POST /api/v1/stations/{stationId}/reset': { type: 'Immediate' },
  'PATCH /api/v1/stations/{stationId}/variables': {
    variables: [{ component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval', value: '60' }],
  },
  'POST /api/v1/stations/{stationId}/variables/query': {
    variables: [{ component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval' }],
  },
  'POST /api/v1/stations/{stationId}/trigger-message': { requestedMessage: 'Heartbeat' },
  'POST /api/v1/stations/{stationId}/customer-information': { report: true, customerIdentifier: 'x' },
  'POST /api/v1/stations/{stationId}/unlock-connector': { evseId: 1 },
  'POST /api/v1/stations/{stationId}/data-transfers': { vendorId: 'com.example' },
  'POST /api/v1/stations/{stationId}/certificates': { certificateType: 'CSMSRootCertificate', certificate: 'x' },
  'PUT /api/v1/stations/{stationId}/availability': { operationalStatus: 'Operative' },
  'PUT /api/v1/stations/{stationId}/network-profiles/priority': { slots: [1] },
  'PUT /api/v1/stations/{stationId}/network-profiles/{slot}': {
    ocppCsmsUrl: 'wss://csms.example/ocpp',
    messageTimeout: 30,
    securityProfile: 2,
    ocppInterface: 'Wired0',
  },
  'POST /api/v1/transactions/{id}/close': { reason: 'a test' },
  'POST /api/v1/transactions/{id}/corrections': { reason: 'a test', energyWh: 1 },
  'POST /api/v1/transactions/{id}/corrections/{correctionId}/withdraw': { reason: 'a test' },
  'PUT /api/v1/id-token-groups/{groupId}': { concurrentTransactions: 'allowed' },
};

const bodyOf = ({ name, requestBody }: Route): string | undefined => requestBody && JSON.stringify(BODIES[name] ?? {});

const NOBODY = {
  'a random UUID': '019a0000-0000-7000-8000-00000000dead',
  'a letter': 'x',
  'a zero byte': '%00',
  'a quote': "'%22%3B--",
  'a number': '9223372036854775808',
  'three thousand characters': 'x'.repeat(3000),
};

/** Values for the parameters of queries, few of which any parameter takes. */
const ODD = ['', '%00', '-1', '1e9', 'x%3Bdrop', "'", '%25', '9'.repeat(400), '222222017-01-01', '%F0%9F%94%8C'];

describe('Every route of the API', () => {
  const csms = startCsms();
  let viewer = '';
  beforeAll(async () => {
    viewer = (await csms.operator.post('/api-keys', { name: 'a viewer', role: 'viewer' })).body.key;
    await csms.given.station('CS001');
  });

  const send = async (route: Route, id: string, key?: string, query = '', body = bodyOf(route)) => {
    const { method, name, path } = route;
    const headers = { ...(key && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' };
    const response = await fetch(`${csms.url}${path.replace(/\{\w+\}/g, id)}${query}`, { method, headers, body });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, text: await response.text(), name, id: id.slice(0, 40), query };
  };
  /** What is wrong with an answer that should be a problem document of this status. */
  const faultOf = ({ status, type, text, ...asked }: Answer, ...expected: number[]): object | undefined => {
    const fault = (what: string) => ({ ...asked, what, status, text: text.slice(0, 200) });
    if (!expected.includes(status)) return fault(`not ${expected.join(' or ')}`);
    if (!type.startsWith('application/problem+json')) return fault(`a ${type}`);
    const { code, title, detail, status: told } = JSON.parse(text) as Record<string, unknown>;
    if (told !== status || !/^[a-z]+(-[a-z]+)*$/.test(String(code))) return fault('without status and code');
    if (!title || String(detail).length < 10) return fault('without title and detail');
    return /node_modules|\.js:\d|\bat \w+ \(/.test(text) ? fault('with a trace of the code') : undefined;
  };
  const faults = async (answers: Promise<object | undefined>[]) => (await Promise.all(answers)).filter(Boolean);

  it('stands in the document', () => {
    expect(CLOSED.length).toBeGreaterThan(30);
    expect(Object.keys(BODIES).filter((name) => !ROUTES.some((route) => route.name === name))).toEqual([]);
  });

  it('is closed to those without a key, and to those with a made-up one (B49)', async () => {
    const answers = CLOSED.map(async (route) => faultOf(await send(route, 'x'), 401));

    expect(await faults(answers)).toEqual([]);
    expect(faultOf(await send(CLOSED[0]!, 'x', 'tau_made-up'), 401)).toBeUndefined();
  });

  it('lets a viewer read and change nothing (B51)', async () => {
    const changing = CLOSED.filter(({ method, name }) => method !== 'GET' || ADMIN_READS.includes(name));
    const reading = CLOSED.filter((route) => !changing.includes(route));

    const answers = changing.map(async (route) => faultOf(await send(route, 'CS001', viewer), 403));
    const seen = await Promise.all(reading.map((route) => send(route, 'CS001', viewer)));

    expect(changing.length).toBeGreaterThan(15);
    expect(await faults(answers)).toEqual([]);
    expect(seen.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
  });

  it.each(Object.entries(NOBODY))('says 404 to an id that nobody has: %s (B50)', async (_, id) => {
    const routes = WITH_ID.filter(({ name }) => !CREATES.includes(name));

    const answers = routes.map(async (route) =>
      faultOf(await send(route, id, csms.apiKey), 404, ...(CHECKS.includes(route.name) ? [400] : [])),
    );

    expect(routes.length).toBeGreaterThan(20);
    expect(await faults(answers)).toEqual([]);
    for (const route of WITH_ID.filter(({ name }) => CREATES.includes(name))) {
      const answer = await send(route, id, csms.apiKey);
      expect(answer.status === 200 ? undefined : faultOf(answer, 400)).toBeUndefined();
    }
  });

  it('says 400 to an id that is no text', async () => {
    const halfCharacter = '%ED%A0%80';

    const answers = WITH_ID.map(async (route) => faultOf(await send(route, halfCharacter, csms.apiKey), 400));

    expect(await faults(answers)).toEqual([]);
  });

  it('answers odd values of its query with what it has, or with what is wrong with them (B53)', async () => {
    const asked = CLOSED.flatMap((route) =>
      (route.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => ({ route, name })),
    );

    const wrong: object[] = [];
    for (const value of ODD) {
      const answers = asked.map(async ({ route, name }) => {
        const answer = await send(route, 'CS001', csms.apiKey, `?${name}=${value}`);
        return answer.status === 200
          ? undefined
          : faultOf(answer, 400, 404, ...(UPLOADS.includes(route.name) ? [415] : []));
      });
      wrong.push(...((await faults(answers)) as object[]));
    }

    expect(asked.length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
    // some hundred requests
  }, 60_000);

  it('refuses a query that it does not know, and a body that breaks every rule', async () => {
    const lists = CLOSED.filter(
      ({ method, parameters = [] }) => method === 'GET' && parameters.some((p) => p.in === 'query'),
    );
    const bodies = CLOSED.filter(({ requestBody, name }) => requestBody && !name.endsWith('/ocpp/{action}'));

    const unknown = lists.map(async (route) =>
      faultOf(await send(route, 'CS001', csms.apiKey, '?sort=x%3Bdrop'), 400, 404),
    );
    const body = '{"role":"admin","passwordHash":"x","__proto__":{"role":"admin"},"constructor":7}';
    const broken = bodies.map(async (route) =>
      faultOf(await send(route, 'CS001', csms.apiKey, '', body), 400, ...(UPLOADS.includes(route.name) ? [415] : [])),
    );

    expect(await faults([...unknown, ...broken])).toEqual([]);
  });
});
