import type { Timer } from '../../common/clock.js';
import type { Meter } from './meter.js';
import type { IdToken, MeterReading, ReadingContext, StationTransaction } from './words.js';

/** A socket or a cable. */
export interface Connector {
  readonly evseId: number;
  readonly connectorId: number;
  plugged: boolean;
  faulted: boolean;
  finished: boolean;
}

/** Somebody may charge here. */
export interface Authorization {
  readonly token: IdToken;
  /** The CSMS asked for it. */
  readonly remote: boolean;
  readonly remoteStartId: number | undefined;
  /** The reservation that was used up by it. */
  readonly reservationId?: number;
}

/** An EVSE: charges one vehicle at a time, through one of its connectors. */
export class Evse {
  readonly connectors: readonly Connector[];
  authorization: Authorization | undefined;
  transaction: StationTransaction | undefined;
  /** Reports the meter while the transaction runs. */
  sampling: Timer | undefined;

  constructor(
    readonly id: number,
    connectorCount: number,
    readonly meter: Meter,
  ) {
    this.connectors = Array.from({ length: connectorCount }, (_, i) => ({
      evseId: id,
      connectorId: i + 1,
      plugged: false,
      faulted: false,
      finished: false,
    }));
  }

  get plugged(): Connector | undefined {
    return this.connectors.find(({ plugged }) => plugged);
  }

  /** Nobody charges, is about to, or has forgotten a cable of a finished transaction. */
  get idle(): boolean {
    return !this.transaction && !this.authorization && this.connectors.every((each) => !each.faulted && !each.finished);
  }

  connector(connectorId: number): Connector {
    const found = this.connectors.find((each) => each.connectorId === connectorId);
    if (!found) throw new RangeError(`EVSE ${this.id} has no connector ${connectorId}`);
    return found;
  }

  read(at: Date, context: ReadingContext): MeterReading {
    return { at, context, ...this.meter.read() };
  }
}
