import type { ConnectedStation, RegistrationStatus } from '../ocpp/index.js';
import { assertSendable } from './registration.js';

const station = (registration: RegistrationStatus | undefined): ConnectedStation => ({
  stationUuid: 'uuid',
  stationId: 'CS001',
  version: '2.0.1',
  epoch: 1n,
  registration,
  connectedAt: new Date(),
});

describe('What a registration allows to be sent', () => {
  it.each(['RequestStartTransaction', 'GetVariables', 'Reset'])('Accepted: %s', (action) => {
    expect(() => assertSendable(station('Accepted'), action)).not.toThrow();
  });

  it.each(['GetVariables', 'SetVariables', 'GetBaseReport', 'GetReport', 'TriggerMessage', 'CertificateSigned'])(
    'B02 Pending: %s',
    (action) => {
      expect(() => assertSendable(station('Pending'), action)).not.toThrow();
    },
  );

  it.each(['GetConfiguration', 'ChangeConfiguration', 'ExtendedTriggerMessage'])('B02 Pending, 1.6: %s', (action) => {
    expect(() => assertSendable(station('Pending'), action)).not.toThrow();
  });

  it.each(['RequestStartTransaction', 'RemoteStopTransaction', 'Reset'])('B02 not while Pending: %s', (action) => {
    expect(() => assertSendable(station('Pending'), action)).toThrow(
      expect.objectContaining({ code: 'station-not-accepted', status: 409 }),
    );
  });

  it.each(['Rejected', undefined] as const)('B03 nothing while %s', (registration) => {
    expect(() => assertSendable(station(registration), 'TriggerMessage')).toThrow(
      expect.objectContaining({ code: 'station-not-accepted', members: expect.objectContaining({ sendable: [] }) }),
    );
  });
});
