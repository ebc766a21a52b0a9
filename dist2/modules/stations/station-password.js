const KEY_DIGITS = /^(?:[0-9a-fA-F]{2}){16,20}$/;
const SHORTEST = 16;
const LONGEST = 64;
/**
 * The bytes that a password stands for. 32 to 40 hex digits are how an operator writes the AuthorizationKey of OCPP 1.6
 * and stand for the bytes they spell; any other text stands for itself in UTF-8.
 */
export const passwordBytes = (text) => KEY_DIGITS.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'utf8');
/**
 * What a station may mean by the password in its header. 1.6 sends the raw bytes of its key and 2.x the text, which are
 * both taken as they come; other 1.6 stations send the hex digits of the key, in either case.
 */
export function passwordReadings(presented) {
    if (presented.length < 32 || presented.length > 40)
        return [presented];
    const text = presented.toString('latin1');
    return KEY_DIGITS.test(text) ? [Buffer.from(text, 'hex'), presented] : [presented];
}
/** The hex digits to give to a 1.6 station as its AuthorizationKey; null for a password that is too long for one. */
export function authorizationKeyOf(password) {
    const bytes = passwordBytes(password);
    // [OCPP 1.6 security whitepaper A00.FR.205] the key has 16 to 20 bytes
    return bytes.length <= 20 ? bytes.toString('hex') : null;
}
/** What is wrong with a password that an operator chose, as a sentence; undefined when it may be used. */
export function passwordProblem(password) {
    const length = [...password].length;
    // [OCPP 2.0.1 A00.FR.205] at least 16 characters; no station has to hold more than 64, and most hold 40
    if (length < SHORTEST || length > LONGEST) {
        return (`A station password has ${SHORTEST} to ${LONGEST} characters: OCPP asks for ${SHORTEST} at least, and no station ` +
            `has to hold more than ${LONGEST}. Mind that many hold 40, and OCPP 1.6 stations 20.`);
    }
    return /[\p{Cc}\p{Cs}]/u.test(password) ? 'A station password holds no control codes; use passwordHex.' : undefined;
}
//# sourceMappingURL=station-password.js.map