/** Messages that report what happened in a transaction: a station must always be able to hand them over. */
const TRANSACTION_ACTIONS = new Set(['StartTransaction', 'StopTransaction', 'MeterValues', 'TransactionEvent']);
export const isTransactionAction = (action) => TRANSACTION_ACTIONS.has(action);
const LOWEST_FIRST = ['Rejected', 'Pending', 'Accepted'];
/**
 * How a station is treated: the lower of what its last BootNotification was answered and what the operator decided
 * since. So blocking holds at once, and taking that back restores what the station itself was told; a station that was
 * never told that it is accepted has to boot again.
 */
export function registrationOf(told, decision) {
    return told && LOWEST_FIRST.find((status) => status === told || status === decision);
}
/**
 * Whether a station may send an action now. Registration belongs to the identity, not to the connection: a reconnect
 * without a BootNotification stays accepted (B01). What was asked for by a trigger passes while Pending.
 * Everything else before acceptance is a SecurityError. [OCPP 2.0.1 B01.FR.10, B02.FR.09, B03.FR.07]
 */
export function mayCall(station, action) {
    if (action === 'BootNotification' || station.registration === 'Accepted')
        return true;
    // transactions were made while the station was accepted; refusing them would lose the bill
    if (station.everAccepted && isTransactionAction(action))
        return true;
    return station.registration === 'Pending' && station.expected.has(action);
}
const REQUESTS_TO_REPORT = new Set(['GetBaseReport', 'GetReport']);
/** Triggers whose name is not that of the message they bring: of 2.x for certificates, and of 1.6 with security. */
const BROUGHT_BY_TRIGGER = {
    'TriggerMessage SignChargingStationCertificate': 'SignCertificate',
    'TriggerMessage SignV2GCertificate': 'SignCertificate',
    'TriggerMessage SignCombinedCertificate': 'SignCertificate',
    'ExtendedTriggerMessage SignChargePointCertificate': 'SignCertificate',
    'ExtendedTriggerMessage FirmwareStatusNotification': 'SignedFirmwareStatusNotification',
};
/** The action that a station will send because the CSMS sent it this CALL, or undefined. */
export function expectedAfter(action, request) {
    if (REQUESTS_TO_REPORT.has(action))
        return 'NotifyReport';
    const message = request['requestedMessage'];
    if ((action !== 'TriggerMessage' && action !== 'ExtendedTriggerMessage') || typeof message !== 'string') {
        return undefined;
    }
    const named = `${action} ${message}`;
    return Object.hasOwn(BROUGHT_BY_TRIGGER, named) ? BROUGHT_BY_TRIGGER[named] : message;
}
//# sourceMappingURL=registration-gate.js.map