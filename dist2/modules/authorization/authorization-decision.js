/** What a station can be told about a token, in 2.0.1 words. */
export const AUTHORIZATION_STATUSES = [
    'Accepted',
    'Blocked',
    'ConcurrentTx',
    'Expired',
    'Invalid',
    'NoCredit',
    'NotAllowedTypeEVSE',
    'NotAtThisLocation',
    'NotAtThisTime',
    'Unknown',
];
/** Decides by what is registered: first the operator's word, then the expiry. Undefined: nothing is registered. */
export function decide(token, rules) {
    if (!token)
        return { status: rules.unregistered, concurrentTransactions: rules.concurrentTransactions };
    return {
        status: statusOf(token, rules.now),
        // [OCPP 2.0.1 C01.FR.06] a token that has a group is never answered without it
        ...(token.groupId !== null && { groupId: token.groupId }),
        ...(token.expiresAt && { expiresAt: token.expiresAt }),
        concurrentTransactions: token.concurrentTransactions ?? rules.concurrentTransactions,
    };
}
function statusOf({ status, expiresAt }, now) {
    if (status === 'Blocked' || status === 'Invalid')
        return status;
    return expiresAt && expiresAt <= now ? 'Expired' : 'Accepted';
}
//# sourceMappingURL=authorization-decision.js.map