import { within } from './deadline.js';
import type { CommandedStation, Dialect, Reply } from './dialect.js';
import { CallError } from './errors.js';
import type { Payload } from './frames.js';

/** How a planned CALL is answered: with this, with what a function makes of it, with a CALLERROR, or not at all. */
export type PlannedAnswer<Request, Response> =
  | Response
  | CallError
  | typeof NO_ANSWER
  | ((request: Request) => Response | CallError | typeof NO_ANSWER | Promise<Response | CallError | typeof NO_ANSWER>);

/** Leaves a CALL of the CSMS unanswered. */
export const NO_ANSWER: unique symbol = Symbol('no answer');

/** CALLs that nobody has read; enough for every test, and no leak in a demonstration that runs for days. */
const KEPT = 1000;

interface Plan {
  readonly answer: PlannedAnswer<Payload, Payload>;
  /** It may also never happen. */
  readonly optional: boolean;
  used: boolean;
}

interface Parts {
  readonly dialect: Dialect;
  readonly station: CommandedStation;
  readonly send: (text: string) => void;
  /** Waits as long as this station takes to answer. */
  readonly delay: () => Promise<void>;
  readonly followUpFailed: (error: unknown) => void;
}

/** What the CSMS says: answered as planned, else as the station's dialect does, else with NotImplemented. */
export class Inbox {
  private readonly plans = new Map<string, Plan>();
  private readonly unread: { action: string; payload: Payload }[] = [];
  private readonly readers: { action: string; read: (payload: Payload) => void }[] = [];

  constructor(private readonly parts: Parts) {}

  plan(action: string, answer: PlannedAnswer<Payload, Payload>, optional: boolean): void {
    this.plans.set(action, { answer, optional, used: false });
  }

  /** Planned exchanges that have not happened. */
  get unmet(): string[] {
    return [...this.plans].filter(([, { used, optional }]) => !used && !optional).map(([action]) => action);
  }

  /** The next CALL with this action that nobody has read yet. */
  next(action: string, timeoutMs: number): Promise<Payload> {
    const index = this.unread.findIndex((call) => call.action === action);
    if (index >= 0) return Promise.resolve(this.unread.splice(index, 1)[0]!.payload);
    let reader: (typeof this.readers)[number] | undefined;
    const arrival = new Promise<Payload>((read) => this.readers.push((reader = { action, read })));
    return within(timeoutMs, `${action} from the CSMS`, arrival).finally(() => {
      const left = this.readers.indexOf(reader!);
      if (left >= 0) this.readers.splice(left, 1);
    });
  }

  async receive(messageId: string, action: string, payload: Payload): Promise<void> {
    const { answer, after } = await this.reply(action, payload);
    this.hand(action, payload);
    await this.parts.delay();
    if (answer === NO_ANSWER) return;
    if (answer instanceof CallError) {
      this.parts.send(JSON.stringify([4, messageId, answer.code, answer.description, answer.details]));
    } else {
      this.parts.send(JSON.stringify([3, messageId, answer]));
    }
    try {
      await after?.();
    } catch (error) {
      this.parts.followUpFailed(error);
    }
  }

  private async reply(action: string, payload: Payload): Promise<Reply<Payload | CallError | typeof NO_ANSWER>> {
    const plan = this.plans.get(action);
    if (plan) {
      plan.used = true;
      return { answer: typeof plan.answer === 'function' ? await plan.answer(payload) : plan.answer };
    }
    const { dialect, station } = this.parts;
    const commands = dialect.commands as Record<
      string,
      (request: Payload, station: CommandedStation) => Reply<Payload>
    >;
    const command = Object.hasOwn(commands, action) ? commands[action] : undefined;
    return command?.(payload, station) ?? { answer: new CallError('NotImplemented', `This station has no ${action}`) };
  }

  private hand(action: string, payload: Payload): void {
    const index = this.readers.findIndex((reader) => reader.action === action);
    if (index >= 0) this.readers.splice(index, 1)[0]!.read(payload);
    else if (this.unread.push({ action, payload }) > KEPT) this.unread.shift();
  }
}
