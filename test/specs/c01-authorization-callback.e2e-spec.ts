import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OCPP_VERSIONS } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

describe("Authorization by the operator's own server", () => {
  let server: Server;
  let answers: boolean;
  const asked: unknown[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push(JSON.parse(Buffer.concat(chunks).toString()));
        response.writeHead(answers ? 200 : 503).end(JSON.stringify({ status: 'NoCredit' }));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    answers = true;
    asked.length = 0;
  });
  const csms = startCsms({
    env: {
      // read when TAU starts, after the server above
      get AUTHORIZATION_CALLBACK_URL() {
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tokens`;
      },
    },
  });
  afterAll(() => void server.close());

  it.each(OCPP_VERSIONS)('is asked about each token, and its word holds (OCPP %s)', async (version) => {
    await csms.given.idToken({ value: 'ABCD1234' });
    const station = await csms.station(`ASKS-${version}`, version).boots();

    const status = await station.authorize({ value: 'ABCD1234', type: 'ISO14443' });

    expect(status).toBe(version === '1.6' ? 'Blocked' : 'NoCredit');
    expect(asked).toEqual([
      { stationId: `ASKS-${version}`, idToken: { value: 'ABCD1234', type: 'ISO14443' }, purpose: 'authorize' },
    ]);
  });

  it('leaves it to what is registered while it does not answer', async () => {
    await csms.given.idToken({ value: 'ABCD1234' });
    const station = await csms.station('FALLBACK', '2.0.1').boots();
    answers = false;

    expect(await station.authorize({ value: 'ABCD1234', type: 'ISO14443' })).toBe('Accepted');
    expect(await station.authorize({ value: 'NOBODY', type: 'ISO14443' })).toBe('Unknown');
  });
});
