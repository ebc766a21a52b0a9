import { customerInformation } from './customer-data.js';
import { randomUUID } from 'node:crypto';
import type { StationRequests } from '../../ocpp/index.js';
import { callIn, replyWith, type CommandTable, type Dialect } from './dialect.js';
import {
  cancelReservationV2,
  getTransactionStatusV2,
  meterValueV2,
  statusV2,
  toList,
  tokenGroupV2,
  tokenStatusV2,
  triggerMessageV2,
} from './dialect.v2.js';
import { certificateCommandsV201, invalidCertificateV201 } from './certificates.v201.js';
import { setNetworkProfile } from './network-profiles.js';
import { logCommandsV2, logStatusV201 } from './logs.v2.js';
import { firmwareCommandsV201, firmwareStatusV2 } from './firmware.v2.js';
import { getBaseReport, getReport } from './reports.js';
import { getVariablesV2, setVariablesV2 } from './variables.v2.js';
import type { IdToken } from './words.js';

type EventV201 = StationRequests['2.0.1']['TransactionEvent'];
type TokenV201 = NonNullable<EventV201['idToken']>;

const call = callIn<'2.0.1'>();

const commands: CommandTable<'2.0.1'> = {
  ...firmwareCommandsV201,
  RequestStartTransaction: ({ idToken, evseId, remoteStartId }, station) =>
    station.requestStart({ token: fromIdToken(idToken), evseId, remoteStartId }),
  RequestStopTransaction: ({ transactionId }, station) =>
    replyWith(station.requestStop(transactionId), (status) => ({ status })),
  GetTransactionStatus: getTransactionStatusV2,
  ReserveNow: ({ id, idToken, groupIdToken, expiryDateTime, evseId, connectorType }, station) =>
    replyWith(
      station.reserve({
        id,
        token: fromIdToken(idToken),
        groupId: groupIdToken?.idToken,
        expiresAt: new Date(expiryDateTime),
        evseId,
        connectorType,
      }),
      (status) => ({ status }),
    ),
  CancelReservation: cancelReservationV2,
  ChangeAvailability: ({ operationalStatus, evse }, station) =>
    replyWith(
      station.changeAvailability({
        operative: operationalStatus === 'Operative',
        evseId: evse?.id || undefined,
        connectorId: evse?.connectorId,
      }),
      (status) => ({ status }),
    ),
  TriggerMessage: triggerMessageV2,
  Reset: ({ type, evseId }, station) =>
    evseId === undefined
      ? replyWith(station.reset(type), (status) => ({ status }))
      : replyWith(station.resetEvse(type, evseId), (status) => ({ status })),
  GetBaseReport: getBaseReport,
  GetReport: getReport,
  ...logCommandsV2,
  ...certificateCommandsV201,
  GetVariables: getVariablesV2,
  SetVariables: setVariablesV2,
  SetNetworkProfile: setNetworkProfile,
  DataTransfer: () => ({ answer: { status: 'UnknownVendorId' } }),
  CustomerInformation: customerInformation,
  ClearCache: (_, station) => replyWith(station.clearCache(), (status) => ({ status })),
  UnlockConnector: ({ evseId, connectorId }, station) =>
    replyWith(station.unlock(evseId, connectorId, false), (status) => ({ status })),
};

/** OCPP 2.0.1: one TransactionEvent tells everything about a transaction. */
export const DIALECT_V201: Dialect<'2.0.1'> = {
  version: '2.0.1',
  subprotocol: 'ocpp2.0.1',
  reportsStation: false,
  needsTokenToStart: false,
  commands,
  states: {
    FirmwareStatusNotification: call('FirmwareStatusNotification', { status: 'Idle' }),
    LogStatusNotification: call('LogStatusNotification', { status: 'Idle' }),
  },
  newTransactionId: () => randomUUID(),
  boot: (plate, reason) =>
    call('BootNotification', {
      reason,
      chargingStation: {
        model: plate.model,
        vendorName: plate.vendor,
        serialNumber: plate.serialNumber,
        firmwareVersion: plate.firmwareVersion,
      },
    }),
  logStatus: logStatusV201,
  connectorStatus: statusV2,
  status: (connector, at) =>
    call('StatusNotification', {
      timestamp: at.toISOString(),
      connectorStatus: statusV2(connector),
      evseId: connector.evseId,
      connectorId: connector.connectorId,
    }),
  authorize: (token) => call('Authorize', { idToken: toIdToken(token) }),
  transactionEvent:
    ({ transaction, ...event }) =>
    () =>
      call('TransactionEvent', {
        eventType: event.eventType,
        timestamp: event.at.toISOString(),
        triggerReason: event.trigger,
        seqNo: event.seqNo,
        ...(event.offline && { offline: true }),
        transactionInfo: {
          transactionId: transaction.id!,
          ...(event.chargingState && { chargingState: event.chargingState }),
          ...(event.stopReason && {
            stoppedReason: event.stopReason === 'HardReset' ? 'ImmediateReset' : event.stopReason,
          }),
          ...(event.remoteStartId !== undefined && { remoteStartId: event.remoteStartId }),
        },
        ...(event.reservationId !== undefined && { reservationId: event.reservationId }),
        ...(event.evse && { evse: event.evse }),
        ...(event.token && { idToken: toIdToken(event.token) }),
        ...(event.reading && { meterValue: toList([meterValueV2(event.reading)]) }),
      }),
  meterValues: (evseId, reading) => call('MeterValues', { evseId, meterValue: toList([meterValueV2(reading)]) }),
  firmwareStatus: firmwareStatusV2,
  invalidCertificate: invalidCertificateV201,
  reservationEnded: (reservationId, reservationUpdateStatus) =>
    call('ReservationStatusUpdate', { reservationId, reservationUpdateStatus }),
  tokenGroup: tokenGroupV2,
  tokenStatus: tokenStatusV2,
  transactionId: () => undefined,
};

const toIdToken = ({ value, type }: IdToken): TokenV201 => ({ idToken: value, type });

const fromIdToken = ({ idToken, type }: TokenV201): IdToken => ({
  value: idToken,
  type: type === 'MacAddress' ? 'Central' : type,
});
