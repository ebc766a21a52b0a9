import { DomainEvent } from '../../common/domain-events.js';
import type { StationSettings } from '../../ocpp/index.js';

/** An operator changed a station. What concerns the wire is to reach its open connection. */
export class StationChanged extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
    readonly stationId: string,
    readonly settings: StationSettings,
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
