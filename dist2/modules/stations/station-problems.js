import { ProblemError, UnknownError } from '../../common/problems.js';
/** 404 `station-unknown`. */
export const stationUnknown = (stationId) => new UnknownError('station', stationId.slice(0, 255), 'Register it by POST /stations, or see GET /stations.');
/** 409 `station-exists`. */
export const stationExists = (stationId) => new ProblemError('station-exists', 409, `Station "${stationId}" is registered already, perhaps in other letter case. Change that one, or archive it first.`);
//# sourceMappingURL=station-problems.js.map