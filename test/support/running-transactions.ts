import type { OcppVersion } from '../../src/ocpp/index.js';
import type { TestCsms } from './csms.js';
import type { Api } from './operator.js';

const MINUTE_MS = 60_000;

/** A token that `csms.given.idToken` registers and these stations charge with. */
export const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;

/** Lets so many minutes pass by the wall clock; timers see the last one of them. */
export async function minutesPass({ clock }: TestCsms, count: number): Promise<void> {
  clock.wallTime = new Date(clock.now().getTime() + (count - 1) * MINUTE_MS);
  await clock.advance(MINUTE_MS);
}

/** The one transaction that a station has. */
export async function onlyTransaction({ operator }: TestCsms, stationId: string): Promise<Api<'TransactionView'>> {
  const [transaction, ...others] = await operator.transactions({ stationId });
  expect(others).toEqual([]);
  return transaction!;
}

/** A station that has charged 1200 Wh in a transaction that runs, read a second ago, and then measures nothing more. */
export async function chargingStation<V extends OcppVersion>(csms: TestCsms, stationId: string, version: V) {
  const station = await csms.station(stationId, version, { sampleIntervalMs: 1e9, energySpeed: 0 }).boots();
  await station.plugIn();
  await station.authorize(CARD);
  await csms.clock.advance(1000);
  await station.charge({ energyWh: 1200 });
  await station.delivered();
  const measuredAt = csms.clock.now().toISOString();
  await csms.clock.advance(1000);
  return { station, measuredAt };
}
