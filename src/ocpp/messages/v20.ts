import type { OCPP20 } from 'typed-ocpp';
import type { Tolerant } from './tolerant.js';

// OCPP 2.0 (2018): written out here because no package has its types. Only what TAU handles in this version.
// Unknown fields are legal in every object; there is no customData and no statusInfo.

export interface IdTokenV20 {
  idToken: string;
  type: 'Central' | 'eMAID' | 'ISO14443' | 'ISO15693' | 'KeyCode' | 'Local' | 'NoAuthorization';
  additionalInfo?: { additionalIdToken: string; type: string }[];
}

export interface IdTokenInfoV20 {
  status: OCPP20.AuthorizeResponse['idTokenInfo']['status'];
  cacheExpiryDateTime?: string;
  chargingPriority?: number;
  groupIdToken?: Pick<IdTokenV20, 'idToken' | 'type'>;
  language1?: string;
  language2?: string;
  personalMessage?: { format: 'ASCII' | 'HTML' | 'URI' | 'UTF8'; language?: string; content: string };
}

export interface EvseV20 {
  id: number;
  connectorId?: number;
}

type SampledValueV201 = OCPP20.MeterValuesRequest['meterValue'][number]['sampledValue'][number];

export interface SampledValueV20 {
  value: number;
  context?: SampledValueV201['context'];
  measurand?: SampledValueV201['measurand'];
  phase?: SampledValueV201['phase'];
  location?: SampledValueV201['location'];
  unitOfMeasure?: { unit?: string; multiplier?: number };
  signedMeterValue?: {
    meterValueSignature: string;
    signatureMethod: 'ECDSAP256SHA256' | 'ECDSAP384SHA384' | 'ECDSA192SHA256';
    encodingMethod: 'Other' | 'DLMS Message' | 'COSEM Protected Data' | 'EDL';
    encodedMeterValue: string;
  };
}

export interface MeterValueV20 {
  timestamp: string;
  sampledValue: SampledValueV20[];
}

export interface TransactionEventRequestV20 {
  eventType: 'Ended' | 'Started' | 'Updated';
  timestamp: string;
  triggerReason: Exclude<
    OCPP20.TransactionEventRequest['triggerReason'],
    'AbnormalCondition' | 'ResetCommand' | 'SignedDataReceived'
  >;
  seqNo: number;
  offline?: boolean;
  numberOfPhasesUsed?: number;
  cableMaxCurrent?: number;
  reservationId?: number;
  transactionData: {
    id: string;
    chargingState?: 'Charging' | 'EVDetected' | 'SuspendedEV' | 'SuspendedEVSE';
    timeSpentCharging?: number;
    stoppedReason?: NonNullable<OCPP20.TransactionEventRequest['transactionInfo']['stoppedReason']> | 'UnlockCommand';
    remoteStartId?: number;
  };
  evse?: EvseV20;
  idToken?: IdTokenV20;
  meterValue?: MeterValueV20[];
}

/** What a station may ask in OCPP 2.0, as far as TAU handles it: action -> request. */
export interface StationRequestsV20 {
  Authorize: { idToken: IdTokenV20; evseId?: number[]; '15118CertificateHashData'?: Record<string, unknown>[] };
  BootNotification: {
    reason: OCPP20.BootNotificationRequest['reason'];
    chargingStation: {
      model: string;
      vendorName: string;
      serialNumber?: string;
      firmwareVersion?: string;
      modem?: { iccid?: string; imsi?: string };
    };
  };
  FirmwareStatusNotification: {
    status:
      | OCPP20.FirmwareStatusNotificationRequest['status']
      | 'CertificateVerified'
      | 'InvalidCertificate'
      | 'PublishFailed'
      | 'RevokedCertificate';
    requestId?: number;
  };
  Heartbeat: Record<string, never>;
  LogStatusNotification: {
    status: Exclude<OCPP20.LogStatusNotificationRequest['status'], 'AcceptedCanceled'>;
    requestId?: number;
  };
  MeterValues: Tolerant<{ evseId: number; meterValue: MeterValueV20[] }, never>;
  ReservationStatusUpdate: { reservationId: number; reservationUpdateStatus: 'Expired' | 'Removed' };
  StatusNotification: {
    timestamp: string;
    connectorStatus: 'Available' | 'Occupied' | 'Reserved' | 'Unavailable' | 'Faulted';
    evseId: number;
    connectorId: number;
  };
  TransactionEvent: Tolerant<TransactionEventRequestV20, 'eventType' | 'transactionData'>;
}

/** What the CSMS answers in OCPP 2.0: action -> response. */
export interface StationResponsesV20 {
  Authorize: {
    idTokenInfo: IdTokenInfoV20;
    certificateStatus?: OCPP20.AuthorizeResponse['certificateStatus'];
    evseId?: number[];
  };
  BootNotification: { currentTime: string; interval: number; status: 'Accepted' | 'Pending' | 'Rejected' };
  FirmwareStatusNotification: Record<string, never>;
  Heartbeat: { currentTime: string };
  LogStatusNotification: Record<string, never>;
  MeterValues: Record<string, never>;
  ReservationStatusUpdate: Record<string, never>;
  StatusNotification: Record<string, never>;
  TransactionEvent: {
    totalCost?: number;
    chargingPriority?: number;
    idTokenInfo?: IdTokenInfoV20;
    updatedPersonalMessage?: IdTokenInfoV20['personalMessage'];
  };
}

/** Components and variables are those of 2.0.1, less customData. */
export interface VariableV20 {
  attributeType?: 'Actual' | 'Target' | 'MinSet' | 'MaxSet';
  component: { name: string; instance?: string; evse?: EvseV20 };
  variable: { name: string; instance?: string };
}

/** The statuses of 2.0.1, and two that say why a value was refused. */
export interface VariableResultV20 extends VariableV20 {
  attributeStatus:
    OCPP20.SetVariablesResponse['setVariableResult'][number]['attributeStatus'] | 'InvalidValue' | 'OutOfRange';
}

/** What the CSMS may ask in OCPP 2.0, as far as TAU does: action -> request. */
export interface CsmsRequestsV20 {
  CancelReservation: { reservationId: number };
  ChangeAvailability: { evseId: number; operationalStatus: 'Inoperative' | 'Operative' };
  GetLog: {
    logType: 'DiagnosticsLog' | 'SecurityLog';
    requestId: number;
    retries?: number;
    retryInterval?: number;
    log: { remoteLocation: string; oldestTimestamp?: string; latestTimestamp?: string };
  };
  GetTransactionStatus: { transactionId?: string };
  GetVariables: { getVariableData: VariableV20[] };
  RequestStartTransaction: {
    idToken: IdTokenV20;
    remoteStartId: number;
    evseId?: number;
    chargingProfile?: Record<string, unknown>;
  };
  RequestStopTransaction: { transactionId: string };
  Reset: { type: 'Immediate' | 'OnIdle' };
  ReserveNow: {
    idToken: IdTokenV20;
    groupIdToken?: IdTokenV20;
    reservation: {
      id: number;
      expiryDateTime: string;
      evse: EvseV20;
      connectorCode?: OCPP20.ReserveNowRequest['connectorType'];
    };
  };
  SetVariables: { setVariableData: (VariableV20 & { attributeValue: string })[] };
  TriggerMessage: {
    requestedMessage: Exclude<
      OCPP20.TriggerMessageRequest['requestedMessage'],
      'SignCombinedCertificate' | 'PublishFirmwareStatusNotification'
    >;
    evse?: EvseV20;
  };
  UpdateFirmware: {
    requestId: number;
    retries?: number;
    retryInterval?: number;
    firmware: {
      location: string;
      retrieveDateTime: string;
      installDateTime?: string;
      /** At most 800 characters. */
      signingCertificate?: string;
      signature?: string;
    };
  };
}

/** What a station answers in OCPP 2.0: action -> response. */
export interface CsmsResponsesV20 {
  CancelReservation: { status: 'Accepted' | 'Rejected' };
  ChangeAvailability: { status: 'Accepted' | 'Rejected' | 'Scheduled' };
  GetLog: { status: 'Accepted' | 'Rejected' | 'AcceptedCanceled'; filename?: string };
  GetTransactionStatus: { ongoingIndicator?: boolean; messagesInQueue: boolean };
  GetVariables: { getVariableResult: (VariableResultV20 & { attributeValue?: string })[] };
  RequestStartTransaction: { status: 'Accepted' | 'Rejected'; transactionId?: string };
  RequestStopTransaction: { status: 'Accepted' | 'Rejected' };
  Reset: { status: 'Accepted' | 'Rejected' | 'Scheduled' };
  ReserveNow: { status: 'Accepted' | 'Faulted' | 'Occupied' | 'Rejected' | 'Unavailable' };
  SetVariables: { setVariableResult: VariableResultV20[] };
  TriggerMessage: { status: 'Accepted' | 'Rejected' | 'NotImplemented' };
  UpdateFirmware: { status: 'Accepted' | 'Rejected' | 'AcceptedCanceled' };
}
