import { OcppRegistry } from '../../src/ocpp/dispatch/ocpp-registry.service.js';
import { OCPP_VERSIONS, STATION_ACTIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

/** What stations may send and no block takes yet: answered with NotSupported. This list only ever gets shorter. */
const NOT_HANDLED_YET: Record<OcppVersion, readonly string[]> = {
  '1.6': [],
  '2.0': [],
  '2.0.1': [],
};

describe('Every message that a station may send', () => {
  const csms = startCsms();
  const handled = (version: OcppVersion): string[] =>
    csms
      .get(OcppRegistry)
      .list()
      .filter((each) => each.version === version)
      .map(({ action }) => action);

  it.each(OCPP_VERSIONS)('has a handler, or is known to lack one (OCPP %s)', (version) => {
    const present = handled(version);
    const lacking = STATION_ACTIONS[version].filter((action) => !present.includes(action));

    expect(lacking).toEqual(NOT_HANDLED_YET[version]);
  });

  it.each(OCPP_VERSIONS)('is one of the standard: no handler waits for anything else (OCPP %s)', (version) => {
    const known: readonly string[] = STATION_ACTIONS[version];

    expect(handled(version).filter((action) => !known.includes(action))).toEqual([]);
  });
});
