import { expect, it } from '@jest/globals';
import { OcppRegistry } from '../../src/ocpp/dispatch/ocpp-registry.service.js';
import { commandActions, type OcppVersion } from '../../src/ocpp/index.js';
import type { TestCsms } from '../support/csms.js';
import type { RawAnswer } from '../support/operator.js';
import { rawStations, type RawStation } from '../support/raw-station.js';

type Party = 'station' | 'TAU' | 'operator' | 'answer';

interface Line {
  readonly who: Party;
  readonly says: string;
}

const LINE = /^ *(station|TAU|operator|answer) +(.*\S) *$/;
const NAME = /<([a-zA-Z]+)>/g;

/**
 * What goes over a station's line, as text to the letter and in its order:
 *
 *     station   [2,"1","Heartbeat",{}]
 *     TAU       [3,"1",{"currentTime":"2026-11-22T12:00:00.000Z"}]
 *     operator  PUT /stations/<station>/availability {"operationalStatus":"Inoperative"}
 *     TAU       [2,"<id>","ChangeAvailability",{"connectorId":0,"type":"Inoperative"}]
 *     station   [3,"<id>",{"status":"Accepted"}]
 *     answer    200 Accepted
 *
 * `<name>` stands for what TAU chooses (an id, an interval) and for the same text from then on; `<transaction>` is the
 * id of the station's transaction in REST, `<reservation>` that of its newest reservation, `<certificate>` that of the
 * certificate that it reported last. The operator's answer is told by its status and that of the command.
 */
function read(log: string): Line[] {
  return log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, who, says] = LINE.exec(line) ?? [];
      if (!who) throw new Error(`Not a line of a wire log: ${line}`);
      return { who: who as Party, says: says! };
    });
}

/** The actions of the CALLs in a log, by who sends them. */
const actionsIn = (lines: readonly Line[], who: Party): string[] =>
  lines.flatMap((line) => (line.who === who ? (/^\[2,[^,]+,"(\w+)"/.exec(line.says)?.slice(1, 2) ?? []) : []));

/** One run of a log: who is asked, and what the names have come to stand for. */
class Run {
  private readonly names = new Map<string, string>();
  private asked: Promise<RawAnswer> | undefined;

  constructor(
    private readonly csms: TestCsms,
    private readonly station: RawStation,
    stationId: string,
  ) {
    this.names.set('station', stationId);
  }

  async play({ who, says }: Line): Promise<void> {
    if (who === 'station') return this.station.send(this.filled(says));
    if (who === 'TAU') return this.compare(await this.station.next(), says);
    if (who === 'operator') return this.ask(says);
    const { status, body } = await this.asked!;
    expect(`${status} ${body.status}`).toBe(says);
  }

  private filled(text: string): string {
    return text.replace(NAME, (_, name: string) => this.names.get(name) ?? `<${name}>`);
  }

  private compare(heard: string, expected: string): void {
    const pattern = expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(NAME, '(?<$1>[\\w-]+)');
    const found = new RegExp(`^${pattern}$`).exec(heard);
    for (const [name, value] of Object.entries(found?.groups ?? {})) {
      if (!this.names.has(name)) this.names.set(name, value);
    }
    expect(heard).toBe(this.filled(expected));
  }

  private async ask(says: string): Promise<void> {
    if (says.includes('<transaction>')) {
      const [transaction] = await this.csms.operator.transactions({ stationId: this.names.get('station')! });
      this.names.set('transaction', transaction!.id);
    }
    if (says.includes('<reservation>')) {
      const { body: reservations } = await this.csms.operator.get(
        `/stations/${this.names.get('station')}/reservations`,
      );
      this.names.set('reservation', reservations.items[0].id);
    }
    if (says.includes('<certificate>')) {
      const { body: certificates } = await this.csms.operator.get(
        `/stations/${this.names.get('station')}/certificates`,
      );
      this.names.set('certificate', certificates.items[0].id);
    }
    const [method, path, ...body] = this.filled(says).split(' ');
    const send = { DELETE: 'delete', GET: 'get', PATCH: 'patch', POST: 'post', PUT: 'put' } as const;
    this.asked = this.csms.operator[send[method as 'POST']](path!, JSON.parse(body.join(' ') || '{}'));
    this.asked.catch(() => undefined); // an answer that nobody reads fails the test by what is missing on the line
  }
}

/** The wire logs of one version, each of them a test. */
export function wireLogs(csms: TestCsms, version: OcppVersion) {
  const shown = { station: new Set<string>(), TAU: new Set<string>() };
  const stations = rawStations(csms);
  let count = 0;

  /** @param from whether the station's boot was accepted before the log begins */
  const shows = (title: string, log: string, from: 'accepted' | 'connected' = 'accepted'): void => {
    const lines = read(log);
    for (const who of ['station', 'TAU'] as const) for (const each of actionsIn(lines, who)) shown[who].add(each);
    const stationId = `WIRE-${version}-${++count}`;
    it(`${title} (OCPP ${version})`, async () => {
      const connect = from === 'accepted' ? stations.booted : stations.connected;
      const run = new Run(csms, await connect(stationId, version), stationId);

      for (const line of lines) await run.play(line);
    });
  };

  /** Fails where a message that a handler takes or a command sends has no log. */
  const showsAll = (): void => {
    it(`stands here for every message that is handled or sent (OCPP ${version})`, () => {
      const handlers = csms.get(OcppRegistry).list();
      const handled = handlers.filter((each) => each.version === version).map(({ action }) => action);
      const sent = commandActions(version);

      expect(handled.length).toBeGreaterThan(5);
      expect(handled.filter((action) => !shown.station.has(action))).toEqual([]);
      expect(sent.length).toBeGreaterThan(5);
      expect(sent.filter((action) => !shown.TAU.has(action))).toEqual([]);
    });
  };

  return { shows, showsAll };
}
