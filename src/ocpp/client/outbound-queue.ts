import type { Clock, Timer } from '../../common/clock.js';
import type { CallOptions, CallOutcome } from './station-client.js';

/** What came back for a CALL: a CALLRESULT's payload or the parts of a CALLERROR. */
export type Reply =
  | { readonly type: 'result'; readonly payload: unknown; readonly frame: Uint8Array }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly description: string;
      readonly details: unknown;
      readonly frame: Uint8Array;
    };

/** A CALL that waits for its turn or for its answer. */
export interface OutboundCall extends CallOptions {
  readonly messageId: string;
  readonly text: string;
  /** Turns the reply into an outcome: validates it. */
  readonly read: (reply: Reply, sentAt: Date, answeredAt: Date) => CallOutcome;
  readonly settle: (outcome: CallOutcome, sentAt: Date | undefined, reply: Reply | undefined) => void;
}

const LIMIT = 100;

/**
 * CALLs to one station: first in, first out, one in flight (OCPP-J, section 4.1.1), timed from the moment of sending.
 * Whatever the station does, each call is settled exactly once.
 */
export class OutboundQueue {
  private readonly waiting: OutboundCall[] = [];
  private current: { call: OutboundCall; sentAt: Date | undefined; timer: Timer | undefined } | undefined;
  private closed = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly send: (text: string) => void,
    private readonly timeoutMs: () => number,
    /** While the socket is paused, answers cannot be read and the timer stands still. */
    private readonly isPaused: () => boolean,
  ) {}

  add(call: OutboundCall): void {
    if (this.closed) return call.settle({ kind: 'disconnected', sentAt: undefined }, undefined, undefined);
    if (this.waiting.length >= LIMIT) {
      return call.settle({ kind: 'not-sent', reason: `${LIMIT} calls wait already` }, undefined, undefined);
    }
    this.waiting.push(call);
    if (!this.current) void this.next();
  }

  /** Whether the reply belongs to the call in flight; anything else is for the caller to ignore and count. */
  reply(messageId: string, reply: Reply): boolean {
    const { current } = this;
    if (!current?.sentAt || current.call.messageId !== messageId) return false;
    this.finish(current.call.read(reply, current.sentAt, this.clock.now()), reply);
    return true;
  }

  /** The socket is gone: everything that waits has failed. */
  close(): void {
    this.closed = true;
    if (this.current) this.finish({ kind: 'disconnected', sentAt: this.current.sentAt });
    for (const call of this.waiting.splice(0)) {
      call.settle({ kind: 'disconnected', sentAt: undefined }, undefined, undefined);
    }
    this.rest();
  }

  /** Resolves when no call is under way or waits. */
  settled(): Promise<void> {
    if (!this.current && this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private async next(): Promise<void> {
    const call = this.waiting.shift();
    if (!call) return this.rest();
    const current: NonNullable<typeof this.current> = { call, sentAt: undefined, timer: undefined };
    this.current = current;
    const wanted = await this.wanted(call);
    if (this.current !== current) return; // the socket was closed meanwhile
    if (!wanted) return this.finish({ kind: 'not-sent', reason: 'withdrawn' });
    current.sentAt = this.clock.now();
    this.send(call.text);
    this.arm(current);
  }

  private rest(): void {
    for (const resolve of this.idle.splice(0)) resolve();
  }

  private async wanted(call: OutboundCall): Promise<boolean> {
    try {
      return (await call.beforeSend?.()) ?? true;
    } catch {
      return false; // it could not be recorded as sent, so it is not sent
    }
  }

  private arm(current: NonNullable<typeof this.current>): void {
    current.timer = this.clock.after(this.timeoutMs(), () => {
      if (this.current !== current) return;
      if (this.isPaused()) return this.arm(current);
      this.finish({ kind: 'timed-out', sentAt: current.sentAt! });
    });
  }

  private finish(outcome: CallOutcome, reply?: Reply): void {
    const { call, sentAt, timer } = this.current!;
    timer?.cancel();
    this.current = undefined;
    call.settle(outcome, sentAt, reply);
    if (!this.closed && !this.current) void this.next();
  }
}
