import { expect } from '@jest/globals';
import type { OcppVersion } from '../../src/ocpp/versions.js';
import type { TestCsms } from '../support/csms.js';
import type { RawStation } from '../support/raw-station.js';

/** A message as a real station sends it, and what becomes of it. */
export interface Deviation {
  readonly what: string;
  readonly version: OcppVersion;
  readonly action: string;
  /** As JSON text: some of it cannot be written otherwise. */
  readonly payload: string;
  /** The whole answer. */
  readonly answer: RegExp;
  /** Leniency rules that are counted on the station. */
  readonly rules?: readonly string[];
  /** A transaction message that somebody should look at. */
  readonly review?: boolean;
  /** What operators see of the transaction. */
  readonly transaction?: object;
  /** What operators see of its meter values. */
  readonly meterValues?: readonly object[];
  /** What operators see of the station. */
  readonly station?: object;
}

/** JSON text of an object from the JSON text of its fields; undefined leaves a field out. */
export const jsonOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  `{${Object.entries(fields)
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => `"${name}":${text}`)
    .join(',')}}`;

/** Sends the message; looks at the answer, at what is kept of it, and at what the station is said to deviate in. */
export async function sendDeviation(csms: TestCsms, station: RawStation, deviation: Deviation): Promise<string> {
  const { action, payload, rules = [], review = false } = deviation;
  const { stationId } = station;
  const frame = `[2,"d","${action}",${payload}]`;

  const answer = await station.ask(frame);

  expect(answer).toMatch(deviation.answer);
  const [transaction] = await csms.operator.transactions({ stationId });
  if (deviation.transaction) {
    expect(transaction).toMatchObject(deviation.transaction);
    expect(transaction!.flags.includes('needs-review')).toBe(review);
    const events = await csms.operator.events(transaction!.id);
    expect(events.map(({ raw }) => raw)).toContain(frame);
  }
  if (deviation.meterValues) {
    const samples = await csms.operator.meterValues(transaction!.id);
    expect(samples).toMatchObject(deviation.meterValues);
  }
  await csms.clock.advance(1000); // the log of messages is written behind
  await csms.eventually(async () => {
    const [logged] = await csms.operator.messages(stationId, { action });
    expect(logged?.requestText).toBe(frame);
  });
  const seen = await csms.operator.station(stationId);
  expect(seen.deviations.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
  if (deviation.station) expect(seen).toMatchObject(deviation.station);
  return answer;
}
