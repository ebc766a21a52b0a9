import { ChangeAvailability, type AvailabilityInput } from './availability.commands.js';

const said = (version: '1.6' | '2.0' | '2.0.1', input: AvailabilityInput) =>
  ChangeAvailability.translation(version)!.request(input);

describe('Change of availability', () => {
  it.each([
    ['1.6', { connectorId: 0, type: 'Inoperative' }],
    ['2.0', { evseId: 0, operationalStatus: 'Inoperative' }],
    ['2.0.1', { operationalStatus: 'Inoperative' }],
  ] as const)('of a station is said in OCPP %s', (version, payload) => {
    expect(said(version, { operationalStatus: 'Inoperative' })).toEqual(payload);
  });

  it.each([
    ['1.6', { connectorId: 2, type: 'Operative' }],
    ['2.0', { evseId: 2, operationalStatus: 'Operative' }],
    ['2.0.1', { operationalStatus: 'Operative', evse: { id: 2 } }],
  ] as const)('of an EVSE is said in OCPP %s', (version, payload) => {
    expect(said(version, { operationalStatus: 'Operative', evseId: 2 })).toEqual(payload);
  });

  it('of a connector is said in OCPP 2.0.1, and in 1.6 for the only connector', () => {
    const connector = { operationalStatus: 'Operative', evseId: 2, connectorId: 1 } as const;

    expect(said('2.0.1', connector)).toEqual({ operationalStatus: 'Operative', evse: { id: 2, connectorId: 1 } });
    expect(said('1.6', connector)).toEqual({ connectorId: 2, type: 'Operative' });
  });

  it.each([
    ['1.6', { evseId: 1, connectorId: 2 }],
    ['2.0', { evseId: 1, connectorId: 1 }],
  ] as const)('of a connector that OCPP %s has no words for is refused', (version, place) => {
    expect(() => said(version, { operationalStatus: 'Operative', ...place })).toThrow(
      expect.objectContaining({ code: 'version-unsupported', status: 422 }),
    );
  });

  it('hands on the answer of the station with its reason', () => {
    const statusInfo = { reasonCode: 'InTransaction' };

    expect(ChangeAvailability.translation('2.0.1')!.answer({ status: 'Scheduled', statusInfo })).toEqual({
      status: 'Scheduled',
      statusInfo,
    });
    expect(ChangeAvailability.translation('1.6')!.answer({ status: 'Rejected' })).toEqual({ status: 'Rejected' });
  });
});
