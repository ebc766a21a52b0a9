import { setTimeout as wait } from 'node:timers/promises';
import type { Operator } from '../../support/operator.js';
import type { Seeded } from '../../support/seeded.js';
import type { Ledger } from '../ledger.js';

const TRIES = 40;
const TRY_AGAIN_MS = 250;
/** One in so many commands is to stop. */
const STOPS = 4;

/** An operator who asks stations to start and to stop, and asks again under the same key until there is an answer. */
export class Commander {
  private over = false;
  private work: Promise<void> | undefined;
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopped = new Set<string>();

  constructor(
    private readonly operator: Operator,
    private readonly stationIds: readonly string[],
    private readonly ledger: Ledger,
    private readonly random: Seeded,
    private readonly everyMs: number,
  ) {}

  begin(): void {
    this.work = this.keepAsking();
  }

  /** Resolves when every command has its last answer. */
  async finish(): Promise<void> {
    this.over = true;
    await this.work;
    await Promise.all(this.underWay);
  }

  private async keepAsking(): Promise<void> {
    for (let n = 1; !this.over; n++) {
      const asked = n % STOPS === 0 ? this.stop(n) : this.start(n);
      this.underWay.add(asked);
      void asked.finally(() => this.underWay.delete(asked));
      await wait(this.everyMs);
    }
  }

  private async start(n: number): Promise<void> {
    const stationId = this.random.oneOf(this.stationIds);
    const token = `CMD${String(n).padStart(6, '0')}`;
    const body = { idToken: { value: token, type: 'ISO14443' } };
    await this.ask(`start ${token}`, stationId, `/stations/${stationId}/transactions`, body);
  }

  /** Each transaction is asked to stop once. */
  private async stop(n: number): Promise<void> {
    const { body } = await this.operator.get('/transactions?state=active&limit=50').catch(() => ({ body: {} }));
    const items = (body.items ?? []) as { id: string; stationId: string; ocppTransactionId: string }[];
    const candidates = items.filter(
      ({ id, stationId }) => !this.stopped.has(id) && this.stationIds.includes(stationId),
    );
    if (candidates.length === 0) return;
    const { id, stationId, ocppTransactionId } = candidates[n % candidates.length]!;
    this.stopped.add(id);
    await this.ask(`stop ${stationId} ${ocppTransactionId}`, stationId, `/transactions/${id}/stop`, undefined);
  }

  private async ask(command: string, stationId: string, path: string, body: unknown): Promise<void> {
    const entry: { stationId: string; status: string | undefined } = { stationId, status: undefined };
    this.ledger.commands.set(command, entry);
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        const answer = await this.operator.post(path, body, { 'idempotency-key': command });
        if (answer.status === 200) entry.status = answer.body.status;
        // a problem of this command is its answer; a problem of TAU may pass
        if (answer.status !== 500 && answer.status !== 503) return;
      } catch {
        // TAU is not there
      }
      await wait(TRY_AGAIN_MS);
    }
  }
}
