/** A transaction as TAU shows it after the faults. */
export interface StoredTransaction {
  readonly stationId: string;
  readonly state: string;
  readonly energyWh: number | null;
  /** Frames of its events. */
  readonly events: readonly string[];
}

/** A command that was asked for through REST under one key, however often the request was repeated. */
interface Commanded {
  readonly stationId: string;
  /** What the last answer of REST said; undefined where there was none. */
  status: string | undefined;
}

/** What a message says, whatever id it was sent under: a retry may have a new one. */
const contentOf = (frame: string): string => JSON.stringify((JSON.parse(frame) as unknown[]).slice(2));

const isEnd = (frame: string): boolean => {
  const [, , action, payload] = JSON.parse(frame) as [number, string, string, { eventType?: string }];
  return action === 'StopTransaction' || payload.eventType === 'Ended';
};

/**
 * What stations know to have happened, kept outside of TAU: each transaction message that was acknowledged to them, the
 * energy of each transaction that they closed, and each command that they carried out. After the faults, what TAU shows
 * is held against it.
 */
export class Ledger {
  /** Frames that were acknowledged, by station. */
  readonly acknowledged: { stationId: string; frame: string }[] = [];
  /** Transactions that a station has closed; Wh. */
  readonly closed: { stationId: string; energyWh: number }[] = [];
  /** By what tells one from all others, e.g. the token that it starts with. */
  readonly commands = new Map<string, Commanded>();
  /** How often a station carried a command out. */
  readonly executions = new Map<string, number>();
  /** How often a transaction message was sent. */
  sent = 0;

  executed(command: string): void {
    this.executions.set(command, (this.executions.get(command) ?? 0) + 1);
  }

  /** What TAU lost, counted twice or made up, one line for each; empty where the books agree. */
  faults(stored: readonly StoredTransaction[]): string[] {
    return [
      ...this.lost(stored),
      ...this.doubled(stored),
      ...this.differentEnergy(stored),
      ...this.notClosedOnce(stored),
      ...this.notExecutedOnce(),
    ];
  }

  /** L1: what was acknowledged is stored. */
  private lost(stored: readonly StoredTransaction[]): string[] {
    const kept = new Set(contents(stored));
    return this.acknowledged
      .filter(({ stationId, frame }) => !kept.has(`${stationId} ${contentOf(frame)}`))
      .map(({ stationId, frame }) => `L1: acknowledged to ${stationId} and not stored: ${frame}`);
  }

  /** L2: an event is stored once, however often it came. */
  private doubled(stored: readonly StoredTransaction[]): string[] {
    const seen = new Set<string>();
    return contents(stored).flatMap((content) => {
      if (seen.has(content)) return [`L2: stored twice: ${content}`];
      seen.add(content);
      return [];
    });
  }

  /** L3: the energy of each station is what it delivered. */
  private differentEnergy(stored: readonly StoredTransaction[]): string[] {
    const delivered = sums(this.closed);
    const billed = sums(stored.map(({ stationId, energyWh }) => ({ stationId, energyWh: energyWh ?? 0 })));
    return [...new Set([...delivered.keys(), ...billed.keys()])]
      .filter((stationId) => delivered.get(stationId) !== billed.get(stationId))
      .map((stationId) => `L3: ${stationId} delivered ${delivered.get(stationId)} Wh, not ${billed.get(stationId)}`);
  }

  /** L4: there are as many transactions as stations closed, and each has ended by exactly one message. */
  private notClosedOnce(stored: readonly StoredTransaction[]): string[] {
    const faults = stored
      .filter(({ state, events }) => state !== 'ended' || events.filter(isEnd).length !== 1)
      .map(
        ({ stationId, state, events }) => `L4: of ${stationId} is ${state} with ${events.filter(isEnd).length} ends`,
      );
    if (stored.length !== this.closed.length) {
      faults.push(`L4: ${this.closed.length} transactions were closed, ${stored.length} are stored`);
    }
    return faults;
  }

  /** L5: no command was carried out twice, and one that REST calls accepted was carried out. */
  private notExecutedOnce(): string[] {
    const twice = [...this.executions]
      .filter(([, times]) => times > 1)
      .map(([command, times]) => `L5: ${command} was carried out ${times} times`);
    const never = [...this.commands]
      .filter(([command, { status }]) => status === 'Accepted' && !this.executions.has(command))
      .map(([command, { stationId }]) => `L5: ${command} is called accepted, but ${stationId} never heard of it`);
    return [...twice, ...never];
  }
}

const contents = (stored: readonly StoredTransaction[]): string[] =>
  stored.flatMap(({ stationId, events }) => events.map((frame) => `${stationId} ${contentOf(frame)}`));

function sums(entries: readonly { stationId: string; energyWh: number }[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { stationId, energyWh } of entries) sum.set(stationId, (sum.get(stationId) ?? 0) + energyWh);
  return sum;
}
