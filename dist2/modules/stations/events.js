import { DomainEvent } from '../../common/domain-events.js';
/** An operator changed a station. What concerns the wire is to reach its open connection. */
export class StationChanged extends DomainEvent {
    stationUuid;
    stationId;
    settings;
    registrationStatus;
    constructor(
    /** Surrogate key. */
    stationUuid, stationId, settings, 
    /** The operator's new decision, where that was part of the change. */
    registrationStatus) {
        super();
        this.stationUuid = stationUuid;
        this.stationId = stationId;
        this.settings = settings;
        this.registrationStatus = registrationStatus;
    }
}
/** A station left the inventory: its connection is to be closed, it will not be let in again. */
export class StationArchived extends DomainEvent {
    stationUuid;
    stationId;
    constructor(
    /** Surrogate key. */
    stationUuid, stationId) {
        super();
        this.stationUuid = stationUuid;
        this.stationId = stationId;
    }
}
//# sourceMappingURL=events.js.map