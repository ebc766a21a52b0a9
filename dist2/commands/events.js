import { DomainEvent } from '../common/domain-events.js';
/** A station answered a command with a CALLRESULT. */
export class CommandAnswered extends DomainEvent {
    commandId;
    stationUuid;
    name;
    status;
    response;
    answeredAt;
    transactionId;
    constructor(commandId, stationUuid, 
    /** The version-neutral name, e.g. RequestStartTransaction. */
    name, 
    /** The station's status as it said it; undefined where a raw CALL was answered without one. */
    status, response, answeredAt, 
    /** The transaction that it is about, where it is about one. */
    transactionId) {
        super();
        this.commandId = commandId;
        this.stationUuid = stationUuid;
        this.name = name;
        this.status = status;
        this.response = response;
        this.answeredAt = answeredAt;
        this.transactionId = transactionId;
    }
}
//# sourceMappingURL=events.js.map