import type { Charging } from './charging.js';
import type { Reply } from './dialect.js';
import type { Evse } from './evse.js';
import type { BootReason } from './words.js';

interface Parts {
  readonly evses: readonly Evse[];
  readonly charging: Charging;
  readonly restart: (reason: BootReason) => Promise<void>;
}

export type ResetType = 'Immediate' | 'OnIdle' | 'Hard';

/** How the station is reset, as a whole or one EVSE, at once or when nothing charges any more. */
export class Resets {
  private whenIdle = false;
  private readonly evsesWhenIdle = new Set<number>();

  constructor(private readonly parts: Parts) {}

  /** The whole station: ends what runs, and boots. */
  station(type: ResetType): Reply<'Accepted' | 'Scheduled'> {
    const { evses, restart } = this.parts;
    if (type === 'OnIdle' && evses.some(({ transaction }) => transaction)) {
      this.whenIdle = true;
      return { answer: 'Scheduled' };
    }
    return {
      answer: 'Accepted',
      after: async () => {
        for (const evse of evses) await this.end(evse, type);
        await restart('RemoteReset');
      },
    };
  }

  /** One EVSE: ends what runs on it; the station goes on. */
  evse(type: ResetType, evseId: number): Reply<'Accepted' | 'Scheduled' | 'Rejected'> {
    const evse = this.parts.evses.find(({ id }) => id === evseId);
    if (!evse) return { answer: 'Rejected' };
    if (type === 'OnIdle' && evse.transaction) {
      this.evsesWhenIdle.add(evseId);
      return { answer: 'Scheduled' };
    }
    return { answer: 'Accepted', after: () => this.end(evse, type) };
  }

  /** A transaction is over: a reset may have waited for it. */
  async transactionEnded(): Promise<void> {
    for (const { id, transaction } of this.parts.evses) if (!transaction) this.evsesWhenIdle.delete(id);
    if (!this.whenIdle || this.parts.evses.some(({ transaction }) => transaction)) return;
    this.whenIdle = false;
    await this.parts.restart('ScheduledReset');
  }

  private async end(evse: Evse, type: ResetType): Promise<void> {
    const stopReason = type === 'Hard' ? 'HardReset' : 'ImmediateReset';
    await this.parts.charging.end(evse, { trigger: 'ResetCommand', stopReason });
  }
}
