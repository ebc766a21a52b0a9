import { Logger } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { readConfig } from '../../config/read-config.js';
import { parseFrame, type CallFrame } from '../framing/frame.js';
import type { MessageLog, RegisteredStation, StationDirectory } from '../ports.js';
import { StationConnection } from '../transport/station-connection.js';
import { Dispatcher } from './dispatcher.js';
import type { Handler, OcppRegistry } from './ocpp-registry.service.js';

const STATION: RegisteredStation = {
  id: 'a',
  stationId: 'CS001',
  settings: { securityProfile: 1, disabledRules: [], enabledRules: [] },
  registration: 'Accepted',
  decision: 'Accepted',
  everAccepted: true,
};
const ANSWER = { idTagInfo: { status: 'Accepted' } };

describe('A CALL is answered exactly once', () => {
  Logger.overrideLogger(false);
  const clock = new FakeClock();
  const full = () => {
    throw new Error('the log is full');
  };

  const dispatched = async (handler: Handler, record?: () => void) => {
    const { sent, done } = dispatch(handler, record);
    await done;
    return sent();
  };
  const dispatch = (
    handler: Handler,
    record: () => void = () => undefined,
    text = '[2,"1","Authorize",{"idTag":"A"}]',
  ) => {
    const sent: string[] = [];
    const socket = { readyState: 1, OPEN: 1, send: (text: string) => void sent.push(text) } as unknown as WebSocket;
    const connection = new StationConnection(socket, STATION, '1.6', '192.0.2.1', clock.now(), clock, 30);
    const dispatcher = new Dispatcher(
      { get: () => handler } as unknown as OcppRegistry,
      { ruleApplied: () => undefined } as unknown as StationDirectory,
      { record, heartbeat: record } as unknown as MessageLog,
      clock,
      readConfig({}),
    );
    const frame = parseFrame(text, '1.6') as CallFrame;
    const done = dispatcher.dispatch(connection, { frame, bytes: Buffer.from(text), receivedAt: clock.now() });
    return { sent: () => sent.map((answer) => JSON.parse(answer) as unknown[]), done };
  };
  const waysToAnswer: [string, Handler][] = [
    ['at once', () => ANSWER],
    ['later', () => Promise.resolve(ANSWER)],
  ];

  it.each(waysToAnswer)('where the handler returns %s', async (_when, handler) => {
    expect(await dispatched(handler)).toEqual([[3, '1', ANSWER]]);
  });

  it.each(waysToAnswer)('where the log fails and the handler returned %s', async (_when, handler) => {
    let followed = false;
    const following: Handler = (request, context) => {
      context.afterReply(() => void (followed = true));
      return handler(request, context);
    };

    expect(await dispatched(following, full)).toEqual([[3, '1', ANSWER]]);
    expect(followed).toBe(true);
  });

  it.each<[string, Handler]>([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['breaks the schema', () => ({ idTagInfo: { status: 'Perhaps' } })],
    ['cannot be written', () => ({ ...ANSWER, toJSON: full })],
  ])('with an InternalError where the handler %s, even if the log fails too', async (_how, handler) => {
    expect(await dispatched(handler, full)).toEqual([[4, '1', 'InternalError', expect.any(String), {}]]);
  });

  describe('when the database is slow', () => {
    const START = '{"connectorId":1,"idTag":"A","meterStart":0,"timestamp":"2026-11-22T12:00:00Z"}';
    /** A handler that answers when it is told to. */
    const slow = () => {
      let answer: (response: object) => void = () => undefined;
      return { handler: () => new Promise<object>((resolve) => (answer = resolve)), answer: (r: object) => answer(r) };
    };

    it('with an InternalError after 20 seconds, and what the handler returns later is dropped', async () => {
      const { handler, answer } = slow();
      const { sent, done } = dispatch(handler);

      await clock.advance(19_999);
      expect(sent()).toEqual([]);
      await clock.advance(1);
      await done;
      answer(ANSWER);
      await new Promise(setImmediate);

      expect(sent()).toEqual([[4, '1', 'InternalError', 'The CSMS could not handle this message in time', {}]]);
    });

    it('with the answer where it comes in time, and nothing follows it', async () => {
      const { handler, answer } = slow();
      const { sent, done } = dispatch(handler);
      await clock.advance(19_999);

      answer(ANSWER);
      await done;
      await clock.advance(60_000);

      expect(sent()).toEqual([[3, '1', ANSWER]]);
    });

    it('with the answer, however late, where it is about a transaction', async () => {
      const { handler, answer } = slow();
      const { sent, done } = dispatch(handler, undefined, `[2,"1","StartTransaction",${START}]`);
      await clock.advance(300_000);
      expect(sent()).toEqual([]);

      answer({ ...ANSWER, transactionId: 1 });
      await done;

      expect(sent()).toEqual([[3, '1', { ...ANSWER, transactionId: 1 }]]);
    });
  });
});
