import type { Clock } from '../../common/clock.js';
import { OutboundQueue, type OutboundCall } from './outbound-queue.js';
import type { CallOutcome } from './station-client.js';

/** Timers that the test fires. */
class Timers {
  readonly armed: { ms: number; job: () => void }[] = [];
  readonly clock = {
    now: () => new Date(0),
    after: (ms: number, job: () => void) => {
      const timer = { ms, job };
      this.armed.push(timer);
      return { cancel: () => this.armed.splice(this.armed.indexOf(timer), 1) };
    },
  } as unknown as Clock;

  fire(): void {
    for (const { job } of this.armed.splice(0)) job();
  }
}

function kit() {
  const timers = new Timers();
  const sent: string[] = [];
  const outcomes: Record<string, CallOutcome> = {};
  const state = { paused: false };
  const queue = new OutboundQueue(
    timers.clock,
    (text) => sent.push(text),
    () => 30_000,
    () => state.paused,
  );
  const call = (messageId: string, over: Partial<OutboundCall> = {}): void =>
    queue.add({
      messageId,
      text: messageId,
      read: (reply, sentAt, answeredAt) => ({
        kind: 'answered',
        response: reply as unknown as Record<string, unknown>,
        sentAt,
        answeredAt,
      }),
      settle: (outcome) => {
        outcomes[messageId] = outcome;
      },
      ...over,
    });
  const answer = (messageId: string) =>
    queue.reply(messageId, { type: 'result', payload: {}, frame: new Uint8Array() });
  return { timers, sent, outcomes, state, queue, call, answer, turn: () => new Promise(setImmediate) };
}

describe('CALLs to a station', () => {
  it('go out one at a time: the next one after the answer', async () => {
    const { sent, outcomes, call, answer, turn } = kit();
    call('a');
    call('b');
    await turn();
    expect(sent).toEqual(['a']);

    expect(answer('a')).toBe(true);
    await turn();

    expect(sent).toEqual(['a', 'b']);
    expect(outcomes['a']?.kind).toBe('answered');
  });

  it('fail by a timeout that counts from the sending, and the next one goes out', async () => {
    const { timers, sent, outcomes, call, turn } = kit();
    call('a');
    call('b');
    await turn();
    expect(timers.armed.map(({ ms }) => ms)).toEqual([30_000]);

    timers.fire();
    await turn();

    expect(outcomes['a']?.kind).toBe('timed-out');
    expect(sent).toEqual(['a', 'b']);
  });

  it('do not time out while the socket is paused', async () => {
    const { timers, outcomes, state, call, turn } = kit();
    call('a');
    await turn();

    state.paused = true;
    timers.fire();

    expect(outcomes['a']).toBeUndefined();
    expect(timers.armed).toHaveLength(1);
  });

  it('ignore an answer that comes late, or to nothing', async () => {
    const { timers, call, answer, turn } = kit();
    expect(answer('x')).toBe(false);
    call('a');
    await turn();
    timers.fire();

    expect(answer('a')).toBe(false);
  });

  it('are answered under their own id alone', async () => {
    const { outcomes, call, answer, turn } = kit();
    call('a');
    call('b');
    await turn();

    expect(answer('b')).toBe(false);
    expect(outcomes).toEqual({});
    expect(answer('a')).toBe(true);
  });

  it('all fail once when the socket closes, each only once', async () => {
    const { outcomes, call, answer, queue, turn } = kit();
    call('a');
    call('b');
    await turn();

    queue.close();
    call('c');

    expect(Object.values(outcomes).map(({ kind }) => kind)).toEqual(['disconnected', 'disconnected', 'disconnected']);
    expect(answer('a')).toBe(false);
  });

  it('are not sent when they were withdrawn, or could not be recorded', async () => {
    const { sent, outcomes, call, turn } = kit();
    call('a', { beforeSend: async () => false });
    call('b', { beforeSend: () => Promise.reject(new Error('database')) });
    call('c');
    await turn();

    expect(sent).toEqual(['c']);
    expect([outcomes['a']?.kind, outcomes['b']?.kind]).toEqual(['not-sent', 'not-sent']);
  });

  it('are refused when a hundred wait', async () => {
    const { outcomes, call, turn } = kit();
    for (let i = 0; i < 102; i++) call(String(i));
    await turn();

    expect(outcomes['101']?.kind).toBe('not-sent');
    expect(outcomes['100']).toBeUndefined();
  });
});
