const REJECTED = { answer: 'Rejected' };
/** What the station does when the CSMS commands. What follows an answer runs after the answer is out. */
export class Commanded {
    parts;
    resetWhenIdle = false;
    constructor(parts) {
        this.parts = parts;
    }
    isAccepted() {
        return this.parts.registration.status === 'Accepted';
    }
    requestStart(wish) {
        const { evses, charging, plugsInOnRequest } = this.parts;
        const evse = evses.find((each) => (wish.evseId ?? each.id) === each.id && this.canStart(each));
        if (!evse)
            return { answer: { status: 'Rejected' } };
        const { token, remoteStartId } = wish;
        return {
            answer: { status: 'Accepted', ...(evse.transaction?.id && { transactionId: evse.transaction.id }) },
            after: async () => {
                await charging.admit(evse, { token, remote: true, remoteStartId });
                if (plugsInOnRequest && !evse.plugged)
                    await charging.plugIn(evse, 1);
            },
        };
    }
    requestStop(transactionId) {
        const evse = this.parts.evses.find(({ transaction }) => transaction && transaction.id === transactionId);
        if (!evse || this.isRefused())
            return REJECTED;
        return {
            answer: 'Accepted',
            after: () => this.parts.charging.end(evse, { trigger: 'RemoteStop', stopReason: 'Remote' }),
        };
    }
    transactionStatus(transactionId) {
        const { charging, evses, holds } = this.parts;
        if (transactionId === undefined)
            return { answer: { queued: holds() } };
        const transaction = charging.transaction(transactionId);
        // [OCPP 2.0.1 E14.FR.01] of an unknown one nothing goes on and nothing waits
        if (!transaction)
            return { answer: { ongoing: false, queued: false } };
        const ongoing = evses.some((evse) => evse.transaction === transaction);
        return { answer: { ongoing, queued: holds(transaction) } };
    }
    changeAvailability(wish) {
        const { availability } = this.parts;
        return {
            answer: availability.change(wish.operative, wish.evseId, wish.connectorId),
            after: () => availability.reportChanges(),
        };
    }
    trigger(message, evseId) {
        const { evses, registration, availability } = this.parts;
        const asked = evses.filter(({ id }) => evseId === undefined || id === evseId);
        const charging = asked.filter(({ transaction }) => transaction);
        const jobs = {
            BootNotification: () => registration.boot('Triggered'),
            Heartbeat: () => registration.heartbeat(),
            StatusNotification: () => availability.reportAll(evseId),
            MeterValues: () => this.reportMeters(asked),
            TransactionEvent: () => Promise.all(charging.map((evse) => this.parts.charging.sample(evse, 'Trigger'))),
        };
        if (asked.length === 0 || (message === 'TransactionEvent' && charging.length === 0))
            return REJECTED;
        return { answer: 'Accepted', after: async () => void (await jobs[message]()) };
    }
    reset(type) {
        if (type === 'OnIdle' && this.parts.evses.some(({ transaction }) => transaction)) {
            this.resetWhenIdle = true;
            return { answer: 'Scheduled' };
        }
        const stopReason = type === 'Hard' ? 'HardReset' : 'ImmediateReset';
        return {
            answer: 'Accepted',
            after: async () => {
                for (const evse of this.parts.evses)
                    await this.parts.charging.end(evse, { trigger: 'ResetCommand', stopReason });
                await this.parts.restart('RemoteReset');
            },
        };
    }
    /** A transaction is over: a reset may have waited for it. */
    async transactionEnded() {
        if (!this.resetWhenIdle || this.parts.evses.some(({ transaction }) => transaction))
            return;
        this.resetWhenIdle = false;
        await this.parts.restart('ScheduledReset');
    }
    variables() {
        return this.parts.readVariables();
    }
    clearCache() {
        return { answer: 'Accepted' };
    }
    unlock(evseId, connectorId, force) {
        const { evses, charging } = this.parts;
        const evse = evses.find(({ id }) => id === evseId);
        if (!evse?.connectors.some((each) => each.connectorId === connectorId))
            return { answer: 'UnknownConnector' };
        if (evse.transaction && !force)
            return { answer: 'OngoingAuthorizedTransaction' };
        return {
            answer: 'Unlocked',
            after: () => charging.end(evse, { trigger: 'UnlockCommand', stopReason: 'Other' }),
        };
    }
    /** [OCPP 2.0.1 F01.FR.21-24] Not where somebody is authorized already, or where it cannot charge. */
    canStart(evse) {
        const usable = evse.connectors.some((each) => !each.faulted && this.parts.availability.isOperative(evse.id, each.connectorId));
        return usable && !evse.authorization && !evse.transaction?.token && !this.isRefused();
    }
    /** [OCPP 2.0.1 B02.FR.05] A station that is not accepted yet charges nobody on request. */
    isRefused() {
        const { status } = this.parts.registration;
        return status === 'Pending' || status === 'Rejected';
    }
    async reportMeters(evses) {
        const { dialect, time, tell } = this.parts;
        for (const evse of evses)
            await tell(dialect.meterValues(evse.id, evse.read(time.now(), 'Trigger'), evse.transaction));
    }
}
//# sourceMappingURL=commanded.js.map