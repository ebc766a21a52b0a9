import type { OcppVersion } from '../../ocpp/index.js';
import { TRIGGERED_MESSAGES, type TriggeredMessage } from './dto/trigger-message.dto.js';
import { triggerMessage, type TriggerInput } from './trigger-message.commands.js';

const said = (version: OcppVersion, input: TriggerInput): string => {
  const translation = triggerMessage.translation(version)!;
  const { action } = translation;
  try {
    return `${typeof action === 'string' ? action : action.choose(input)} ${String(translation.request(input)['requestedMessage'])}`;
  } catch (problem) {
    return (problem as { code: string }).code;
  }
};

const NO = 'version-unsupported';
type InVersions = readonly [v16: string, v20: string, v201: string];
const same = (message: string): string => `TriggerMessage ${message}`;

/** How each message is asked for in 1.6, 2.0 and 2.0.1. */
const WORDS: Record<TriggeredMessage, InVersions> = {
  BootNotification: [same('BootNotification'), same('BootNotification'), same('BootNotification')],
  DiagnosticsStatusNotification: [
    same('DiagnosticsStatusNotification'),
    same('LogStatusNotification'),
    same('LogStatusNotification'),
  ],
  FirmwareStatusNotification: [
    same('FirmwareStatusNotification'),
    same('FirmwareStatusNotification'),
    same('FirmwareStatusNotification'),
  ],
  Heartbeat: [same('Heartbeat'), same('Heartbeat'), same('Heartbeat')],
  LogStatusNotification: [
    'ExtendedTriggerMessage LogStatusNotification',
    same('LogStatusNotification'),
    same('LogStatusNotification'),
  ],
  MeterValues: [same('MeterValues'), same('MeterValues'), same('MeterValues')],
  PublishFirmwareStatusNotification: [NO, NO, same('PublishFirmwareStatusNotification')],
  SignChargingStationCertificate: [
    'ExtendedTriggerMessage SignChargePointCertificate',
    same('SignChargingStationCertificate'),
    same('SignChargingStationCertificate'),
  ],
  SignCombinedCertificate: [NO, NO, same('SignCombinedCertificate')],
  SignV2GCertificate: [NO, same('SignV2GCertificate'), same('SignV2GCertificate')],
  SignedFirmwareStatusNotification: [
    'ExtendedTriggerMessage FirmwareStatusNotification',
    same('FirmwareStatusNotification'),
    same('FirmwareStatusNotification'),
  ],
  StatusNotification: [same('StatusNotification'), same('StatusNotification'), same('StatusNotification')],
  TransactionEvent: [NO, same('TransactionEvent'), same('TransactionEvent')],
};

describe('F06 · Trigger message', () => {
  it.each(TRIGGERED_MESSAGES)('%s is asked for in the words of each version', (requestedMessage) => {
    const versions = ['1.6', '2.0', '2.0.1'] as const;

    expect(versions.map((version) => said(version, { requestedMessage, evseId: 1 }))).toEqual(WORDS[requestedMessage]);
  });

  it('of all StatusNotifications at once cannot be said in 2.0.1, which wants a connector (F06.FR.12)', () => {
    expect(said('2.0.1', { requestedMessage: 'StatusNotification' })).toBe(NO);
    expect(said('2.0', { requestedMessage: 'StatusNotification' })).toBe(same('StatusNotification'));
    expect(said('1.6', { requestedMessage: 'StatusNotification' })).toBe(same('StatusNotification'));
  });

  it('of a second connector of an EVSE cannot be said in 1.6', () => {
    expect(said('1.6', { requestedMessage: 'MeterValues', evseId: 1, connectorId: 2 })).toBe(NO);
  });
});
