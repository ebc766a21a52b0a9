var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Big } from 'big.js';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { ValidationFailedError } from '../../common/problems.js';
import { isUuid, uuidv7 } from '../../common/uuid.js';
import { lastSignOf } from './closing.js';
import { combined, corrected, correctableOf, ONLY_OF_AN_ENDED } from './correction.js';
import { CorrectionsStore, toCorrectionView } from './corrections.store.js';
import { project } from './progress.js';
import { TransactionEdits } from './transaction-edits.js';
import { correctionUnknown, correctionWithdrawn, transactionActive, transactionEnded, transactionUnknown, withdrawalFinal, } from './transaction-problems.js';
import { provisionalEndOf } from './transaction-rows.js';
/** Operators close and correct transactions. What the station told stays beneath, and every step is on record. */
let CorrectionsService = class CorrectionsService {
    dataSource;
    edits;
    store;
    clock;
    constructor(dataSource, edits, store, clock) {
        this.dataSource = dataSource;
        this.edits = edits;
        this.store = store;
        this.clock = clock;
    }
    /**
     * Ends a transaction that still seems to run, at its last meter value where no end is given. Its own end, should it
     * come, counts instead of what was not given.
     * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-ended`; ValidationFailedError
     */
    close(id, { reason, ...end }, operator) {
        const changes = toChanges(end);
        return this.carryOut(id, reason, operator, (row, earlier) => {
            if (told(row).state === 'ended')
                throw transactionEnded(id);
            const at = changes.endedAt === undefined ? lastSignOf(row.progress) : new Date(changes.endedAt);
            const closed = { ...row, provisionalEndAt: at, closedBy: 'operator' };
            return { kind: 'close', changes, row: closed, holding: [...holding(earlier), changes] };
        });
    }
    /**
     * Lets other values count than the station told.
     * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-active` for what only an end has;
     *   ValidationFailedError
     */
    correct(id, { reason, ...values }, operator) {
        const changes = toChanges(values);
        if (Object.keys(changes).length === 0)
            throw new ValidationFailedError('Say at least one value to correct.');
        return this.carryOut(id, reason, operator, (row, earlier) => {
            const ofAnEnd = ONLY_OF_AN_ENDED.filter((name) => changes[name] !== undefined);
            if (told(row).state === 'active' && ofAnEnd.length > 0)
                throw transactionActive(id, ofAnEnd);
            return { kind: 'correction', changes, row, holding: [...holding(earlier), changes] };
        });
    }
    /**
     * Takes back what an operator did: what was corrected before, or the station told, counts again. A transaction whose
     * closing is withdrawn runs again, unless its own end has come.
     * @throws UnknownError `transaction-unknown`, `correction-unknown`; ProblemError 409 `correction-withdrawn`,
     *   `withdrawal-final`
     */
    withdraw(id, correctionId, reason, operator) {
        return this.carryOut(id, reason, operator, (row, earlier) => {
            const taken = earlier.find((each) => each.id === correctionId);
            if (!taken)
                throw correctionUnknown(correctionId);
            if (taken.kind === 'withdrawal')
                throw withdrawalFinal(correctionId);
            if (taken.withdrawn)
                throw correctionWithdrawn(correctionId);
            const reopened = taken.kind === 'close' && row.closedBy === 'operator';
            return {
                kind: 'withdrawal',
                changes: {},
                withdraws: correctionId,
                row: reopened ? { ...row, provisionalEndAt: null, closedBy: null } : row,
                holding: holding(earlier.filter((each) => each !== taken)),
            };
        });
    }
    /** What operators did to a transaction, oldest first. */
    list(id, limit, cursor) {
        return this.store.page(id, limit, cursor);
    }
    carryOut(id, reason, operator, work) {
        return this.dataSource.transaction(async (manager) => {
            const row = await this.locked(manager, id);
            const earlier = await this.store.of(manager, id);
            const { kind, changes, withdraws = null, row: edited, holding: words } = work(row, earlier);
            const basis = told(edited);
            const correction = words.length > 0 ? { changes: combined(words), basis: correctableOf(basis) } : null;
            const after = corrected(basis, correction);
            assertSensible(after, changes, this.clock.now());
            const at = this.timeAfter(earlier.at(-1));
            const added = {
                id: uuidv7(at.getTime()),
                transactionId: id,
                at,
                kind,
                operatorId: operator.id,
                operatorName: operator.name,
                reason,
                changes,
                withdraws,
                before: correctableOf(corrected(told(row), row.correction)),
                after: correctableOf(after),
            };
            await this.store.add(manager, added);
            await manager.query('UPDATE transactions SET correction = $2 WHERE id = $1', [
                id,
                correction && JSON.stringify(correction),
            ]);
            await this.edits.save(manager, [{ ...edited, correction }]);
            return toCorrectionView({ ...added, withdrawn: false });
        });
    }
    /** Later than what was done before, so that the trail has one order. */
    timeAfter(last) {
        return new Date(Math.max(this.clock.now().getTime(), (last?.at.getTime() ?? 0) + 1));
    }
    async locked(manager, id) {
        const [row] = isUuid(id) ? await this.edits.locked(manager, [id]) : [];
        if (!row)
            throw transactionUnknown(id);
        return row;
    }
};
CorrectionsService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        TransactionEdits,
        CorrectionsStore,
        Clock])
], CorrectionsService);
export { CorrectionsService };
const told = (row) => project(row.progress, provisionalEndOf(row));
/** The words that were not taken back, oldest first. */
const holding = (deeds) => deeds.filter(({ kind, withdrawn }) => kind !== 'withdrawal' && !withdrawn).map(({ changes }) => changes);
const wh = (value) => (value === undefined ? undefined : Big(value).toFixed());
const time = (text) => text && new Date(text).toISOString();
/** What was given of a request, as it is kept. */
function toChanges(given) {
    const { startedAt, endedAt, meterStartWh, meterStopWh, energyWh, idToken } = given;
    const changes = {
        startedAt: time(startedAt),
        endedAt: time(endedAt),
        meterStartWh: wh(meterStartWh),
        meterStopWh: wh(meterStopWh),
        energyWh: wh(energyWh),
        idToken: idToken && { value: idToken.value, type: idToken.type },
    };
    return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
/** Refuses what cannot have been; what the station told that way stays until somebody corrects it. */
function assertSensible(after, changes, now) {
    const { startedAt, endedAt, meterStartWh, meterStopWh } = after;
    const saysTime = changes.startedAt !== undefined || changes.endedAt !== undefined;
    if (saysTime && (startedAt > now || (endedAt && endedAt > now))) {
        throw new ValidationFailedError('A transaction can neither start nor end in the future.');
    }
    if (saysTime && endedAt && endedAt < startedAt) {
        throw new ValidationFailedError(`The end would be before the start at ${startedAt.toISOString()}.`);
    }
    const saysRegister = changes.meterStartWh !== undefined || changes.meterStopWh !== undefined;
    if (saysRegister && meterStartWh !== null && meterStopWh !== null && new Big(meterStopWh).lt(meterStartWh)) {
        throw new ValidationFailedError(`meterStopWh would be below meterStartWh: ${meterStopWh} and ${meterStartWh}.`);
    }
}
//# sourceMappingURL=corrections.service.js.map