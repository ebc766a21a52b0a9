import { type ObservedValue as Event, statusIn } from './availability-events.js';

const event = (component: Event['component'], actualValue: string, variable = 'AvailabilityState'): Event => ({
  timestamp: '2026-11-22T12:00:00Z',
  actualValue,
  component,
  variable: { name: variable },
});

describe('An event about the availability', () => {
  it.each<[string, Event['component'], object]>([
    ['of a connector', { name: 'Connector', evse: { id: 2, connectorId: 3 } }, { evseId: 2, connectorId: 3 }],
    ['of an EVSE', { name: 'EVSE', evse: { id: 2 } }, { evseId: 2, connectorId: 0 }],
    ['of the station', { name: 'ChargingStation' }, { evseId: 0, connectorId: 0 }],
  ])('%s reports its status', (_, component, place) => {
    expect(statusIn(event(component, 'Occupied'))).toEqual({
      ...place,
      status: 'Occupied',
      reportedStatus: 'Occupied',
      timestamp: '2026-11-22T12:00:00Z',
    });
  });

  it('is understood in any letter case', () => {
    const reported = event({ name: 'connector', evse: { id: 1, connectorId: 1 } }, 'FAULTED', 'availabilitystate');

    expect(statusIn(reported)).toMatchObject({ status: 'Faulted', reportedStatus: 'FAULTED' });
  });

  it.each<[string, Event]>([
    ['another variable', event({ name: 'Connector', evse: { id: 1, connectorId: 1 } }, 'Occupied', 'ChargeProtocol')],
    ['a locked connector', event({ name: 'ConnectorPlugRetentionLock', evse: { id: 1 } }, 'true', 'Problem')],
    ['a connector nowhere', event({ name: 'Connector' }, 'Occupied')],
    ['a connector without number', event({ name: 'Connector', evse: { id: 1 } }, 'Occupied')],
    ['a status that does not exist', event({ name: 'Connector', evse: { id: 1, connectorId: 1 } }, 'constructor')],
  ])('says nothing about %s', (_, other) => {
    expect(statusIn(other)).toBeUndefined();
  });
});
