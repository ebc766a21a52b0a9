/** identifierString of OCPP 2.x, without the colon that parts user and password in HTTP Basic. */
const IDENTIFIER = /^[A-Za-z0-9*\-_=+|@.]{1,48}$/;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const LONGEST = 255;
/** What equality of identities means: letter case does not count (2.x defines it so, TAU extends it to 1.6). */
export const stationKey = (stationId) => stationId.toLowerCase();
/** Whether an identity could have been registered at all; what it refuses must not reach a query. */
export const isPossibleStationId = (text) => text.length > 0 && text.length <= LONGEST && !UNPRINTABLE.test(text);
/**
 * What is wrong with an identity, as a sentence; undefined when it may be registered for these versions.
 * @param versions the versions that may be negotiated; undefined: all
 */
export function stationIdProblem(stationId, versions) {
    // URLs swallow these two as path segments, even percent-encoded
    if (stationId === '.' || stationId === '..')
        return 'A stationId cannot be "." or "..": URLs swallow them.';
    if (IDENTIFIER.test(stationId))
        return undefined;
    if (versions?.length !== 1 || versions[0] !== '1.6') {
        return ('A stationId has 1 to 48 characters out of A-Z a-z 0-9 * - _ = + | @ and the full stop. ' +
            'For a station that only speaks OCPP 1.6, give allowedVersions ["1.6"]: then others are possible too.');
    }
    if (!isPossibleStationId(stationId))
        return `A stationId has 1 to ${LONGEST} characters, none of them a control code.`;
    return stationId.trim() === stationId ? undefined : 'A stationId neither begins nor ends with a space.';
}
//# sourceMappingURL=station-id.js.map