const YEAR_MS = 365 * 24 * 3_600_000;
/** The troublemakers that every CSMS meets in the field. */
export const TROUBLES = {
    flapping: { description: 'loses its connection every 5 seconds', dropsEveryMs: 5000 },
    'wrong-clock': { description: 'believes it is 20 years ago', clockOffsetMs: -20 * YEAR_MS },
    'lost-stop': { description: 'loses the answer to the stop and sends it again', losesAnswerTo: 'Ended' },
    'lost-stop-new-id': {
        description: 'loses the answer to the stop and sends it again under a new message id',
        losesAnswerTo: 'Ended',
        resendWith: 'new-id',
    },
    'slow-answers': { description: 'takes 5 seconds to answer a command', answersAfterMs: 5000 },
    'repeated-start': { description: 'sends every start of a transaction twice', repeatsStart: true },
};
export const isTroubleName = (name) => Object.hasOwn(TROUBLES, name);
//# sourceMappingURL=troubles.js.map