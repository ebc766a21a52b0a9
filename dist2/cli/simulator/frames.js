const KINDS = { 2: 'CALL', 3: 'CALLRESULT', 4: 'CALLERROR' };
/** Reads a text off the wire; never throws. `actionOf` knows which CALL an answer belongs to. */
export function readFrame(direction, text, at, actionOf) {
    const parts = parse(text);
    const kind = typeof parts?.[0] === 'number' ? KINDS[parts[0]] : undefined;
    const messageId = nameOf(parts?.[1]);
    if (!parts || !kind)
        return { direction, kind: 'unreadable', messageId, action: undefined, payload: {}, text, at };
    if (kind === 'CALLERROR') {
        const payload = { code: parts[2], description: parts[3], details: parts[4] };
        return { direction, kind, messageId, action: actionOf(messageId), payload, text, at };
    }
    const action = kind === 'CALL' ? nameOf(parts[2]) : actionOf(messageId);
    const payload = (kind === 'CALL' ? parts[3] : parts[2]);
    return { direction, kind, messageId, action, payload, text, at };
}
/** An object has no name, and need not even have a text. */
const nameOf = (value) => typeof value === 'string' || typeof value === 'number' ? String(value) : '';
function parse(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=frames.js.map