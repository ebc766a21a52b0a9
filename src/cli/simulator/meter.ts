import type { Clock } from '../../common/clock.js';

const VOLTS = 230;
/** Above this a real station draws from three phases. */
const SINGLE_PHASE_W = 7360;

/** The energy meter of an EVSE: its register only grows, with the power that flows. */
export class Meter {
  private powerW = 0;
  private since: number;

  constructor(
    private readonly clock: Clock,
    private registerWh: number,
    /** Energy grows this much faster than the clock, so that a demonstration shows something. */
    private readonly speed: number,
  ) {
    this.since = clock.monotonic();
  }

  get energyWh(): number {
    const hours = (this.clock.monotonic() - this.since) / 3_600_000;
    return this.registerWh + this.powerW * hours * this.speed;
  }

  /** Changes the power that flows from now on. */
  draw(powerW: number): void {
    this.registerWh = this.energyWh;
    this.since = this.clock.monotonic();
    this.powerW = powerW;
  }

  /** Energy that passes in no time. */
  add(energyWh: number): void {
    this.registerWh += energyWh;
  }

  /** What the display shows; whole Wh, since 1.6 bills in them. */
  read(): { energyWh: number; powerW: number; currentA: number[]; voltageV: number } {
    const phases = this.powerW > SINGLE_PHASE_W ? 3 : 1;
    const amperes = Math.round((this.powerW / phases / VOLTS) * 10) / 10;
    return {
      energyWh: Math.round(this.energyWh),
      powerW: this.powerW,
      currentA: Array.from({ length: phases }, () => amperes),
      voltageV: VOLTS,
    };
  }
}
