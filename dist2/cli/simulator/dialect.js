/** Turns a neutral reply into that of a version. */
export const replyWith = (reply, toAnswer) => ({
    answer: toAnswer(reply.answer),
    after: reply.after,
});
/** A CALL whose payload the compiler compares with the message tables of the version. */
export const callIn = () => (action, payload) => ({
    action,
    payload: payload,
});
//# sourceMappingURL=dialect.js.map