import type { OCPP20 } from 'typed-ocpp';
import type { Tolerant } from './tolerant.js';

// typed-ocpp calls 2.0.1 OCPP20, as the enumerations of the standard do.

/** What a station may ask in OCPP 2.0.1: action -> request. */
export interface StationRequestsV201 {
  Authorize: OCPP20.AuthorizeRequest;
  BootNotification: OCPP20.BootNotificationRequest;
  ClearedChargingLimit: OCPP20.ClearedChargingLimitRequest;
  DataTransfer: OCPP20.DataTransferRequest;
  FirmwareStatusNotification: OCPP20.FirmwareStatusNotificationRequest;
  Get15118EVCertificate: OCPP20.Get15118EVCertificateRequest;
  GetCertificateStatus: OCPP20.GetCertificateStatusRequest;
  Heartbeat: OCPP20.HeartbeatRequest;
  LogStatusNotification: OCPP20.LogStatusNotificationRequest;
  MeterValues: Tolerant<OCPP20.MeterValuesRequest, never>;
  NotifyChargingLimit: OCPP20.NotifyChargingLimitRequest;
  NotifyCustomerInformation: OCPP20.NotifyCustomerInformationRequest;
  NotifyDisplayMessages: OCPP20.NotifyDisplayMessagesRequest;
  NotifyEVChargingNeeds: OCPP20.NotifyEVChargingNeedsRequest;
  NotifyEVChargingSchedule: OCPP20.NotifyEVChargingScheduleRequest;
  NotifyEvent: OCPP20.NotifyEventRequest;
  NotifyMonitoringReport: OCPP20.NotifyMonitoringReportRequest;
  NotifyReport: OCPP20.NotifyReportRequest;
  PublishFirmwareStatusNotification: OCPP20.PublishFirmwareStatusNotificationRequest;
  ReportChargingProfiles: OCPP20.ReportChargingProfilesRequest;
  ReservationStatusUpdate: OCPP20.ReservationStatusUpdateRequest;
  SecurityEventNotification: OCPP20.SecurityEventNotificationRequest;
  SignCertificate: OCPP20.SignCertificateRequest;
  StatusNotification: OCPP20.StatusNotificationRequest;
  TransactionEvent: Tolerant<OCPP20.TransactionEventRequest, 'eventType' | 'transactionInfo'>;
}

/** What the CSMS answers in OCPP 2.0.1: action -> response. */
export interface StationResponsesV201 {
  Authorize: OCPP20.AuthorizeResponse;
  BootNotification: OCPP20.BootNotificationResponse;
  ClearedChargingLimit: OCPP20.ClearedChargingLimitResponse;
  DataTransfer: OCPP20.DataTransferResponse;
  FirmwareStatusNotification: OCPP20.FirmwareStatusNotificationResponse;
  Get15118EVCertificate: OCPP20.Get15118EVCertificateResponse;
  GetCertificateStatus: OCPP20.GetCertificateStatusResponse;
  Heartbeat: OCPP20.HeartbeatResponse;
  LogStatusNotification: OCPP20.LogStatusNotificationResponse;
  MeterValues: OCPP20.MeterValuesResponse;
  NotifyChargingLimit: OCPP20.NotifyChargingLimitResponse;
  NotifyCustomerInformation: OCPP20.NotifyCustomerInformationResponse;
  NotifyDisplayMessages: OCPP20.NotifyDisplayMessagesResponse;
  NotifyEVChargingNeeds: OCPP20.NotifyEVChargingNeedsResponse;
  NotifyEVChargingSchedule: OCPP20.NotifyEVChargingScheduleResponse;
  NotifyEvent: OCPP20.NotifyEventResponse;
  NotifyMonitoringReport: OCPP20.NotifyMonitoringReportResponse;
  NotifyReport: OCPP20.NotifyReportResponse;
  PublishFirmwareStatusNotification: OCPP20.PublishFirmwareStatusNotificationResponse;
  ReportChargingProfiles: OCPP20.ReportChargingProfilesResponse;
  ReservationStatusUpdate: OCPP20.ReservationStatusUpdateResponse;
  SecurityEventNotification: OCPP20.SecurityEventNotificationResponse;
  SignCertificate: OCPP20.SignCertificateResponse;
  StatusNotification: OCPP20.StatusNotificationResponse;
  TransactionEvent: OCPP20.TransactionEventResponse;
}

/** What the CSMS may ask in OCPP 2.0.1: action -> request. */
export interface CsmsRequestsV201 {
  CancelReservation: OCPP20.CancelReservationRequest;
  CertificateSigned: OCPP20.CertificateSignedRequest;
  ChangeAvailability: OCPP20.ChangeAvailabilityRequest;
  ClearCache: OCPP20.ClearCacheRequest;
  ClearChargingProfile: OCPP20.ClearChargingProfileRequest;
  ClearDisplayMessage: OCPP20.ClearDisplayMessageRequest;
  ClearVariableMonitoring: OCPP20.ClearVariableMonitoringRequest;
  CostUpdated: OCPP20.CostUpdatedRequest;
  CustomerInformation: OCPP20.CustomerInformationRequest;
  DataTransfer: OCPP20.DataTransferRequest;
  DeleteCertificate: OCPP20.DeleteCertificateRequest;
  GetBaseReport: OCPP20.GetBaseReportRequest;
  GetChargingProfiles: OCPP20.GetChargingProfilesRequest;
  GetCompositeSchedule: OCPP20.GetCompositeScheduleRequest;
  GetDisplayMessages: OCPP20.GetDisplayMessagesRequest;
  GetInstalledCertificateIds: OCPP20.GetInstalledCertificateIdsRequest;
  GetLocalListVersion: OCPP20.GetLocalListVersionRequest;
  GetLog: OCPP20.GetLogRequest;
  GetMonitoringReport: OCPP20.GetMonitoringReportRequest;
  GetReport: OCPP20.GetReportRequest;
  GetTransactionStatus: OCPP20.GetTransactionStatusRequest;
  GetVariables: OCPP20.GetVariablesRequest;
  InstallCertificate: OCPP20.InstallCertificateRequest;
  PublishFirmware: OCPP20.PublishFirmwareRequest;
  RequestStartTransaction: OCPP20.RequestStartTransactionRequest;
  RequestStopTransaction: OCPP20.RequestStopTransactionRequest;
  ReserveNow: OCPP20.ReserveNowRequest;
  Reset: OCPP20.ResetRequest;
  SendLocalList: OCPP20.SendLocalListRequest;
  SetChargingProfile: OCPP20.SetChargingProfileRequest;
  SetDisplayMessage: OCPP20.SetDisplayMessageRequest;
  SetMonitoringBase: OCPP20.SetMonitoringBaseRequest;
  SetMonitoringLevel: OCPP20.SetMonitoringLevelRequest;
  SetNetworkProfile: OCPP20.SetNetworkProfileRequest;
  SetVariableMonitoring: OCPP20.SetVariableMonitoringRequest;
  SetVariables: OCPP20.SetVariablesRequest;
  TriggerMessage: OCPP20.TriggerMessageRequest;
  UnlockConnector: OCPP20.UnlockConnectorRequest;
  UnpublishFirmware: OCPP20.UnpublishFirmwareRequest;
  UpdateFirmware: OCPP20.UpdateFirmwareRequest;
}

/** What a station answers in OCPP 2.0.1: action -> response. */
export interface CsmsResponsesV201 {
  CancelReservation: OCPP20.CancelReservationResponse;
  CertificateSigned: OCPP20.CertificateSignedResponse;
  ChangeAvailability: OCPP20.ChangeAvailabilityResponse;
  ClearCache: OCPP20.ClearCacheResponse;
  ClearChargingProfile: OCPP20.ClearChargingProfileResponse;
  ClearDisplayMessage: OCPP20.ClearDisplayMessageResponse;
  ClearVariableMonitoring: OCPP20.ClearVariableMonitoringResponse;
  CostUpdated: OCPP20.CostUpdatedResponse;
  CustomerInformation: OCPP20.CustomerInformationResponse;
  DataTransfer: OCPP20.DataTransferResponse;
  DeleteCertificate: OCPP20.DeleteCertificateResponse;
  GetBaseReport: OCPP20.GetBaseReportResponse;
  GetChargingProfiles: OCPP20.GetChargingProfilesResponse;
  GetCompositeSchedule: OCPP20.GetCompositeScheduleResponse;
  GetDisplayMessages: OCPP20.GetDisplayMessagesResponse;
  GetInstalledCertificateIds: OCPP20.GetInstalledCertificateIdsResponse;
  GetLocalListVersion: OCPP20.GetLocalListVersionResponse;
  GetLog: OCPP20.GetLogResponse;
  GetMonitoringReport: OCPP20.GetMonitoringReportResponse;
  GetReport: OCPP20.GetReportResponse;
  GetTransactionStatus: OCPP20.GetTransactionStatusResponse;
  GetVariables: OCPP20.GetVariablesResponse;
  InstallCertificate: OCPP20.InstallCertificateResponse;
  PublishFirmware: OCPP20.PublishFirmwareResponse;
  RequestStartTransaction: OCPP20.RequestStartTransactionResponse;
  RequestStopTransaction: OCPP20.RequestStopTransactionResponse;
  ReserveNow: OCPP20.ReserveNowResponse;
  Reset: OCPP20.ResetResponse;
  SendLocalList: OCPP20.SendLocalListResponse;
  SetChargingProfile: OCPP20.SetChargingProfileResponse;
  SetDisplayMessage: OCPP20.SetDisplayMessageResponse;
  SetMonitoringBase: OCPP20.SetMonitoringBaseResponse;
  SetMonitoringLevel: OCPP20.SetMonitoringLevelResponse;
  SetNetworkProfile: OCPP20.SetNetworkProfileResponse;
  SetVariableMonitoring: OCPP20.SetVariableMonitoringResponse;
  SetVariables: OCPP20.SetVariablesResponse;
  TriggerMessage: OCPP20.TriggerMessageResponse;
  UnlockConnector: OCPP20.UnlockConnectorResponse;
  UnpublishFirmware: OCPP20.UnpublishFirmwareResponse;
  UpdateFirmware: OCPP20.UpdateFirmwareResponse;
}
