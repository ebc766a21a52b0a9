import type { Availability } from './availability.js';
import type { Charging } from './charging.js';
import type { Dialect, Reply, StateMessage, Triggered } from './dialect.js';
import type { Evse } from './evse.js';
import type { Firmware } from './firmware.js';
import type { OutgoingCall } from './outbox.js';
import type { Registration } from './registration.js';
import type { StationTime } from './station-time.js';

interface Parts {
  readonly dialect: Dialect;
  readonly evses: readonly Evse[];
  readonly time: StationTime;
  readonly registration: Registration;
  readonly availability: Availability;
  readonly charging: Charging;
  readonly firmware: Firmware;
  /** Sends it if the line is up; never rejects. */
  readonly tell: (call: OutgoingCall) => Promise<void>;
}

type Told = Exclude<Triggered, StateMessage>;

/** Messages that the CSMS asks for; each is sent once the answer is out. */
export class Triggers {
  constructor(private readonly parts: Parts) {}

  trigger(
    message: Triggered,
    evseId?: number,
    connectorId?: number,
  ): Reply<'Accepted' | 'Rejected' | 'NotImplemented'> {
    const { dialect, evses, firmware, tell } = this.parts;
    const state = dialect.states[message as StateMessage];
    if (state) {
      // a firmware update that is under way has more to say than that nothing goes on
      const isBusy = message.endsWith('FirmwareStatusNotification') && firmware.isBusy;
      return { answer: 'Accepted', after: () => (isBusy ? firmware.repeat() : tell(state)) };
    }
    const asked = evses.filter((evse) => isAsked(evse, evseId, connectorId));
    const job = this.jobs(asked, evseId)[message as Told];
    if (!job) return { answer: 'NotImplemented' };
    const nothing = asked.length === 0 || (message === 'TransactionEvent' && !asked.some(isCharging));
    return nothing ? { answer: 'Rejected' } : { answer: 'Accepted', after: async () => void (await job()) };
  }

  private jobs(asked: readonly Evse[], evseId?: number): Partial<Record<Told, () => Promise<unknown>>> {
    const { registration, availability, charging } = this.parts;
    return {
      BootNotification: () => registration.boot('Triggered'),
      Heartbeat: () => registration.heartbeat(),
      StatusNotification: () => availability.reportAll(evseId),
      MeterValues: () => this.reportMeters(asked),
      TransactionEvent: () => Promise.all(asked.filter(isCharging).map((evse) => charging.sample(evse, 'Trigger'))),
    };
  }

  private async reportMeters(evses: readonly Evse[]): Promise<void> {
    const { dialect, time, tell } = this.parts;
    for (const evse of evses)
      await tell(dialect.meterValues(evse.id, evse.read(time.now(), 'Trigger'), evse.transaction));
  }
}

const isCharging = ({ transaction }: Evse): boolean => transaction !== undefined;

const isAsked = ({ id, connectors }: Evse, evseId?: number, connectorId?: number): boolean =>
  (evseId === undefined || id === evseId) &&
  (connectorId === undefined || connectors.some((each) => each.connectorId === connectorId));
