import { startSought } from './remote-control.commands.js';
/**
 * How long an accepted request to start waits for its transaction where only the token tells: longer than stations wait
 * for the cable (ConnectionTimeOut).
 */
export const START_WITHIN_MS = 10 * 60_000;
/** Whether a transaction came of a request to start: by the number of the request, or by station, token and EVSE. */
export function cameOf(start, transaction) {
    const { commandId, remoteStartId, tokenKey, evseId, receivedAt } = transaction;
    if (commandId !== null)
        return commandId === start.commandId;
    if (remoteStartId !== null)
        return remoteStartId === start.remoteStartId;
    const sought = startSought(start.ocppVersion, start.request);
    return (sought !== undefined &&
        sought.tokenKey === tokenKey &&
        (sought.evseId === undefined || sought.evseId === evseId) &&
        receivedAt >= start.sentAt &&
        receivedAt.getTime() <= start.answeredAt.getTime() + START_WITHIN_MS);
}
//# sourceMappingURL=came-of.js.map