/**
 * What is recorded about the outcome of a CALL.
 * @param tried whether the CALL's turn came; if not, the queue was full
 */
export function settlementOf(outcome, read, tried) {
    switch (outcome.kind) {
        case 'answered': {
            const { response, sentAt, answeredAt } = outcome;
            return { state: 'answered', response, answer: read(response), sentAt, answeredAt };
        }
        case 'call-error': {
            const { code, description, details, sentAt, answeredAt } = outcome;
            return { state: 'errored', error: { reason: 'call-error', code, description, details }, sentAt, answeredAt };
        }
        case 'broken-answer': {
            const { reason: explanation, response, sentAt, answeredAt } = outcome;
            return { state: 'errored', error: { reason: 'broken-answer', explanation, response }, sentAt, answeredAt };
        }
        case 'timed-out':
            return { state: 'timed-out', error: { reason: 'no-answer' }, sentAt: outcome.sentAt };
        case 'disconnected':
            return { state: 'errored', error: { reason: 'disconnected' }, sentAt: outcome.sentAt };
        case 'not-sent':
            // its turn came and the claim did not: it was cancelled (then this changes nothing), or could not be recorded
            return tried
                ? { state: 'cancelled', error: { reason: 'not-recorded' }, sentAt: undefined }
                : { state: 'cancelled', error: { reason: 'station-busy' }, sentAt: undefined };
    }
}
//# sourceMappingURL=settlement.js.map