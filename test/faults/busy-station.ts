import { setTimeout as wait } from 'node:timers/promises';
import { OfflineError, CallTimeoutError, SimulatedStation } from '../../src/cli/simulator/index.js';
import type { OcppVersion } from '../../src/ocpp/versions.js';
import type { Seeded } from '../support/seeded.js';
import type { Ledger } from './ledger.js';

const TOKEN = { value: 'FAULTS01', type: 'ISO14443' } as const;

/** A station that charges one vehicle after the other, whatever happens to the other side. */
export class BusyStation {
  readonly station: SimulatedStation;

  constructor(
    where: { stationId: string; version: OcppVersion; url: string; password: string },
    private readonly ledger: Ledger,
    private readonly random: Seeded,
  ) {
    this.station = new SimulatedStation({
      ...where,
      // only what `charge` says counts, so that the sum is known
      powerW: 0,
      backOff: { minMs: 50, maxMs: 400 },
      callTimeoutMs: 5000,
      messageAttempts: 1000,
      messageRetryMs: 100,
      resendWith: random.oneOf(['same-id', 'new-id']),
    });
    ledger.follow(this.station);
  }

  /** Begins no further transaction once `isOver`, and ends the last one. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.chargeOne();
  }

  private async chargeOne(): Promise<void> {
    const { station } = this;
    await this.pace();
    await station.plugIn();
    await this.authorize();
    let energyWh = 0;
    for (let i = this.random.whole(1, 4); i > 0; i--) {
      const taken = this.random.whole(1, 5000);
      energyWh += taken;
      await this.pace();
      await station.charge({ energyWh: taken });
    }
    await this.pace();
    await station.stop();
    this.ledger.closed.push({ stationId: station.stationId, energyWh });
    await station.unplug();
  }

  /** Again, where the line broke before the answer. Without a line every token is let in. */
  private async authorize(): Promise<void> {
    try {
      await this.station.authorize(TOKEN);
    } catch (error) {
      if (!(error instanceof OfflineError || error instanceof CallTimeoutError)) throw error;
      await this.pace();
      await this.authorize();
    }
  }

  private async pace(): Promise<void> {
    await wait(this.random.whole(20, 100));
  }
}
