import { toConnectorStatus } from './availability.handlers.v16.js';

describe('status of a 1.6 connector in 2.0.1 words', () => {
  it.each([
    ['Available', 'Available'],
    ['Preparing', 'Occupied'],
    ['Charging', 'Occupied'],
    ['SuspendedEV', 'Occupied'],
    ['SuspendedEVSE', 'Occupied'],
    ['Finishing', 'Occupied'],
    ['Reserved', 'Reserved'],
    ['Unavailable', 'Unavailable'],
    ['Faulted', 'Faulted'],
  ] as const)('%s is %s', (reported, status) => {
    expect(toConnectorStatus(reported)).toBe(status);
  });
});
