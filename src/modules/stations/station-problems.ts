import { ProblemError, UnknownError } from '../../common/problems.js';

/** 404 `station-unknown`. */
export const stationUnknown = (stationId: string): UnknownError =>
  new UnknownError('station', stationId.slice(0, 255), 'Register it by POST /stations, or see GET /stations.');

/** 409 `station-exists`. */
export const stationExists = (stationId: string): ProblemError =>
  new ProblemError(
    'station-exists',
    409,
    `Station "${stationId}" is registered already, perhaps in other letter case. Change that one, or archive it first.`,
  );

/** 422 `no-station-matches`. */
export const noStationMatches = (): ProblemError =>
  new ProblemError('no-station-matches', 422, 'No station matches the filter. Try it with GET /stations.');
