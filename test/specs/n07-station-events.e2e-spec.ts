import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { RawStation } from '../support/raw-station.js';

type NotifyEvent = StationRequests['2.0.1']['NotifyEvent'];
type Event = NotifyEvent['eventData'][number];

const NOON = '2026-11-22T12:00:00.000Z';
const at = (minute: number): string => `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`;

const event = (eventId: number, difference: Partial<Event> = {}): Event => ({
  eventId,
  timestamp: at(eventId),
  trigger: 'Alerting',
  actualValue: '81',
  eventNotificationType: 'CustomMonitor',
  variableMonitoringId: 3,
  component: { name: 'EVSE', evse: { id: 1 } },
  variable: { name: 'Temperature' },
  ...difference,
});
const message = (...eventData: Event[]): NotifyEvent => ({ generatedAt: NOON, seqNo: 0, tbc: false, eventData });

describe('N07 · Alert event, N08 · Periodic event', () => {
  const csms = startCsms({ now: '2026-11-22T13:00:00.000Z' });

  const eventsOf = async (stationId: string, query = '') => {
    const { body } = await csms.operator.get(`/stations/${stationId}/events${query}`);
    return (body as { items: { event: Event; message: object; timestamp: string }[] }).items;
  };
  const alarmsOf = async (stationId: string, query = '') => {
    const { body } = await csms.operator.get(`/stations/${stationId}/alarms${query}`);
    return (body as { items: Record<string, unknown>[] }).items;
  };

  it('shows every event with all its fields, newest first', async () => {
    const station = await csms.station('N07-all', '2.0.1').boots();
    const full = event(1, {
      cause: 9,
      techCode: 'T1',
      techInfo: 'hot',
      cleared: false,
      transactionId: 'T-1',
      component: { name: 'EVSE', instance: 'left', evse: { id: 1, connectorId: 2 } },
      variable: { name: 'Temperature', instance: 'inlet' },
    });

    const answer = await station.call('NotifyEvent', message(full, event(2, { trigger: 'Periodic' })));

    expect(answer).toEqual({});
    const [second, first] = await eventsOf('N07-all', '?component=evse');
    expect(second).toMatchObject({ timestamp: at(2), event: { eventId: 2 } });
    expect(first).toMatchObject({
      timestamp: at(1),
      event: full,
      message: { generatedAt: NOON, seqNo: 0, tbc: false },
    });
  });

  it('opens an alarm by its monitor and clears it', async () => {
    const station = await csms.station('N07-alarm', '2.0.1').boots();

    await station.call('NotifyEvent', message(event(1)));
    await station.call('NotifyEvent', message(event(2, { actualValue: '90' })));
    const open = await alarmsOf('N07-alarm', '?open=true');
    await station.call('NotifyEvent', message(event(3, { actualValue: '40', cleared: true })));

    expect(open).toMatchObject([{ openedAt: at(1), clearedAt: null, event: { actualValue: '90' } }]);
    expect(await alarmsOf('N07-alarm', '?open=true')).toEqual([]);
    expect(await alarmsOf('N07-alarm')).toMatchObject([{ openedAt: at(1), clearedAt: at(3), lastAt: at(3) }]);
  });

  it('opens it again, and remembers when it was cleared', async () => {
    const station = await csms.station('N07-again', '2.0.1').boots();

    await station.call('NotifyEvent', message(event(1), event(2, { cleared: true }), event(3)));

    expect(await alarmsOf('N07-again')).toMatchObject([
      { openedAt: at(3), clearedAt: null, lastClearedAt: at(2), lastAt: at(3) },
    ]);
  });

  it('counts a repeated message once: it opens nothing that was cleared since', async () => {
    const station = await csms.station('N07-repeat', '2.0.1').boots();

    await station.call('NotifyEvent', message(event(1)));
    await station.call('NotifyEvent', message(event(2, { cleared: true })));
    await station.call('NotifyEvent', message(event(1)));

    expect(await eventsOf('N07-repeat', '?component=EVSE')).toHaveLength(2);
    expect(await alarmsOf('N07-repeat')).toMatchObject([{ clearedAt: at(2) }]);
  });

  it('lets no event that waited while offline change what is known since', async () => {
    const station = await csms.station('N07-late', '2.0.1').boots();

    await station.call('NotifyEvent', message(event(5, { cleared: true })));
    await station.call('NotifyEvent', message(event(4)));

    expect(await alarmsOf('N07-late')).toMatchObject([{ clearedAt: at(5), lastAt: at(5) }]);
  });

  it('clears an alarm that a clock which ran ahead had opened', async () => {
    const station = await csms.station('N07-ahead', '2.0.1').boots();
    const tomorrow = '2026-11-23T12:00:00.000Z';

    await station.call('NotifyEvent', message(event(1, { timestamp: tomorrow })));
    await csms.clock.advance(60_000);
    await station.call('NotifyEvent', message(event(2, { timestamp: csms.clock.now().toISOString(), cleared: true })));

    expect(await alarmsOf('N07-ahead', '?open=true')).toEqual([]);
    expect(await alarmsOf('N07-ahead')).toMatchObject([
      { openedAt: expect.any(String), clearedAt: expect.any(String) },
    ]);
    expect(await eventsOf('N07-ahead', '?component=EVSE')).toMatchObject([{}, { event: { timestamp: tomorrow } }]);
  });

  it('takes an alarm for open that opens and clears several times in one message, by its last state', async () => {
    const station = await csms.station('N07-flutter', '2.0.1').boots();

    const told = [event(1), event(2, { cleared: true }), event(3), event(4, { cleared: true })];
    await station.call('NotifyEvent', message(...told));
    const closed = await alarmsOf('N07-flutter');
    await station.call('NotifyEvent', message(event(5)));

    expect(closed).toMatchObject([{ clearedAt: at(4), lastAt: at(4) }]);
    expect(await alarmsOf('N07-flutter')).toMatchObject([{ openedAt: at(5), clearedAt: null, lastClearedAt: at(4) }]);
  });

  it('keeps what is about an EVSE that no station has, and makes none of it', async () => {
    const station = await csms.station('N07-nowhere', '2.0.1').boots();
    const evse = { id: 5_000_000_000, connectorId: 7 };
    const state = { component: { name: 'Connector', evse }, variable: { name: 'AvailabilityState' } };

    const answer = await station.call('NotifyEvent', message(event(1, { ...state, actualValue: 'Faulted' })));

    expect(answer).toEqual({});
    expect(await eventsOf('N07-nowhere', '?component=Connector')).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ component: { name: 'Connector', evse } }) }),
    );
    const { evses } = (await csms.operator.get('/stations/N07-nowhere')).body as { evses: { evseId: number }[] };
    expect(evses.every(({ evseId }) => evseId < 10)).toBe(true);
  });

  it('tells the device model what it says, the latest value last, and nothing that can only be written', async () => {
    const station = await csms.station('N07-model', '2.0.1').boots();
    const writeOnly = { component: { name: 'Custom' }, variable: { name: 'Word' } };
    const valueOf = async (component: string) => {
      const { body } = await csms.operator.get(`/stations/N07-model/device-model?component=${component}`);
      return (body as { items: { variable: string; value: string | null }[] }).items;
    };
    await station.call('NotifyReport', {
      requestId: 1,
      generatedAt: NOON,
      seqNo: 0,
      reportData: [{ ...writeOnly, variableAttribute: [{ mutability: 'WriteOnly' }] }],
    });
    await csms.clock.advance(60_000);

    const now = csms.clock.now().toISOString();
    await station.call(
      'NotifyEvent',
      message(
        event(9, { trigger: 'Delta', actualValue: '20' }),
        event(8, { trigger: 'Delta', actualValue: '10' }),
        event(1, { ...writeOnly, timestamp: now, actualValue: 'swordfish' }),
      ),
    );

    expect(await valueOf('EVSE')).toContainEqual(expect.objectContaining({ variable: 'Temperature', value: '20' }));
    expect(await valueOf('Custom')).toMatchObject([{ variable: 'Word', value: null }]);
  });

  it('knows open alarms after a restart, and clears them', async () => {
    const station = await csms.station('N07-restart', '2.0.1').boots();
    await station.call('NotifyEvent', message(event(1)));

    await csms.restart();
    const again = await csms.station('N07-restart', '2.0.1').boots();
    await again.call('NotifyEvent', message(event(2, { cleared: true })));

    expect(await alarmsOf('N07-restart')).toMatchObject([{ openedAt: at(1), clearedAt: at(2) }]);
  });

  it('lists the alarms of all stations', async () => {
    for (const stationId of ['N07-one', 'N07-two']) {
      const station = await csms.station(stationId, '2.0.1').boots();
      await station.call('NotifyEvent', message(event(30, { variable: { name: 'Humidity' } })));
    }

    const { body } = await csms.operator.get('/alarms?open=true');

    const items = (body as { items: { stationId: string }[] }).items.map(({ stationId }) => stationId);
    expect(items).toEqual(expect.arrayContaining(['N07-one', 'N07-two']));
  });

  it('hides the value of a variable that is a secret', async () => {
    const station = await csms.station('N07-secret', '2.0.1').boots();
    const component = { name: 'SecurityCtrlr' };

    const secret = event(1, { component, variable: { name: 'BasicAuthPassword' }, actualValue: 'swordfish' });
    await station.call('NotifyEvent', message(secret));

    expect(await eventsOf('N07-secret', '?component=SecurityCtrlr')).toMatchObject([{ event: { actualValue: '***' } }]);
    expect(JSON.stringify(await alarmsOf('N07-secret'))).not.toContain('swordfish');
  });

  it('keeps texts that a database refuses', async () => {
    const station = await RawStation.booted(csms, 'N07-texts', '2.0.1');

    const odd = JSON.stringify(message(event(1, { techInfo: 'a@b', component: { name: 'x@y' } })));
    const answer = await station.ask(`[2,"odd","NotifyEvent",${odd.replaceAll('@', '\\u0000')}]`);

    expect(answer).toBe('[3,"odd",{}]');
    expect(await eventsOf('N07-texts')).toMatchObject([{ event: { techInfo: 'a\0b' } }]);
  });

  it('leaves out an event without its component, and keeps every other one once', async () => {
    const station = await RawStation.booted(csms, 'N07-broken', '2.0.1');
    const broken = { ...event(2), component: undefined };
    const say = (...eventData: object[]) =>
      station.ask(JSON.stringify([2, 'b', 'NotifyEvent', { ...message(), eventData }]));

    const answers = [await say(broken, event(3)), await say(broken, event(3)), await say(broken, event(4))];

    expect(answers).toEqual(Array(3).fill('[3,"b",{}]'));
    expect(await eventsOf('N07-broken')).toMatchObject([{ event: { eventId: 4 } }, { event: { eventId: 3 } }]);
    expect((JSON.parse(await say(broken)) as unknown[]).slice(0, 3)).toEqual([4, 'b', 'OccurrenceConstraintViolation']);
  });

  it.each(['/stations/N07-nobody/events', '/stations/N07-nobody/alarms', '/alarms?stationId=N07-nobody'])(
    'answers 404 for a station that nobody registered (%s)',
    async (path) => {
      expect(await csms.operator.get(path)).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
    },
  );

  it('answers 400 for a cursor of another list', async () => {
    await csms.station('N07-cursor', '2.0.1').boots();

    expect(await csms.operator.get('/stations/N07-cursor/events?cursor=abc')).toMatchObject({ status: 400 });
    expect(await csms.operator.get('/alarms?cursor=abc')).toMatchObject({ status: 400 });
  });
});
