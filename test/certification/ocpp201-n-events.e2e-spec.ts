import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Event = StationRequests['2.0.1']['NotifyEvent']['eventData'][number];

/** The alarms of a station and its events about what has a monitor, as REST shows them. */
interface Shown {
  readonly alarms: Record<string, unknown>[];
  readonly events: Record<string, unknown>[];
}

describe('OCPP 2.0.1 · N · Events', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** The station reports an event; the answer must be empty. */
  const reports = async (station: StrictStation<'2.0.1'>, difference: Partial<Event>): Promise<void> => {
    const timestamp = csms.clock.now().toISOString();
    const event: Event = {
      eventId: 1,
      timestamp,
      trigger: 'Alerting',
      actualValue: '81',
      eventNotificationType: 'CustomMonitor',
      variableMonitoringId: 3,
      component: { name: 'EVSE', evse: { id: 1 } },
      variable: { name: 'Temperature' },
      ...difference,
    };
    const answer = await station.call('NotifyEvent', { generatedAt: timestamp, seqNo: 0, eventData: [event] });
    expect(answer).toEqual({});
    await csms.clock.advance(1000);
  };

  const shown = async (stationId: string): Promise<Shown> => {
    const [alarms, events] = await Promise.all(
      ['alarms', 'events'].map((list) => csms.operator.get(`/stations/${stationId}/${list}`)),
    );
    const itemsOf = (answer: typeof alarms) => (answer!.body as { items: Record<string, unknown>[] }).items;
    return { alarms: itemsOf(alarms), events: itemsOf(events) };
  };

  it('TC_N_21_CSMS · the alert of a hard-wired monitor', async () => {
    const station = await cases.booted('TC_N_21');

    await reports(station, { eventNotificationType: 'HardWiredMonitor', variableMonitoringId: undefined });

    expect(await shown('TC_N_21')).toMatchObject({
      alarms: [{ clearedAt: null, event: { eventNotificationType: 'HardWiredMonitor' } }],
      events: [{ event: { actualValue: '81' } }],
    });
  });

  it('TC_N_48_CSMS · the alert of a variable that can only be written', async () => {
    const station = await cases.booted('TC_N_48');

    await reports(station, { actualValue: '' });

    expect(await shown('TC_N_48')).toMatchObject({ events: [{ event: { actualValue: '' } }] });
  });

  it('TC_N_49_CSMS · a threshold that is cleared after a reboot', async () => {
    const station = await cases.booted('TC_N_49');
    await reports(station, {});
    await cases.boot(station);

    await reports(station, { eventId: 2, actualValue: '40', cleared: true });

    expect(await shown('TC_N_49')).toMatchObject({ alarms: [{ clearedAt: expect.any(String) }] });
  });

  it('TC_N_50_CSMS · a periodic event', async () => {
    const station = await cases.booted('TC_N_50');

    await reports(station, { trigger: 'Periodic' });

    expect(await shown('TC_N_50')).toMatchObject({ alarms: [], events: [{ event: { trigger: 'Periodic' } }] });
  });
});
