import { OCPP_VERSIONS, STATION_ACTIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { schemaOf } from '../../src/ocpp/messages/schemas.js';
import { startCsms } from '../support/csms.js';
import { IGNORED_FIELDS } from '../support/ignored-fields.js';
import { RawStation } from '../support/raw-station.js';
import { fill, holds } from '../support/sentinel.js';

/** The log shows every frame, what only it shows is shown nowhere; variables are read from the station itself. */
const NOT_A_PLACE = /\/(messages|commands|refused-identities|api-keys|variables)$/;

describe('Every field that a station may send is shown', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });

  const documentPaths = async (): Promise<string[]> => {
    const { body } = await csms.operator.get('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    return Object.keys(paths).filter((path) => 'get' in paths[path]! && !NOT_A_PLACE.test(path));
  };

  /** All that REST shows: of the station, of everything that has a list, and of each item of such a list. */
  const shownOf = async (stationId: string): Promise<string> => {
    const paths = await documentPaths();
    const texts: string[] = [];
    const read = async (path: string): Promise<unknown> => {
      const { status, body } = await csms.operator.get(path.replace('/api/v1', ''));
      if (status !== 200) return undefined;
      const { items } = body as { items?: { stationId?: string }[] };
      const own = items?.filter(({ stationId: of }) => of === undefined || of === stationId);
      texts.push(JSON.stringify(own ?? body));
      return body;
    };
    const ofStation = paths.map((path) => path.replace('{stationId}', stationId));
    for (const path of ofStation.filter((each) => !each.includes('{'))) {
      const items = ((await read(path)) as { items?: { id?: string; stationId?: string }[] } | undefined)?.items ?? [];
      const own = items.filter(({ id, stationId: of }) => id && (of === undefined || of === stationId));
      const below = ofStation.filter((each) => each.startsWith(`${path}/{`));
      for (const { id } of own.slice(0, 5)) for (const each of below) await read(each.replace(/\{\w+\}/, id!));
    }
    return texts.join('\n');
  };

  const cases = OCPP_VERSIONS.flatMap((version) =>
    STATION_ACTIONS[version].map((action): [OcppVersion, string] => [version, action]),
  );
  const markOf = (version: OcppVersion, action: string): number =>
    10 + cases.findIndex((each) => each[0] === version && each[1] === action);

  it.each(cases)('OCPP %s %s', async (version, action) => {
    const ignored = IGNORED_FIELDS[action] ?? [];
    const stationId = `S-${version}-${action}`.slice(0, 48);
    const station = await RawStation.booted(csms, stationId, version);
    const { payload, sentinels } = fill(schemaOf(version, action, 'request')!, markOf(version, action));

    const answer = JSON.parse(await station.ask(JSON.stringify([2, 'filled', action, payload]))) as unknown[];

    expect(answer.slice(0, 2)).toEqual([3, 'filled']);
    const shown = await shownOf(stationId);
    const missing = sentinels.filter(({ path, value }) => {
      const isIgnored = ignored.some(({ field }) => path === field || path.startsWith(`${field}.`));
      return !isIgnored && !path.includes('customData') && !holds(shown, value);
    });
    expect(missing).toEqual([]);
  });
});
