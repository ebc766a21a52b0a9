import type { OCPP16 } from 'typed-ocpp';
import type { Tolerant } from './tolerant.js';

/** What a station may ask in OCPP 1.6, with the security extension: action -> request. */
export interface StationRequestsV16 {
  Authorize: OCPP16.AuthorizeRequest;
  BootNotification: OCPP16.BootNotificationRequest;
  DataTransfer: OCPP16.DataTransferRequest;
  DiagnosticsStatusNotification: OCPP16.DiagnosticsStatusNotificationRequest;
  FirmwareStatusNotification: OCPP16.FirmwareStatusNotificationRequest;
  Heartbeat: OCPP16.HeartbeatRequest;
  LogStatusNotification: OCPP16.LogStatusNotificationRequest;
  MeterValues: Tolerant<OCPP16.MeterValuesRequest, never>;
  SecurityEventNotification: OCPP16.SecurityEventNotificationRequest;
  SignCertificate: OCPP16.SignCertificateRequest;
  SignedFirmwareStatusNotification: OCPP16.SignedFirmwareStatusNotificationRequest;
  StartTransaction: Tolerant<OCPP16.StartTransactionRequest, 'idTag' | 'connectorId'>;
  StatusNotification: OCPP16.StatusNotificationRequest;
  StopTransaction: Tolerant<OCPP16.StopTransactionRequest, 'transactionId'>;
}

/** What the CSMS answers in OCPP 1.6: action -> response. */
export interface StationResponsesV16 {
  Authorize: OCPP16.AuthorizeResponse;
  BootNotification: OCPP16.BootNotificationResponse;
  DataTransfer: OCPP16.DataTransferResponse;
  DiagnosticsStatusNotification: OCPP16.DiagnosticsStatusNotificationResponse;
  FirmwareStatusNotification: OCPP16.FirmwareStatusNotificationResponse;
  Heartbeat: OCPP16.HeartbeatResponse;
  LogStatusNotification: OCPP16.LogStatusNotificationResponse;
  MeterValues: OCPP16.MeterValuesResponse;
  SecurityEventNotification: OCPP16.SecurityEventNotificationResponse;
  SignCertificate: OCPP16.SignCertificateResponse;
  SignedFirmwareStatusNotification: OCPP16.SignedFirmwareStatusNotificationResponse;
  StartTransaction: OCPP16.StartTransactionResponse;
  StatusNotification: OCPP16.StatusNotificationResponse;
  StopTransaction: OCPP16.StopTransactionResponse;
}

/** What the CSMS may ask in OCPP 1.6, with the security extension: action -> request. */
export interface CsmsRequestsV16 {
  CancelReservation: OCPP16.CancelReservationRequest;
  CertificateSigned: OCPP16.CertificateSignedRequest;
  ChangeAvailability: OCPP16.ChangeAvailabilityRequest;
  ChangeConfiguration: OCPP16.ChangeConfigurationRequest;
  ClearCache: OCPP16.ClearCacheRequest;
  ClearChargingProfile: OCPP16.ClearChargingProfileRequest;
  DataTransfer: OCPP16.DataTransferRequest;
  DeleteCertificate: OCPP16.DeleteCertificateRequest;
  ExtendedTriggerMessage: OCPP16.ExtendedTriggerMessageRequest;
  GetCompositeSchedule: OCPP16.GetCompositeScheduleRequest;
  GetConfiguration: OCPP16.GetConfigurationRequest;
  GetDiagnostics: OCPP16.GetDiagnosticsRequest;
  GetInstalledCertificateIds: OCPP16.GetInstalledCertificateIdsRequest;
  GetLocalListVersion: OCPP16.GetLocalListVersionRequest;
  GetLog: OCPP16.GetLogRequest;
  InstallCertificate: OCPP16.InstallCertificateRequest;
  RemoteStartTransaction: OCPP16.RemoteStartTransactionRequest;
  RemoteStopTransaction: OCPP16.RemoteStopTransactionRequest;
  ReserveNow: OCPP16.ReserveNowRequest;
  Reset: OCPP16.ResetRequest;
  SendLocalList: OCPP16.SendLocalListRequest;
  SetChargingProfile: OCPP16.SetChargingProfileRequest;
  SignedUpdateFirmware: OCPP16.SignedUpdateFirmwareRequest;
  TriggerMessage: OCPP16.TriggerMessageRequest;
  UnlockConnector: OCPP16.UnlockConnectorRequest;
  UpdateFirmware: OCPP16.UpdateFirmwareRequest;
}

/** What a station answers in OCPP 1.6: action -> response. */
export interface CsmsResponsesV16 {
  CancelReservation: OCPP16.CancelReservationResponse;
  CertificateSigned: OCPP16.CertificateSignedResponse;
  ChangeAvailability: OCPP16.ChangeAvailabilityResponse;
  ChangeConfiguration: OCPP16.ChangeConfigurationResponse;
  ClearCache: OCPP16.ClearCacheResponse;
  ClearChargingProfile: OCPP16.ClearChargingProfileResponse;
  DataTransfer: OCPP16.DataTransferResponse;
  DeleteCertificate: OCPP16.DeleteCertificateResponse;
  ExtendedTriggerMessage: OCPP16.ExtendedTriggerMessageResponse;
  GetCompositeSchedule: OCPP16.GetCompositeScheduleResponse;
  GetConfiguration: OCPP16.GetConfigurationResponse;
  GetDiagnostics: OCPP16.GetDiagnosticsResponse;
  GetInstalledCertificateIds: OCPP16.GetInstalledCertificateIdsResponse;
  GetLocalListVersion: OCPP16.GetLocalListVersionResponse;
  GetLog: OCPP16.GetLogResponse;
  InstallCertificate: OCPP16.InstallCertificateResponse;
  RemoteStartTransaction: OCPP16.RemoteStartTransactionResponse;
  RemoteStopTransaction: OCPP16.RemoteStopTransactionResponse;
  ReserveNow: OCPP16.ReserveNowResponse;
  Reset: OCPP16.ResetResponse;
  SendLocalList: OCPP16.SendLocalListResponse;
  SetChargingProfile: OCPP16.SetChargingProfileResponse;
  SignedUpdateFirmware: OCPP16.SignedUpdateFirmwareResponse;
  TriggerMessage: OCPP16.TriggerMessageResponse;
  UnlockConnector: OCPP16.UnlockConnectorResponse;
  UpdateFirmware: OCPP16.UpdateFirmwareResponse;
}
