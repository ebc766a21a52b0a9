import type { StationRequests } from '../../ocpp/index.js';
import { callIn, replyWith, type CommandTable, type Dialect, type StationVariable } from './dialect.js';
import { certificateCommandsV16, invalidCertificateV16 } from './certificates.v16.js';
import { logCommandsV16, logStatusV16 } from './logs.v16.js';
import type { OutgoingCall } from './outbox.js';
import { energyOf, samplesOf, type Sample } from './sampled-values.js';
import { firmwareCommandsV16, firmwareStatusV16 } from './firmware.v16.js';
import type { ConnectorState, IdToken, MeterReading, StopReason, TransactionEvent } from './words.js';

type StatusV16 = StationRequests['1.6']['StatusNotification']['status'];
type MeterValueV16 = NonNullable<StationRequests['1.6']['MeterValues']['meterValue']>[number];
type ReasonV16 = NonNullable<StationRequests['1.6']['StopTransaction']['reason']>;

const call = callIn<'1.6'>();

const REASONS: Record<StopReason, ReasonV16> = {
  DeAuthorized: 'DeAuthorized',
  EmergencyStop: 'EmergencyStop',
  EnergyLimitReached: 'Other',
  EVDisconnected: 'EVDisconnected',
  GroundFault: 'Other',
  HardReset: 'HardReset',
  ImmediateReset: 'SoftReset',
  Local: 'Local',
  LocalOutOfCredit: 'Other',
  MasterPass: 'Other',
  Other: 'Other',
  OvercurrentFault: 'Other',
  PowerLoss: 'PowerLoss',
  PowerQuality: 'Other',
  Reboot: 'Reboot',
  Remote: 'Remote',
  SOCLimitReached: 'Other',
  StoppedByEV: 'Other',
  TimeLimitReached: 'Other',
  Timeout: 'Other',
};

/** An EVSE of 1.6 has one connector, and the connector bears its number. */
const commands: CommandTable<'1.6'> = {
  ...firmwareCommandsV16,
  RemoteStartTransaction: ({ idTag, connectorId }, station) =>
    replyWith(station.requestStart({ token: tokenOf(idTag), evseId: connectorId }), ({ status }) => ({ status })),
  RemoteStopTransaction: ({ transactionId }, station) =>
    replyWith(station.requestStop(String(transactionId)), (status) => ({ status })),
  ChangeAvailability: ({ connectorId, type }, station) =>
    replyWith(
      station.changeAvailability({ operative: type === 'Operative', evseId: connectorId || undefined }),
      (status) => ({ status }),
    ),
  TriggerMessage: ({ requestedMessage, connectorId }, station) =>
    replyWith(station.trigger(requestedMessage, connectorId || undefined), (status) => ({ status })),
  ExtendedTriggerMessage: ({ requestedMessage, connectorId }, station) => {
    if (requestedMessage === 'SignChargePointCertificate') return { answer: { status: 'NotImplemented' } };
    // what the security extension calls the state of firmware is that of a signed one
    const message =
      requestedMessage === 'FirmwareStatusNotification' ? 'SignedFirmwareStatusNotification' : requestedMessage;
    return replyWith(station.trigger(message, connectorId || undefined), (status) => ({ status }));
  },
  Reset: ({ type }, station) =>
    replyWith(station.reset(type === 'Hard' ? 'Hard' : 'Immediate'), () => ({ status: 'Accepted' })),
  GetConfiguration: ({ key }, station) => {
    const known = station.variables().filter((variable) => variable.key !== undefined);
    const names = key?.map((name) => name.toLowerCase()) ?? [];
    const asked = names.length ? known.filter((variable) => names.includes(variable.key!.toLowerCase())) : known;
    return {
      answer: {
        configurationKey: asked.map((variable) => ({
          key: variable.key!,
          readonly: variable.access === 'ReadOnly',
          ...(variable.access !== 'WriteOnly' && { value: variable.value }),
        })),
        unknownKey: key?.filter((name) => !known.some((variable) => isKey(variable, name))) ?? [],
      },
    };
  },
  ...logCommandsV16,
  ...certificateCommandsV16,
  ReserveNow: ({ connectorId, expiryDate, idTag, parentIdTag, reservationId }, station) =>
    replyWith(
      station.reserve({
        id: reservationId,
        token: tokenOf(idTag),
        groupId: parentIdTag,
        expiresAt: new Date(expiryDate),
        evseId: connectorId || undefined,
      }),
      (status) => ({ status }),
    ),
  CancelReservation: ({ reservationId }, station) =>
    replyWith(station.cancelReservation(reservationId), (status) => ({ status })),
  ChangeConfiguration: ({ key, value }, station) => {
    const variable = station.variables().find((each) => isKey(each, key));
    if (!variable) return { answer: { status: 'NotSupported' } };
    const status = station.setVariable(variable, value);
    return { answer: { status: status === 'Accepted' || status === 'RebootRequired' ? status : 'Rejected' } };
  },
  DataTransfer: () => ({ answer: { status: 'UnknownVendorId' } }),
  ClearCache: (_, station) => replyWith(station.clearCache(), (status) => ({ status })),
  UnlockConnector: ({ connectorId }, station) =>
    replyWith(station.unlock(connectorId, 1, true), (status) => ({
      status: status === 'Unlocked' ? 'Unlocked' : 'NotSupported',
    })),
};

/** OCPP 1.6: transactions are numbered by the CSMS, meter values travel in a message of their own. */
export const DIALECT_V16: Dialect<'1.6'> = {
  version: '1.6',
  subprotocol: 'ocpp1.6',
  reportsStation: true,
  needsTokenToStart: true,
  commands,
  states: {
    DiagnosticsStatusNotification: call('DiagnosticsStatusNotification', { status: 'Idle' }),
    FirmwareStatusNotification: call('FirmwareStatusNotification', { status: 'Idle' }),
    LogStatusNotification: call('LogStatusNotification', { status: 'Idle' }),
    SignedFirmwareStatusNotification: call('SignedFirmwareStatusNotification', { status: 'Idle' }),
  },
  newTransactionId: () => undefined,
  boot: (plate) =>
    call('BootNotification', {
      chargePointVendor: plate.vendor,
      chargePointModel: plate.model,
      chargePointSerialNumber: plate.serialNumber,
      firmwareVersion: plate.firmwareVersion,
    }),
  logStatus: logStatusV16,
  connectorStatus: statusOf,
  status: (connector, at) =>
    call('StatusNotification', {
      connectorId: connector.evseId,
      errorCode: connector.faulted ? 'OtherError' : 'NoError',
      status: statusOf(connector),
      timestamp: at.toISOString(),
    }),
  authorize: (token) => call('Authorize', { idTag: token.value }),
  transactionEvent,
  meterValues: (evseId, reading, transaction) =>
    call('MeterValues', {
      connectorId: evseId,
      ...(transaction && { transactionId: numberOf(transaction.id) }),
      meterValue: [toMeterValue(reading, samplesOf(reading))],
    }),
  firmwareStatus: firmwareStatusV16,
  invalidCertificate: invalidCertificateV16,
  tokenGroup: (response) => (response['idTagInfo'] as { parentIdTag?: string } | undefined)?.parentIdTag,
  tokenStatus: (response) => (response['idTagInfo'] as { status?: string } | undefined)?.status,
  transactionId: ({ transactionId }) => (transactionId === undefined ? undefined : String(transactionId)),
};

function transactionEvent(event: TransactionEvent): (() => OutgoingCall) | undefined {
  const { transaction, reading } = event;
  if (event.eventType === 'Started') {
    return () =>
      call('StartTransaction', {
        connectorId: transaction.evseId,
        idTag: transaction.token?.value ?? '',
        meterStart: transaction.startedWith.energyWh,
        timestamp: event.at.toISOString(),
        ...(event.reservationId !== undefined && { reservationId: event.reservationId }),
      });
  }
  if (event.eventType === 'Ended') return () => stop(event);
  return reading && (() => DIALECT_V16.meterValues(transaction.evseId, reading, transaction));
}

function stop({ transaction, token, reading, at, stopReason, trigger }: TransactionEvent): OutgoingCall {
  const end = reading ?? transaction.startedWith;
  return call('StopTransaction', {
    transactionId: numberOf(transaction.id),
    ...(token && { idTag: token.value }),
    meterStop: end.energyWh,
    timestamp: at.toISOString(),
    reason: trigger === 'UnlockCommand' ? 'UnlockCommand' : REASONS[stopReason ?? 'Local'],
    transactionData: [transaction.startedWith, end].map((each) => toMeterValue(each, [energyOf(each)])),
  });
}

/** A start that was never answered leaves no id; stations in the field say -1 then. */
const numberOf = (transactionId: string | undefined): number => Number(transactionId ?? -1);

const tokenOf = (idTag: string): IdToken => ({ value: idTag, type: 'ISO14443' });

const isKey = (variable: StationVariable, key: string): boolean => variable.key?.toLowerCase() === key.toLowerCase();

function toMeterValue(reading: MeterReading, samples: readonly Sample[]): MeterValueV16 {
  return {
    timestamp: reading.at.toISOString(),
    sampledValue: samples.map((sample) => ({ ...sample, value: String(sample.value), context: reading.context })),
  };
}

const CHARGING: Record<NonNullable<ConnectorState['charging']>, StatusV16> = {
  Charging: 'Charging',
  EVConnected: 'Preparing',
  SuspendedEV: 'SuspendedEV',
  SuspendedEVSE: 'SuspendedEVSE',
  Idle: 'Preparing',
};

function statusOf(connector: ConnectorState): StatusV16 {
  if (connector.faulted) return 'Faulted';
  if (connector.charging) return CHARGING[connector.charging];
  if (!connector.operative) return 'Unavailable';
  if (connector.finished) return 'Finishing';
  if (connector.plugged || connector.awaited) return 'Preparing';
  return connector.reserved ? 'Reserved' : 'Available';
}
