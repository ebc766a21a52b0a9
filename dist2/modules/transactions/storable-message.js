import { createHash } from 'node:crypto';
import { storable } from '../../database/storable-text.js';
const LARGEST = 2 ** 31 - 1;
const NUMBERS = ['evseId', 'connectorId', 'seqNo', 'remoteStartId', 'reservationId'];
/** The standard allows 36 characters; what an index takes is a few hundred. */
const LONGEST_ID = 255;
const SHOWN = 180;
/**
 * A message as the columns take it: refused by the database, it would come again and again. Numbers of more than 32
 * bits, which is all that OCPP knows, are left out; an endless transaction id is shortened, told apart by its digest.
 * The frame keeps what the station said.
 * @returns the message itself where nothing is wrong with it
 */
export function storableMessage(message) {
    const beyond = NUMBERS.filter((field) => Math.abs(message[field] ?? 0) > LARGEST);
    const ocppTransactionId = message.ocppTransactionId && storableId(message.ocppTransactionId);
    if (beyond.length === 0 && ocppTransactionId === message.ocppTransactionId)
        return message;
    return { ...message, ...Object.fromEntries(beyond.map((field) => [field, undefined])), ocppTransactionId };
}
function storableId(id) {
    if (id.length <= LONGEST_ID)
        return storable(id);
    return `${storable(id.slice(0, SHOWN))}…${createHash('sha256').update(id).digest('hex')}`;
}
//# sourceMappingURL=storable-message.js.map