import { DomainEvent } from '../../common/domain-events.js';
import type { OcppVersion, RegistrationStatus } from '../../ocpp/index.js';

/** A station was answered to its BootNotification. It may not have been off: a boot proves no reboot. */
export class StationBooted extends DomainEvent {
  constructor(
    /** Surrogate key. */
    readonly stationUuid: string,
    readonly stationId: string,
    readonly version: OcppVersion,
    /** What it was answered. */
    readonly status: RegistrationStatus,
  ) {
    super();
  }
}
