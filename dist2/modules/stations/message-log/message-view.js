/** A message as REST shows it: the wire text, and what it says. */
export function toMessageView(row) {
    const requestText = row.request.toString('utf8');
    const responseText = row.response?.toString('utf8') ?? null;
    return {
        id: row.id,
        direction: row.direction,
        ocppVersion: row.ocppVersion,
        action: row.action,
        messageId: row.messageId,
        outcome: row.outcome,
        count: row.count,
        receivedAt: row.receivedAt,
        answeredAt: row.answeredAt,
        request: payloadOf(requestText),
        response: responseText === null ? null : payloadOf(responseText),
        requestText,
        responseText,
    };
}
/** What a frame says: the payload of a CALL or CALLRESULT, the error of a CALLERROR; else the JSON, or null. */
function payloadOf(text) {
    const frame = parsed(text);
    if (!Array.isArray(frame))
        return frame;
    if (frame[0] === 2 && frame.length >= 3)
        return frame[3] ?? null;
    if (frame[0] === 3 && frame.length === 3)
        return frame[2];
    if (frame[0] === 4 && frame.length >= 3)
        return { code: frame[2], description: frame[3], details: frame[4] };
    return frame;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=message-view.js.map