import type { INestApplication } from '@nestjs/common';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { knock } from '../../../test/support/knock.js';
import { Config } from '../../config/config.js';
import { readConfig } from '../../config/read-config.js';
import { HandshakeService, type Settled } from './handshake.service.js';
import { OcppWsAdapter } from './ocpp-ws.adapter.js';

const SETTLED = {
  station: { settings: { securityProfile: 1, disabledRules: [], enabledRules: [] } },
  choice: { subprotocol: 'ocpp1.6', version: '1.6' },
  remoteAddress: '127.0.0.1',
} as unknown as Settled;

/** The adapter with its HTTP server alone. */
class Listening extends OcppWsAdapter {
  readonly http = createServer();

  async url(): Promise<string> {
    this.ensureHttpServerExists(0, this.http);
    this.wsServersRegistry.set(0, [new WebSocketServer({ noServer: true })]);
    await once(this.http.listen(0, '127.0.0.1'), 'listening');
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}/ocpp/CS001`;
  }
}

describe('A handshake that is settled', () => {
  const handshake = { isAdmitting: true, settle: () => Promise.resolve(SETTLED) };
  const providers = new Map<unknown, unknown>([
    [HandshakeService, handshake],
    [Config, readConfig({})],
  ]);
  const adapter = new Listening({ get: (token: unknown) => providers.get(token) } as unknown as INestApplication);
  let url: string;
  beforeAll(async () => (url = await adapter.url()));
  afterAll(() => void adapter.http.close());

  it('is upgraded', async () => {
    expect(await knock(url, { offers: ['ocpp1.6'] })).toMatchObject({ status: 101, protocol: 'ocpp1.6' });
  });

  it('is refused where the shutdown began meanwhile, which nothing would close', async () => {
    handshake.settle = () => {
      handshake.isAdmitting = false;
      return Promise.resolve(SETTLED);
    };

    expect(await knock(url, { offers: ['ocpp1.6'] })).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
  });
});
