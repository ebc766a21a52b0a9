import type { Clock, Timer } from '../../common/clock.js';
import type { RegistrationStatus } from '../../ocpp/index.js';
import type { Dialect } from './dialect.js';
import type { Payload } from './frames.js';
import type { OutgoingCall } from './outbox.js';
import type { StationTime } from './station-time.js';
import type { BootReason, TypePlate } from './words.js';

interface Parts {
  readonly clock: Clock;
  readonly dialect: Dialect;
  readonly plate: TypePlate;
  readonly time: StationTime;
  /** Whether heartbeats come by themselves. */
  readonly heartbeats: boolean;
  /** Asks the CSMS; `first` goes before everything else that waits. */
  readonly ask: (call: OutgoingCall, first?: boolean) => Promise<Payload>;
  readonly changed: (status: RegistrationStatus) => Promise<void>;
}

/** What a BootNotification was answered. */
export interface BootAnswer {
  readonly status: RegistrationStatus;
  /** Seconds: of the heartbeat when accepted, else until the station may try again. */
  readonly interval: number;
}

/** Where the CSMS leaves the interval to the station, or does not answer at all. */
const OWN_INTERVAL_S = 60;

/** Boot and heartbeat: how the station comes into the network and stays there. */
export class Registration {
  status: RegistrationStatus | undefined;
  /** A boot that has to be told as soon as the line is up. */
  due: BootReason | undefined;
  /** Seconds between heartbeats, or until the next boot. */
  intervalS = OWN_INTERVAL_S;
  private timer: Timer | undefined;

  constructor(private readonly parts: Parts) {}

  /** Rejects where the CSMS does not answer; the station tries again by itself. */
  async boot(reason: BootReason): Promise<BootAnswer> {
    const { dialect, plate, time, ask } = this.parts;
    this.due = reason;
    this.stop();
    try {
      const response = await ask(dialect.boot(plate, reason), true);
      const { status, interval, currentTime } = response as unknown as BootAnswer & { currentTime: string };
      this.due = undefined;
      this.status = status;
      time.set(currentTime);
      this.follow(status, interval > 0 ? interval : OWN_INTERVAL_S, reason);
      await this.parts.changed(status);
      return { status, interval };
    } catch (error) {
      this.follow(undefined, OWN_INTERVAL_S, reason);
      throw error;
    }
  }

  async heartbeat(): Promise<void> {
    const { currentTime } = await this.parts.ask({ action: 'Heartbeat', payload: {} });
    this.parts.time.set(currentTime);
  }

  /** The CSMS changed the variable; the heartbeats begin anew. */
  changeInterval(seconds: number): void {
    if (this.status !== 'Accepted' || seconds <= 0) return;
    this.stop();
    this.follow('Accepted', seconds, 'Unknown');
  }

  stop(): void {
    this.timer?.cancel();
  }

  /** Heartbeats once accepted; until then another boot, and never before the interval is over (B02, B03). */
  private follow(status: RegistrationStatus | undefined, seconds: number, reason: BootReason): void {
    const { clock, heartbeats } = this.parts;
    this.intervalS = seconds;
    if (status !== 'Accepted') this.timer = clock.after(seconds * 1000, () => void this.boot(reason).catch(() => {}));
    else if (heartbeats) this.timer = clock.every(seconds * 1000, () => void this.heartbeat().catch(() => {}));
  }
}
