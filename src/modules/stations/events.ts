import { DomainEvent } from '../../common/domain-events.js';
import type { RegistrationStatus, StationSettings } from '../../ocpp/index.js';

/** A station opened a connection; it may or may not boot on it. */
export class StationConnected extends DomainEvent {
  /** @param stationUuid surrogate key */
  constructor(readonly stationUuid: string) {
    super();
  }
}

/** A BootNotification was answered. */
export class StationBooted extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
    /** What it was answered. */
    readonly registrationStatus: RegistrationStatus,
  ) {
    super();
  }
}

/** An operator changed a station. What concerns the wire is to reach its open connection. */
export class StationChanged extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
    readonly stationId: string,
    readonly settings: StationSettings,
    /** The operator's new decision, where that was part of the change. */
    readonly registrationStatus: RegistrationStatus | undefined,
  ) {
    super();
  }
}

/** A station left the inventory: its connection is to be closed, it will not be let in again. */
export class StationArchived extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
    readonly stationId: string,
  ) {
    super();
  }
}

/** A station said what one of its connectors, an EVSE or itself can be used for; it is stored. */
export class StatusReported extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
  ) {
    super();
  }
}
