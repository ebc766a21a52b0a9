import { actionTriggered, triggeredMessages } from './triggered-messages.js';

const said = (request: object, messageId: string | null = 'm') => ({ messageId, request });

describe('F06 · The messages that came of a trigger', () => {
  it.each([
    ['TriggerMessage', 'MeterValues', 'MeterValues'],
    ['TriggerMessage', 'SignCombinedCertificate', 'SignCertificate'],
    ['ExtendedTriggerMessage', 'SignChargePointCertificate', 'SignCertificate'],
    ['ExtendedTriggerMessage', 'FirmwareStatusNotification', 'SignedFirmwareStatusNotification'],
  ])('of %s %s are %s', (action, requestedMessage, brought) => {
    expect(actionTriggered({ action, request: { requestedMessage } })).toBe(brought);
  });

  it('are of triggers alone: reports belong to their requests', () => {
    expect(actionTriggered({ action: 'GetBaseReport', request: { requestId: 1 } })).toBeUndefined();
  });

  it.each([
    ['1.6', { connectorId: 1 }, { connectorId: 2 }],
    ['2.x', { evseId: 1 }, { evseId: 2 }],
  ])('are the first about each EVSE where all were asked for (OCPP %s)', (_version, one, two) => {
    const first = said(one);
    const other = said(two);

    expect(triggeredMessages({ action: 'TriggerMessage', request: {} }, [first, said(one), other])).toEqual([
      first,
      other,
    ]);
  });

  it.each([
    ['1.6', { connectorId: 2 }, { connectorId: 1 }, { connectorId: 2 }],
    ['2.x', { evse: { id: 2 } }, { evseId: 1 }, { evseId: 2 }],
    ['2.x', { evse: { id: 2, connectorId: 2 } }, { evseId: 2, connectorId: 1 }, { evseId: 2, connectorId: 2 }],
  ])('are about what was asked for (OCPP %s)', (_version, request, wrong, right) => {
    const meant = said(right);

    expect(triggeredMessages({ action: 'TriggerMessage', request }, [said(wrong), meant])).toEqual([meant]);
  });

  it('is the first Heartbeat, but not the counted ones of a minute', () => {
    const heartbeat = said({}, 'h');

    expect(triggeredMessages({ action: 'TriggerMessage', request: {} }, [said({}, null), heartbeat])).toEqual([
      heartbeat,
    ]);
  });

  it('are the TransactionEvents that say so, one of each transaction, in 2.0 and 2.0.1', () => {
    const periodic = said({ triggerReason: 'MeterValuePeriodic', transactionInfo: { transactionId: 'A' } });
    const a = said({ triggerReason: 'Trigger', transactionInfo: { transactionId: 'A' } });
    const b = said({ triggerReason: 'Trigger', transactionData: { id: 'B' } });

    expect(triggeredMessages({ action: 'TriggerMessage', request: {} }, [periodic, a, b, a])).toEqual([a, b]);
  });
});
