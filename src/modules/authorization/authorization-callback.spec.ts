import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '../../common/clock.js';
import type { Config } from '../../config/config.js';
import { AuthorizationCallback, type CallbackQuestion } from './authorization-callback.js';

class HandClock extends SystemClock {
  at = 0;
  override monotonic = (): number => this.at;
}

const QUESTION: CallbackQuestion = {
  stationId: 'CS001',
  evseId: 2,
  idToken: { value: '4711', type: 'KeyCode' },
  purpose: 'authorize',
};

describe('AuthorizationCallback', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const seen: { method?: string; path?: string; authorization?: string; body: unknown }[] = [];
  const clock = new HandClock();
  const warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  const callback = (at = '/decide', callbackTimeoutMs = 5000, credentials = ''): AuthorizationCallback => {
    const { port } = server.address() as AddressInfo;
    const callbackUrl = `http://${credentials}127.0.0.1:${port}${at}`;
    return new AuthorizationCallback(
      { authorization: { callbackUrl, callbackTimeoutMs, callbackFallback: 'local' } } as Config,
      clock,
    );
  };
  const answering = (body: unknown, status = 200): void => {
    answer = (_request, response) =>
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url: path, headers } = request;
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
        seen.push({ method, path, authorization: headers.authorization, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    seen.length = 0;
    warnings.mockClear();
  });
  afterAll(() => {
    warnings.mockRestore();
    server.closeAllConnections();
    server.close();
  });

  it('posts station, EVSE, token and purpose, and the PIN code in the body only', async () => {
    answering({ status: 'Accepted' });

    await callback().ask(QUESTION);

    expect(seen).toEqual([{ method: 'POST', path: '/decide', authorization: undefined, body: QUESTION }]);
  });

  it('sends user and password of the URL as HTTP Basic', async () => {
    answering({ status: 'Accepted' });

    await callback('/decide', 5000, 'tau:s%40cret@').ask(QUESTION);

    expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('tau:s@cret').toString('base64')}`);
  });

  it.each([
    [{ status: 'Blocked' }, { status: 'Blocked' }],
    [{ status: 'NoCredit', groupId: null, expiresAt: null }, { status: 'NoCredit' }],
    [
      { status: 'Accepted', groupId: 'FLEET', expiresAt: '2026-12-01T00:00:00+01:00', more: 1 },
      { status: 'Accepted', groupId: 'FLEET', expiresAt: new Date('2026-11-30T23:00:00Z') },
    ],
  ])('understands %j', async (body, understood) => {
    answering(body);

    expect(await callback().ask(QUESTION)).toEqual(understood);
    expect(warnings).not.toHaveBeenCalled();
  });

  it.each([
    ['an unknown status', { status: 'Maybe' }, 200],
    ['no status', {}, 200],
    ['a group id that no station could be told', { status: 'Accepted', groupId: 'x'.repeat(37) }, 200],
    ['an expiry that is no time', { status: 'Accepted', expiresAt: 'tomorrow' }, 200],
    ['no JSON', 'Accepted', 200],
    ['an error', { status: 'Accepted' }, 500],
    ['an empty success', '', 204],
  ])('takes %s for a failure', async (_, body, status) => {
    answering(body, status);

    expect(await callback().ask(QUESTION)).toBeUndefined();
  });

  it('takes a redirect for a failure and follows it nowhere', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end();

    expect(await callback().ask(QUESTION)).toBeUndefined();
    expect(seen.map(({ path }) => path)).toEqual(['/decide']);
  });

  it('takes silence beyond the timeout for a failure', async () => {
    answer = () => undefined;

    expect(await callback('/decide', 100).ask(QUESTION)).toBeUndefined();
  });

  it('warns once a minute at most, with the number of failures and without the token', async () => {
    answering({ status: 'Maybe' });
    const failing = callback();

    for (let i = 0; i < 3; i++) await failing.ask(QUESTION);
    expect(warnings).toHaveBeenCalledTimes(1);
    clock.at += 60_000;
    await failing.ask(QUESTION);

    const lines = warnings.mock.calls.map(([line]) => String(line));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('3 since the last');
    expect(lines.join()).not.toContain('4711');
  });
});
