import { naturalKey } from '../../common/natural-key.js';
import { tokenKeyOf } from '../authorization/index.js';
import { beginsAnew, provesAlive } from './course.js';
import { merge } from './progress.js';
import { nameOf } from './transaction-message.js';
import { newRow } from './transaction-rows.js';
const unknownBefore = { repeated: false, began: false };
/**
 * The messages of one flush and the transactions that they change, in memory: which message belongs where. Filled in
 * three steps: `place` each message, learn from the database which were stored before, `apply` the others.
 */
export class Batch {
    touched = new Set();
    /** Transactions whose EVSE became known. */
    moved = new Set();
    openHere = new Map();
    openOf = new Map();
    placements = [];
    byKey = new Map();
    byName = new Map();
    byId = new Map();
    constructor(rows) {
        for (const row of rows)
            this.addRow(row);
    }
    /** Meter values that name no known transaction but a place. */
    isLoose(message) {
        return message.step === 'meter-values' && Boolean(message.evseId) && !this.find(message);
    }
    /** A stop whose start was never answered: the station does not know the id, but the token. */
    isLostStop(message) {
        return message.idUnknown === true && message.idToken !== undefined;
    }
    /** Finds the transaction of a message, or makes it. */
    place(message, newId) {
        const known = this.find(message);
        // an id that no transaction has recognises nothing
        const key = message.orphanKey && !known ? message.orphanKey : message.naturalKey;
        const name = keyName(message, key);
        const repeats = this.byKey.get(name);
        const transaction = repeats ? undefined : this.transactionOf(message, known, newId);
        const guessed = transaction !== undefined && transaction !== known && message.orphanKey !== undefined;
        const placement = { naturalKey: key, message, transaction, guessed, repeats, result: undefined };
        this.placements.push(placement);
        if (!repeats)
            this.byKey.set(name, placement);
    }
    /** What is to be stored; of messages that are in the batch twice the first. */
    get waiting() {
        return this.placements.filter(({ repeats, result }) => !repeats && !result).map((p) => this.toPlaced(p));
    }
    /**
     * Takes those messages into account that were stored just now.
     * @param inserted ids of their rows; all of them where it is left out
     * @returns what was stored
     */
    apply(inserted) {
        return this.placements.flatMap((placement) => {
            const { message, transaction, repeats, result } = placement;
            if (repeats || result || (inserted && !inserted.has(message.id)))
                return [];
            placement.result = {
                ...unknownBefore,
                transactionId: transaction?.id,
                ocppTransactionId: transaction?.ocppTransactionId,
                began: transaction?.isNew === true && transaction.progress === undefined,
            };
            const placed = this.toPlaced(placement);
            if (transaction)
                this.merge(transaction, placement, placed.flags);
            return [placed];
        });
    }
    /**
     * Takes note of the messages that were stored before. A start without a usable time looks like every other start of
     * its token: if the transaction that it seems to repeat has ended since, it is another one, and waits anew.
     */
    recognise(stored) {
        for (const placement of this.placements) {
            const { message, naturalKey: key, repeats, result } = placement;
            if (repeats || result)
                continue;
            const transaction = stored.get(keyName(message, key));
            if (transaction === undefined)
                continue;
            const end = transaction?.progress?.end;
            if (message.step === 'started' && message.timeSubstituted && end) {
                placement.naturalKey = naturalKey('again', key, end.key);
            }
            else {
                const { id: transactionId, ocppTransactionId } = transaction ?? { id: undefined, ocppTransactionId: undefined };
                placement.result = { ...unknownBefore, transactionId, ocppTransactionId, repeated: true };
            }
        }
    }
    /** One for each message, in the order in which they were placed. */
    results() {
        return this.placements.map(({ repeats, result }) => repeats ? { ...repeats.result, repeated: true, began: false } : result);
    }
    toPlaced({ message, naturalKey: key, transaction, guessed }) {
        const odd = [];
        if (!transaction && message.step !== 'meter-values')
            odd.push('transaction-unknown');
        if (guessed)
            odd.push('matched-by-token');
        return {
            message,
            naturalKey: key,
            transaction,
            flags: odd.length > 0 ? [...message.flags, ...odd] : message.flags,
        };
    }
    /** The transaction that a message names: of several with the same id the one that had begun last by then. */
    find(message) {
        if (message.name === undefined)
            return undefined;
        const rows = this.byName.get(message.name);
        return rows?.findLast(({ startedAt }) => startedAt <= message.time.getTime()) ?? rows?.[0];
    }
    transactionOf(message, known, newId) {
        if (message.step === 'meter-values')
            return known ?? this.onlyOne(this.openHere, message, message.evseId);
        if (message.orphanKey) {
            const token = message.idUnknown ? message.idToken : undefined;
            return known ?? this.onlyOne(this.openOf, message, token && tokenKeyOf(token));
        }
        if (message.ocppTransactionId === undefined)
            return this.create(message, newId());
        if (!known)
            return this.create(message, message.ocppTransactionId);
        if (!beginsAnew(known, message))
            return known;
        this.endBefore(known, message);
        return this.create(message, message.ocppTransactionId);
    }
    /** A transaction whose id is used again has ended, though its own word of that was lost. */
    endBefore(transaction, message) {
        if (transaction.progress?.end)
            return;
        transaction.provisionalEndAt ??= message.time;
        if (transaction.closedBy !== 'operator')
            transaction.closedBy = 'next-transaction';
        transaction.updatedAt = message.receivedAt;
        this.touched.add(transaction);
    }
    /** Guessing is allowed where there is exactly one candidate, and it had begun by then. */
    onlyOne(open, message, key) {
        const [only, ...others] = open.get(`${message.stationUuid} ${String(key)}`) ?? [];
        if (!only || others.length > 0)
            return undefined;
        const row = this.byId.get(only.id) ?? only;
        if (row.startedAt > message.time.getTime() || row.progress?.end)
            return undefined;
        this.byId.set(row.id, row);
        return row;
    }
    create(message, ocppTransactionId) {
        const namesakes = this.byName.get(nameOf(message.stationUuid, ocppTransactionId)) ?? [];
        const row = newRow(message, ocppTransactionId, Math.max(-1, ...namesakes.map(({ generation }) => generation)) + 1);
        this.addRow(row);
        return row;
    }
    addRow(row) {
        this.byId.set(row.id, row);
        const namesakes = this.byName.get(row.name);
        if (namesakes)
            namesakes.push(row);
        else
            this.byName.set(row.name, [row]);
        namesakes?.sort((a, b) => a.startedAt - b.startedAt);
    }
    merge(transaction, { message, guessed }, flags) {
        if (!isOrdered(message))
            return;
        const hadEvse = transaction.progress?.evse !== undefined;
        // a guess stands behind the transaction's own word
        const said = guessed ? { ...message, flags, guessed, order: message.order + 1 } : message;
        transaction.progress = merge(transaction.progress, said);
        if (provesAlive(transaction, message))
            Object.assign(transaction, { provisionalEndAt: null, closedBy: null });
        transaction.updatedAt = message.receivedAt;
        if (!hadEvse && transaction.progress.evse)
            this.moved.add(transaction.id);
        this.touched.add(transaction);
    }
}
const isOrdered = (message) => message.order !== undefined;
const keyName = ({ stationUuid }, key) => `${stationUuid} ${key}`;
//# sourceMappingURL=transaction-batch.js.map