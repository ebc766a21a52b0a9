import { randomUUID } from 'node:crypto';
import type { StationRequests } from '../../ocpp/index.js';
import { callIn, replyWith, type CommandTable, type Dialect } from './dialect.js';
import {
  cancelReservationV2,
  getTransactionStatusV2,
  meterValueV2,
  statusV2,
  tokenGroupV2,
  tokenStatusV2,
  triggerMessageV2,
} from './dialect.v2.js';
import { logCommandsV2, logStatusV20 } from './logs.v2.js';
import { firmwareCommandsV20, firmwareStatusV2 } from './firmware.v2.js';
import { getVariablesV2, setVariablesV2 } from './variables.v2.js';
import type { ChargingState, IdToken, StopReason, TriggerReason } from './words.js';

type EventV20 = StationRequests['2.0']['TransactionEvent'];
type TriggerV20 = NonNullable<EventV20['triggerReason']>;
type ReasonV20 = NonNullable<EventV20['transactionData']['stoppedReason']>;

const call = callIn<'2.0'>();

/** What 2.0 cannot say in the words of 2.0.1. */
const TRIGGERS: Partial<Record<TriggerReason, TriggerV20>> = {
  AbnormalCondition: 'ChargingStateChanged',
  ResetCommand: 'ChargingStateChanged',
  SignedDataReceived: 'Trigger',
};

/** 2.0 has no state for a cable that is plugged while nothing happens. */
const CHARGING_STATES: Record<ChargingState, EventV20['transactionData']['chargingState']> = {
  Charging: 'Charging',
  EVConnected: 'EVDetected',
  SuspendedEV: 'SuspendedEV',
  SuspendedEVSE: 'SuspendedEVSE',
  Idle: undefined,
};

const commands: CommandTable<'2.0'> = {
  ...firmwareCommandsV20,
  RequestStartTransaction: ({ idToken, evseId, remoteStartId }, station) =>
    station.requestStart({ token: { value: idToken.idToken, type: idToken.type }, evseId, remoteStartId }),
  RequestStopTransaction: ({ transactionId }, station) =>
    replyWith(station.requestStop(transactionId), (status) => ({ status })),
  ...logCommandsV2,
  GetTransactionStatus: getTransactionStatusV2,
  ReserveNow: ({ idToken, groupIdToken, reservation }, station) =>
    replyWith(
      station.reserve({
        id: reservation.id,
        token: { value: idToken.idToken, type: idToken.type },
        groupId: groupIdToken?.idToken,
        expiresAt: new Date(reservation.expiryDateTime),
        evseId: reservation.evse.id,
        connectorType: reservation.connectorCode,
      }),
      (status) => ({ status }),
    ),
  CancelReservation: cancelReservationV2,
  GetVariables: getVariablesV2,
  SetVariables: setVariablesV2,
  Reset: ({ type }, station) => replyWith(station.reset(type), (status) => ({ status })),
  ChangeAvailability: ({ evseId, operationalStatus }, station) =>
    replyWith(
      station.changeAvailability({ operative: operationalStatus === 'Operative', evseId: evseId || undefined }),
      (status) => ({ status }),
    ),
  TriggerMessage: triggerMessageV2,
};

/** OCPP 2.0 (2018): the transaction stands under `transactionData`, and some words are missing. */
export const DIALECT_V20: Dialect<'2.0'> = {
  version: '2.0',
  subprotocol: 'ocpp2.0',
  reportsStation: false,
  needsTokenToStart: false,
  commands,
  states: {},
  newTransactionId: () => randomUUID(),
  boot: (plate, reason) =>
    call('BootNotification', {
      reason,
      chargingStation: {
        model: plate.model,
        vendorName: plate.vendor,
        serialNumber: plate.serialNumber.slice(0, 20),
        firmwareVersion: plate.firmwareVersion,
      },
    }),
  logStatus: logStatusV20,
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
    () => {
      const chargingState = event.chargingState && CHARGING_STATES[event.chargingState];
      return call('TransactionEvent', {
        eventType: event.eventType,
        timestamp: event.at.toISOString(),
        triggerReason: toTrigger(event.trigger),
        seqNo: event.seqNo,
        ...(event.offline && { offline: true }),
        transactionData: {
          id: transaction.id!,
          ...(chargingState && { chargingState }),
          ...(event.stopReason && { stoppedReason: toReason(event.stopReason) }),
          ...(event.remoteStartId !== undefined && { remoteStartId: event.remoteStartId }),
        },
        ...(event.reservationId !== undefined && { reservationId: event.reservationId }),
        ...(event.evse && { evse: event.evse }),
        ...(event.token && { idToken: toIdToken(event.token) }),
        ...(event.reading && { meterValue: [meterValueV2(event.reading)] }),
      });
    },
  meterValues: (evseId, reading) => call('MeterValues', { evseId, meterValue: [meterValueV2(reading)] }),
  firmwareStatus: firmwareStatusV2,
  reservationEnded: (reservationId, reservationUpdateStatus) =>
    call('ReservationStatusUpdate', { reservationId, reservationUpdateStatus }),
  tokenGroup: tokenGroupV2,
  tokenStatus: tokenStatusV2,
  transactionId: () => undefined,
};

const toTrigger = (trigger: TriggerReason): TriggerV20 => TRIGGERS[trigger] ?? (trigger as TriggerV20);
const toReason = (reason: StopReason): ReasonV20 => (reason === 'HardReset' ? 'ImmediateReset' : reason);
const toIdToken = ({ value, type }: IdToken) => ({ idToken: value, type });
