import { alarmKeyOf, type ReportedEvent } from './station-event.js';

const event = (difference: Partial<ReportedEvent> = {}): ReportedEvent => ({
  timestamp: '2026-11-22T12:00:00Z',
  trigger: 'Alerting',
  actualValue: '81',
  variableMonitoringId: 3,
  component: { name: 'EVSE', evse: { id: 1 } },
  variable: { name: 'Temperature' },
  ...difference,
});

describe('The alarm of an event', () => {
  it('is the same when it is cleared, and in any letter case', () => {
    const cleared = event({ cleared: true, actualValue: '40', variable: { name: 'TEMPERATURE' } });

    expect(alarmKeyOf(cleared)).toBe(alarmKeyOf(event()));
  });

  it.each<[string, Partial<ReportedEvent>]>([
    ['monitor', { variableMonitoringId: 4 }],
    ['EVSE', { component: { name: 'EVSE', evse: { id: 2 } } }],
    ['connector', { component: { name: 'EVSE', evse: { id: 1, connectorId: 1 } } }],
    ['instance of the component', { component: { name: 'EVSE', instance: 'a', evse: { id: 1 } } }],
    ['variable', { variable: { name: 'Current' } }],
    ['instance of the variable', { variable: { name: 'Temperature', instance: 'a' } }],
  ])('is another one for another %s', (_, difference) => {
    expect(alarmKeyOf(event(difference))).not.toBe(alarmKeyOf(event()));
  });

  it.each<[string, Partial<ReportedEvent>]>([
    ['a change', { trigger: 'Delta' }],
    ['a period', { trigger: 'Periodic', cleared: false }],
  ])('is none for %s', (_, difference) => {
    expect(alarmKeyOf(event(difference))).toBeUndefined();
  });
});
