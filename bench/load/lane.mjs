import { setTimeout as sleep } from 'node:timers/promises';
import { AT_ONCE } from './pace.mjs';
import { CallFailed } from './station.mjs';

/** A station at work on a scenario, one call at a time as OCPP demands. */
export class Lane {
  evseId = 1;
  wh = 1000;
  pace = AT_ONCE;
  /** Transactions whose end was acknowledged. */
  transactions = 0;

  /** @param run {{ endsAt: number, counts?: Counts }} the phase that the run is in */
  constructor(station, scenario, run) {
    this.station = station;
    this.scenario = scenario;
    this.run = run;
    this.idToken = station.identity.idToken;
  }

  async prepare() {
    await this.scenario.prepare?.(this);
  }

  /** Repeats the scenario until the run ends. A round that has begun is brought to its end. */
  async work() {
    let failures = 0;
    while (performance.now() < this.run.endsAt && this.station.isOpen) {
      try {
        await this.scenario.round(this);
        failures = 0;
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        await sleep(Math.min(1000, 10 * 2 ** failures++)); // a server that only fails is not hammered
      }
    }
  }

  async finish() {
    this.pace = AT_ONCE;
    await this.scenario.finish?.(this);
  }

  async call(action, payload) {
    const due = await this.pace.next();
    const result = await this.station.call(action, payload);
    this.run.counts?.add(due, performance.now());
    return result;
  }
}
