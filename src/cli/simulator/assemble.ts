import { SystemClock } from '../../common/clock.js';
import type { OcppVersion, RegistrationStatus } from '../../ocpp/index.js';
import { Availability } from './availability.js';
import { Certificates } from './certificates.js';
import { Charging } from './charging.js';
import { Commanded } from './commanded.js';
import { CustomerData } from './customer-data.js';
import { DIALECTS } from './dialects.js';
import { Evse } from './evse.js';
import { Firmware } from './firmware.js';
import { Inbox } from './inbox.js';
import { Link } from './link.js';
import { Logs } from './logs.js';
import { Meter } from './meter.js';
import { Outbox, type OutgoingCall } from './outbox.js';
import { Registration } from './registration.js';
import { Reservations } from './reservations.js';
import { DEFAULTS, PLATE, type StationOptions, type StationSettings } from './station-options.js';
import { StationTime } from './station-time.js';
import { stationVariables } from './station-variables.js';
import { VariableMemory } from './variable-memory.js';
import { Wire } from './wire.js';
import type { BootReason } from './words.js';

/** Builds the parts of a station and joins them. */
export function assemble<V extends OcppVersion>(
  options: StationOptions<V>,
  failed: (error: unknown) => void,
  registered: (status: RegistrationStatus) => void,
) {
  const settings: StationSettings<V> = { ...DEFAULTS, ...options };
  const { stationId, password, trouble, clock = new SystemClock() } = settings;
  const dialect = DIALECTS[settings.version];
  const memory = settings.memory ?? { inoperative: [], meterWh: {} };
  const remember = (): void => settings.remember?.(memory);
  const time = new StationTime(clock, trouble?.clockOffsetMs);
  const evses = settings.evses.map((connectors, i) => {
    const meter = new Meter(clock, memory.meterWh[i + 1] ?? 0, settings.energySpeed);
    return new Evse(i + 1, connectors, meter);
  });

  const link = new Link({
    url: settings.url,
    stationId,
    subprotocols: settings.subprotocols ?? [dialect.subprotocol],
    password: typeof password === 'function' ? password : async () => password,
    clock,
    backOff: settings.backOff,
  });
  const outbox = new Outbox({
    clock,
    send: (text) => wire.send(text),
    drop: () => link.drop(),
    callTimeoutMs: settings.callTimeoutMs,
    attempts: settings.messageAttempts,
    retryMs: settings.messageRetryMs,
    resendWith: trouble?.resendWith ?? settings.resendWith,
  });
  const wire = new Wire(link, outbox, clock, settings.keptFrames);
  const isOnline = (): boolean => link.isOpen;
  const ask = (call: OutgoingCall, first = false) => outbox.ask(call, first);
  const tell = async (call: OutgoingCall): Promise<void> => void (await ask(call).catch(failed));

  const plate = { ...PLATE, serialNumber: stationId.slice(0, 20), ...settings.plate };
  const restart = async (reason: BootReason): Promise<void> => {
    variables.rebooted();
    registration.due = reason;
    await link.reopen();
  };
  const registration = new Registration({
    heartbeats: settings.heartbeats,
    clock,
    dialect,
    plate,
    time,
    ask,
    changed: async (status: RegistrationStatus) => {
      outbox.release(status === 'Accepted');
      if (status === 'Accepted') {
        await availability.reportAll();
        await firmware.booted();
      }
      registered(status);
    },
  });
  const availability = new Availability({
    dialect,
    evses,
    time,
    memory,
    remember,
    tell,
    isOnline,
    isReserved: (evse): boolean => reservations.isReserved(evse),
  });
  const reservations = new Reservations({
    clock,
    dialect,
    evses,
    connectorType: settings.connectorType,
    isOperative: (evseId, connectorId): boolean => availability.isOperative(evseId, connectorId),
    reportChanges: () => availability.reportChanges(),
    tell,
  });
  const charging = new Charging({
    ...settings,
    clock,
    time,
    dialect,
    evses,
    availability,
    reservations,
    isOnline,
    ask,
    keep: (...message) => outbox.keep(...message),
    transactionEnded: async (evse) => {
      memory.meterWh[evse.id] = evse.meter.energyWh;
      remember();
      await commanded.transactionEnded();
    },
  });
  const certificates = new Certificates({
    behaviour: settings.certificates ?? {},
    time,
    invalid: dialect.invalidCertificate,
    tell,
  });
  const uploads = new Logs({ clock, stationId, behaviour: settings.logs ?? {}, say: dialect.logStatus, tell });
  const firmware = new Firmware({
    clock,
    behaviour: settings.firmware ?? {},
    say: (stage, wish) => dialect.firmwareStatus(stage, wish),
    tell,
    install: (version) => void (plate.firmwareVersion = version),
    restart: () => restart('FirmwareUpdate'),
  });
  const variables = new VariableMemory(
    () => stationVariables({ ...settings, heartbeatIntervalS: registration.intervalS, evseCount: evses.length }),
    ({ variable, value }) => {
      if (variable === 'HeartbeatInterval') registration.changeInterval(Number(value));
    },
  );
  const commanded = new Commanded({
    ...settings,
    uploads,
    certificates,
    firmware,
    dialect,
    evses,
    time,
    registration,
    availability,
    charging,
    customers: new CustomerData({ charging, time, tell }),
    reservations,
    variables,
    tell,
    holds: (about) => outbox.holds(about),
    restart,
  });
  const inbox = new Inbox({
    dialect,
    station: commanded,
    send: (text) => wire.send(text),
    delay: () => {
      const ms = trouble?.answersAfterMs;
      return ms === undefined ? Promise.resolve() : new Promise((done) => void clock.after(ms, done));
    },
    followUpFailed: failed,
  });

  wire.on('call', (messageId, action, payload) => void inbox.receive(messageId, action, payload).catch(failed));
  link.on('close', () => outbox.closed());
  link.on('open', () => {
    outbox.opened();
    if (registration.due) registration.boot(registration.due).catch(failed);
    // [OCPP 2.0.1 B04] after a mere reconnect only what has changed is told
    else if (registration.status === 'Accepted') void availability.reportChanges();
  });
  return { settings, clock, evses, link, outbox, wire, inbox, registration, availability, charging, reservations };
}
