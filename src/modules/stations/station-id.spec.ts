import { isPossibleStationId, stationIdProblem, stationKey } from './station-id.js';

describe('identity of a station', () => {
  it.each(['CS001', 'a', 'DE*ABC*E123', 'site=1+2|3@x.y', 'x'.repeat(48)])('may be %s in every version', (id) => {
    expect(stationIdProblem(id, undefined)).toBeUndefined();
  });

  it.each(['', 'x'.repeat(49), 'RDAM 123', 'a:b', 'a/b', 'Säule', '.', '..', 'a\u0000b'])(
    'cannot be %j where 2.x may be spoken',
    (id) => {
      expect(stationIdProblem(id, undefined)).toEqual(expect.any(String));
      expect(stationIdProblem(id, ['1.6', '2.0.1'])).toEqual(expect.any(String));
    },
  );

  it.each(['RDAM 123', 'RDAM|123', 'a:b', 'a/b', 'Säule', 'x'.repeat(255)])('may be %s on a 1.6 station', (id) => {
    expect(stationIdProblem(id, ['1.6'])).toBeUndefined();
  });

  it.each(['', '.', '..', ' a', 'a ', 'a\u0000b', 'a\nb', '\ud800', 'x'.repeat(256)])(
    'cannot be %j even on a 1.6 station',
    (id) => {
      expect(stationIdProblem(id, ['1.6'])).toEqual(expect.any(String));
    },
  );

  it('counts as the same in any letter case', () => {
    expect(stationKey('Cs*A1')).toBe(stationKey('cS*a1'));
  });

  it('never reaches a query with what PostgreSQL refuses', () => {
    expect(isPossibleStationId('a\u0000')).toBe(false);
    expect(isPossibleStationId('\udfff')).toBe(false);
    expect(isPossibleStationId('CS001')).toBe(true);
  });
});
