import { Logger, type INestApplication } from '@nestjs/common';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { knock } from '../../../test/support/knock.js';
import { Clock } from '../../common/clock.js';
import { Shutdown } from '../../common/shutdown.js';
import { Config } from '../../config/config.js';
import { readConfig } from '../../config/read-config.js';
import { AdmissionControl } from './admission-control.js';
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

describe('A handshake', () => {
  Logger.overrideLogger(false);
  const clock = new FakeClock();
  const shutdown = new Shutdown();
  const workload = { waitedMs: 0, oldestWaitingMs: () => workload.waitedMs };
  const handshake = { settle: (): Promise<Settled> => Promise.resolve(SETTLED) };
  const providers = new Map<unknown, unknown>([
    [AdmissionControl, new AdmissionControl(workload, shutdown)],
    [HandshakeService, handshake],
    [Config, readConfig({})],
    [Clock, clock],
  ]);
  const adapter = new Listening({ get: (token: unknown) => providers.get(token) } as unknown as INestApplication);
  let url: string;
  beforeAll(async () => (url = await adapter.url()));
  beforeEach(() => {
    workload.waitedMs = 0;
    handshake.settle = () => Promise.resolve(SETTLED);
  });
  afterAll(() => void adapter.http.close());
  const knocks = () => knock(url, { offers: ['ocpp1.6'] });
  const again = { status: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } };

  it('that is settled is upgraded', async () => {
    expect(await knocks()).toMatchObject({ status: 101, protocol: 'ocpp1.6' });
  });

  it('is refused before anybody is asked while the database is behind', async () => {
    let asked = 0;
    handshake.settle = () => {
      asked += 1;
      return Promise.resolve(SETTLED);
    };
    workload.waitedMs = 3000;

    expect(await knocks()).toMatchObject(again);

    expect(asked).toBe(0);
  });

  it('is refused where it is not settled within ten seconds, and what comes of it later changes nothing', async () => {
    let settle: (settled: Settled) => void = () => undefined;
    const begun = new Promise<void>((tell) => {
      handshake.settle = () => {
        tell();
        return new Promise((resolve) => (settle = resolve));
      };
    });
    const asked = knocks();
    await begun;

    await clock.advance(9999);
    expect(await Promise.race([asked, 'waits'])).toBe('waits');
    await clock.advance(1);

    expect(await asked).toMatchObject(again);
    settle(SETTLED);
    handshake.settle = () => Promise.resolve(SETTLED);
    expect(await knocks()).toMatchObject({ status: 101 });
  });

  it('is refused where the database cannot be asked', async () => {
    handshake.settle = () => Promise.reject(new Error('away'));

    expect(await knocks()).toMatchObject(again);
  });

  it('takes its turn: 300 at once are all upgraded, as their predecessors are done or gone', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, knocks));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([101]));
  }, 20_000);

  it('is refused where the shutdown began meanwhile, which nothing would close', async () => {
    handshake.settle = () => {
      shutdown.begin();
      return Promise.resolve(SETTLED);
    };

    expect(await knocks()).toMatchObject(again);
  });
});
