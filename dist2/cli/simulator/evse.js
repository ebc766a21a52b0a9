/** An EVSE: charges one vehicle at a time, through one of its connectors. */
export class Evse {
    id;
    meter;
    connectors;
    authorization;
    transaction;
    /** Reports the meter while the transaction runs. */
    sampling;
    constructor(id, connectorCount, meter) {
        this.id = id;
        this.meter = meter;
        this.connectors = Array.from({ length: connectorCount }, (_, i) => ({
            evseId: id,
            connectorId: i + 1,
            plugged: false,
            faulted: false,
            finished: false,
        }));
    }
    get plugged() {
        return this.connectors.find(({ plugged }) => plugged);
    }
    /** Nobody charges, is about to, or has forgotten a cable of a finished transaction. */
    get idle() {
        return !this.transaction && !this.authorization && this.connectors.every((each) => !each.faulted && !each.finished);
    }
    connector(connectorId) {
        const found = this.connectors.find((each) => each.connectorId === connectorId);
        if (!found)
            throw new RangeError(`EVSE ${this.id} has no connector ${connectorId}`);
        return found;
    }
    read(at, context) {
        return { at, context, ...this.meter.read() };
    }
}
//# sourceMappingURL=evse.js.map