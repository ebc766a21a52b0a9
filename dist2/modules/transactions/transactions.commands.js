import { defineCommand } from '../../ocpp/index.js';
const request = ({ ocppTransactionId }) => ocppTransactionId === undefined ? {} : { transactionId: ocppTransactionId };
/** E14: whether a transaction goes on, and whether messages about it wait at the station. 1.6 has no such question. */
export const getTransactionStatus = defineCommand()('GetTransactionStatus', {
    '2.0': { action: 'GetTransactionStatus', request, answer: () => ({}) },
    '2.0.1': { action: 'GetTransactionStatus', request, answer: () => ({}) },
});
export function toldStatus(response) {
    const { ongoingIndicator, messagesInQueue } = response;
    return { ongoing: ongoingIndicator, messagesInQueue };
}
//# sourceMappingURL=transactions.commands.js.map