import { DomainEvent } from '../../common/domain-events.js';
/** A transaction was seen for the first time. */
export class TransactionStarted extends DomainEvent {
    transactionId;
    stationUuid;
    ocppVersion;
    remoteStartId;
    tokenKey;
    evseId;
    startedAt;
    receivedAt;
    constructor(transactionId, stationUuid, ocppVersion, remoteStartId, tokenKey, evseId, startedAt, receivedAt) {
        super();
        this.transactionId = transactionId;
        this.stationUuid = stationUuid;
        this.ocppVersion = ocppVersion;
        this.remoteStartId = remoteStartId;
        this.tokenKey = tokenKey;
        this.evseId = evseId;
        this.startedAt = startedAt;
        this.receivedAt = receivedAt;
    }
}
/** A request start was named by a transaction that existed before: the cable came first. */
export class RemoteStartSeen extends DomainEvent {
    transactionId;
    stationUuid;
    remoteStartId;
    constructor(transactionId, stationUuid, remoteStartId) {
        super();
        this.transactionId = transactionId;
        this.stationUuid = stationUuid;
        this.remoteStartId = remoteStartId;
    }
}
//# sourceMappingURL=events.js.map