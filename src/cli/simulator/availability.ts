import type { Dialect } from './dialect.js';
import type { Connector, Evse } from './evse.js';
import type { OutgoingCall } from './outbox.js';
import type { StationMemory } from './station-options.js';
import type { StationTime } from './station-time.js';
import type { ConnectorState } from './words.js';

interface Parts {
  readonly dialect: Dialect;
  readonly evses: readonly Evse[];
  readonly time: StationTime;
  readonly memory: StationMemory;
  readonly remember: () => void;
  /** Sends it if the line is up; never rejects. */
  readonly tell: (call: OutgoingCall) => Promise<void>;
  readonly isOnline: () => boolean;
  readonly isReserved: (evse: Evse) => boolean;
}

const STATION = 'station';

/** Which connectors can be used, and what the CSMS knows about it. */
export class Availability {
  private readonly reported = new Map<string, string>();
  private readonly scheduled = new Map<string, boolean>();

  constructor(private readonly parts: Parts) {}

  /** [OCPP 2.0.1 G03] What a transaction uses changes when it is over; everything else at once. */
  change(operative: boolean, evseId?: number, connectorId?: number): 'Accepted' | 'Rejected' | 'Scheduled' {
    const affected = this.parts.evses.filter(({ id }) => evseId === undefined || id === evseId);
    const evse = evseId === undefined ? undefined : affected[0];
    if (affected.length === 0) return 'Rejected';
    if (connectorId !== undefined && !evse?.connectors.some((each) => each.connectorId === connectorId))
      return 'Rejected';
    const key = evseId === undefined ? STATION : connectorId === undefined ? `${evseId}` : `${evseId}.${connectorId}`;
    if (!operative && affected.some(({ transaction }) => transaction)) {
      this.scheduled.set(key, operative);
      return 'Scheduled';
    }
    this.set(key, operative);
    return 'Accepted';
  }

  /** Carries out what waited for transactions that are over by now. */
  applyScheduled(): void {
    for (const [key, operative] of this.scheduled) {
      const inUse = this.parts.evses.some(
        ({ id, transaction }) => transaction && (key === STATION || key.split('.')[0] === String(id)),
      );
      if (!inUse) this.set(key, operative);
    }
  }

  isOperative(evseId: number, connectorId: number): boolean {
    const { inoperative } = this.parts.memory;
    return ![STATION, `${evseId}`, `${evseId}.${connectorId}`].some((key) => inoperative.includes(key));
  }

  /** Reports every status, or those of one EVSE. */
  async reportAll(evseId?: number): Promise<void> {
    for (const each of this.states()) {
      if (evseId === undefined || each.evseId === evseId) await this.report(each);
    }
  }

  /** Reports what is not as the CSMS last heard. */
  async reportChanges(): Promise<void> {
    for (const each of this.states()) {
      if (this.reported.get(keyOf(each)) !== this.parts.dialect.connectorStatus(each)) await this.report(each);
    }
  }

  private async report(state: ConnectorState): Promise<void> {
    const { dialect, time, tell, isOnline } = this.parts;
    // what happens while offline is reported once, as it stands then
    if (!isOnline()) return;
    this.reported.set(keyOf(state), dialect.connectorStatus(state));
    await tell(dialect.status(state, time.now()));
  }

  private set(key: string, operative: boolean): void {
    const { memory, remember } = this.parts;
    this.scheduled.delete(key);
    const others = memory.inoperative.filter((each) => each !== key);
    memory.inoperative = operative ? others : [...others, key];
    remember();
  }

  private states(): ConnectorState[] {
    const { dialect, evses } = this.parts;
    const connectors = evses.flatMap((evse) => evse.connectors.map((connector) => this.stateOf(evse, connector)));
    return dialect.reportsStation ? [this.stationState(), ...connectors] : connectors;
  }

  private stateOf(evse: Evse, connector: Connector): ConnectorState {
    const { evseId, connectorId } = connector;
    const charges = evse.transaction?.connectorId === connectorId;
    return {
      ...connector,
      operative: this.isOperative(evseId, connectorId),
      reserved: this.parts.isReserved(evse),
      awaited: evse.authorization !== undefined && !charges,
      charging: charges ? evse.transaction?.chargingState : undefined,
    };
  }

  private stationState(): ConnectorState {
    const operative = !this.parts.memory.inoperative.includes(STATION);
    const nothing = {
      reserved: false,
      faulted: false,
      plugged: false,
      awaited: false,
      charging: undefined,
      finished: false,
    };
    return { evseId: 0, connectorId: 0, operative, ...nothing };
  }
}

const keyOf = ({ evseId, connectorId }: ConnectorState): string => `${evseId}.${connectorId}`;
