/** More than a test or a demonstration leaves undelivered. */
const REMEMBERED = 1000;
/** Vehicles come, charge and leave: the transactions of a station. */
export class Charging {
    parts;
    /** Those that have ended while messages about them may still wait; the newest few. */
    past = [];
    constructor(parts) {
        this.parts = parts;
    }
    async plugIn(evse, connectorId) {
        const connector = evse.connector(connectorId);
        if (connector.plugged)
            return;
        connector.plugged = true;
        if (evse.transaction)
            Object.assign(evse.transaction, { connectorId, chargingState: 'EVConnected' });
        await this.parts.availability.reportChanges();
        await this.proceed(evse, { trigger: 'CablePluggedIn' });
    }
    /** Asks the CSMS about a token; charging may begin where the answer is Accepted. Offline every token is let in. */
    async authorize(evse, token) {
        const { dialect, ask, isOnline } = this.parts;
        const status = isOnline() ? (dialect.tokenStatus(await ask(dialect.authorize(token))) ?? 'Unknown') : 'Accepted';
        if (status === 'Accepted')
            await this.admit(evse, { token, remote: false, remoteStartId: undefined });
        return status;
    }
    /** Somebody may charge at this EVSE: by a token at the station, or because the CSMS requested it. */
    async admit(evse, authorization) {
        evse.authorization = authorization;
        await this.parts.availability.reportChanges();
        const { remote, token, remoteStartId } = authorization;
        await this.proceed(evse, { trigger: remote ? 'RemoteStart' : 'Authorized', token, remoteStartId });
    }
    /** The vehicle pauses or goes on; `EV` and `EVSE` say who wants the pause. */
    async suspend(evse, by) {
        await this.changeState(evse, by === 'EV' ? 'SuspendedEV' : 'SuspendedEVSE');
    }
    async resume(evse) {
        await this.changeState(evse, 'Charging');
    }
    /** Reports the meter within the transaction. */
    async sample(evse, trigger = 'MeterValuePeriodic') {
        const { transaction } = evse;
        const context = trigger === 'Trigger' ? 'Trigger' : 'Sample.Periodic';
        if (transaction)
            await this.tell('Updated', transaction, { trigger, reading: evse.read(this.parts.time.now(), context) });
    }
    async end(evse, happening) {
        const { transaction } = evse;
        evse.authorization = undefined;
        if (!transaction)
            return this.parts.availability.reportChanges();
        evse.sampling?.cancel();
        evse.sampling = undefined;
        evse.meter.draw(0);
        evse.transaction = undefined;
        this.past.push(transaction);
        if (this.past.length > REMEMBERED)
            this.past.shift();
        const connector = evse.connector(transaction.connectorId);
        connector.finished = connector.plugged;
        transaction.chargingState = connector.plugged ? 'EVConnected' : 'Idle';
        const reading = evse.read(this.parts.time.now(), 'Transaction.End');
        await this.tell('Ended', transaction, { ...happening, reading });
        this.parts.availability.applyScheduled();
        await this.parts.availability.reportChanges();
        await this.parts.transactionEnded(evse);
    }
    async unplug(evse) {
        const connector = evse.plugged;
        if (!connector)
            return;
        await this.end(evse, { trigger: 'EVCommunicationLost', stopReason: 'EVDisconnected' });
        connector.plugged = false;
        connector.finished = false;
        await this.parts.availability.reportChanges();
    }
    /** A transaction that runs, or that is remembered. */
    transaction(id) {
        const running = this.parts.evses.map(({ transaction }) => transaction);
        return [...running, ...this.past].find((each) => each?.id === id);
    }
    /** What a token or a cable leads to: a transaction begins, or goes on. */
    async proceed(evse, happening) {
        if (evse.transaction) {
            if (happening.token)
                evse.transaction.token = happening.token;
            await this.tell('Updated', evse.transaction, happening);
        }
        else if (this.mayStart(evse)) {
            await this.start(evse, happening);
        }
        if (evse.plugged && evse.authorization)
            await this.changeState(evse, 'Charging');
    }
    mayStart(evse) {
        const { dialect, txStartPoint } = this.parts;
        const both = dialect.needsTokenToStart || txStartPoint === 'PowerPathClosed';
        if (both)
            return evse.plugged !== undefined && evse.authorization !== undefined;
        return txStartPoint === 'EVConnected' ? evse.plugged !== undefined : evse.authorization !== undefined;
    }
    async start(evse, happening) {
        const { dialect, time } = this.parts;
        const { authorization, plugged } = evse;
        const reading = evse.read(time.now(), 'Transaction.Begin');
        const transaction = {
            id: dialect.newTransactionId(),
            evseId: evse.id,
            connectorId: plugged?.connectorId ?? 1,
            startedWith: reading,
            token: authorization?.token,
            chargingState: plugged ? 'EVConnected' : 'Idle',
            nextSeqNo: 0,
            told: {},
        };
        evse.transaction = transaction;
        const { token, remote, remoteStartId } = authorization ?? {};
        await this.tell('Started', transaction, {
            trigger: remote ? 'RemoteStart' : happening.trigger,
            token,
            remoteStartId,
            reading,
        });
    }
    async changeState(evse, state) {
        const { transaction } = evse;
        const { clock, powerW, sampleIntervalMs, availability } = this.parts;
        if (!transaction || transaction.chargingState === state)
            return;
        transaction.chargingState = state;
        evse.meter.draw(state === 'Charging' ? powerW : 0);
        evse.sampling ??= clock.every(sampleIntervalMs, () => void this.sample(evse));
        await availability.reportChanges();
        await this.tell('Updated', transaction, { trigger: 'ChargingStateChanged' });
    }
    async tell(eventType, transaction, happening) {
        const { dialect, time, isOnline, keep, trouble } = this.parts;
        const { chargingState, told, evseId, connectorId } = transaction;
        const event = {
            ...happening,
            eventType,
            transaction,
            at: happening.reading?.at ?? time.now(),
            seqNo: transaction.nextSeqNo++,
            offline: !isOnline(),
            ...(told.chargingState !== chargingState && { chargingState }),
            ...(!told.evse && chargingState !== 'Idle' && { evse: { id: evseId, connectorId } }),
        };
        told.chargingState = chargingState;
        told.evse ||= chargingState !== 'Idle';
        const build = dialect.transactionEvent(event);
        if (!build)
            return;
        const losesAnswer = eventType === trouble?.losesAnswerTo;
        await keep(build, (response) => this.hear(transaction, response), transaction, losesAnswer);
        if (eventType === 'Started' && trouble?.repeatsStart)
            await keep(build, () => { }, transaction, false);
    }
    /** An answer names the transaction on 1.6, and may refuse the token: then charging ends (StopTxOnInvalidId). */
    hear(transaction, response) {
        const { dialect, evses } = this.parts;
        transaction.id ??= dialect.transactionId(response);
        const status = dialect.tokenStatus(response);
        const evse = evses.find((each) => each.transaction === transaction);
        if (evse && status !== undefined && status !== 'Accepted') {
            void this.end(evse, { trigger: 'Deauthorized', stopReason: 'DeAuthorized' });
        }
    }
}
//# sourceMappingURL=charging.js.map