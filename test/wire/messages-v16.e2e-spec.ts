import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import { signatureOf } from '../support/firmware.js';
import { wireLogs } from './wire-log.js';

const SIGNED = signatureOf(Buffer.from('image'));
const ROOT = JSON.stringify(makeCertificate({ type: 'ec' }).cert.trim());
const NOW = '2026-11-22T12:00:00.000Z';

describe('OCPP 1.6 on the wire', () => {
  const csms = startCsms({ now: NOW });
  const wire = wireLogs(csms, '1.6');
  beforeAll(async () => {
    await csms.given.idToken({ value: 'WIRE0001', groupId: 'WIRE', expiresAt: '2027-01-01T00:00:00Z' });
    await csms.given.idToken({ value: 'BLOCKED1', status: 'Blocked' });
  });

  wire.shows(
    'BootNotification',
    `
    station   [2,"b1","BootNotification",{"chargePointVendor":"Vendor","chargePointModel":"Model","chargePointSerialNumber":"SN-1","chargeBoxSerialNumber":"BOX-1","firmwareVersion":"1.0.0","iccid":"89310410106543789301","imsi":"310170845466094","meterType":"DBT NQC","meterSerialNumber":"M-1"}]
    TAU       [3,"b1",{"status":"Accepted","interval":<interval>,"currentTime":"2026-11-22T12:00:00.000Z"}]
    `,
    'connected',
  );

  wire.shows(
    'Heartbeat',
    `
    station   [2,"h1","Heartbeat",{}]
    TAU       [3,"h1",{"currentTime":"2026-11-22T12:00:00.000Z"}]
    `,
  );

  wire.shows(
    'StatusNotification',
    `
    station   [2,"s0","StatusNotification",{"connectorId":0,"errorCode":"NoError","status":"Available"}]
    TAU       [3,"s0",{}]
    station   [2,"s1","StatusNotification",{"connectorId":1,"errorCode":"ConnectorLockFailure","info":"stuck","status":"Faulted","timestamp":"2026-11-22T11:59:58.123Z","vendorId":"Vendor","vendorErrorCode":"E-7"}]
    TAU       [3,"s1",{}]
    `,
  );

  wire.shows(
    'Authorize',
    `
    station   [2,"a1","Authorize",{"idTag":"WIRE0001"}]
    TAU       [3,"a1",{"idTagInfo":{"status":"Accepted","parentIdTag":"WIRE","expiryDate":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"a2","Authorize",{"idTag":"BLOCKED1"}]
    TAU       [3,"a2",{"idTagInfo":{"status":"Blocked"}}]
    station   [2,"a3","Authorize",{"idTag":"NOBODY"}]
    TAU       [3,"a3",{"idTagInfo":{"status":"Invalid"}}]
    `,
  );

  wire.shows(
    'Authorize, StartTransaction and StopTransaction: all that 1.6 has words for about a token',
    `
    operator  POST /id-tokens {"value":"WIRE0002","type":"ISO14443","groupId":"FLEET","expiresAt":"2027-01-01T00:00:00Z","cacheExpiresAt":"2026-11-23T00:00:00Z","chargingPriority":5,"language1":"de-AT","language2":"en","personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"},"validAt":[{"stationId":"<station>","evseIds":[1,2]}]}
    answer    201 Accepted
    station   [2,"a1","Authorize",{"idTag":"WIRE0002"}]
    TAU       [3,"a1",{"idTagInfo":{"status":"Accepted","parentIdTag":"FLEET","expiryDate":"2026-11-23T00:00:00.000Z"}}]
    station   [2,"t1","StartTransaction",{"connectorId":2,"idTag":"WIRE0002","meterStart":0,"timestamp":"2026-11-22T12:00:00.000Z"}]
    TAU       [3,"t1",{"transactionId":<id>,"idTagInfo":{"status":"Accepted","parentIdTag":"FLEET","expiryDate":"2026-11-23T00:00:00.000Z"}}]
    station   [2,"t2","StopTransaction",{"idTag":"WIRE0002","meterStop":0,"timestamp":"2026-11-22T12:00:00.000Z","transactionId":<id>}]
    TAU       [3,"t2",{"idTagInfo":{"status":"Accepted","parentIdTag":"FLEET","expiryDate":"2026-11-23T00:00:00.000Z"}}]
    `,
  );

  wire.shows(
    'StartTransaction, MeterValues and StopTransaction',
    `
    station   [2,"t1","StartTransaction",{"connectorId":1,"idTag":"WIRE0001","meterStart":1000,"reservationId":7,"timestamp":"2026-11-22T11:58:00.000Z"}]
    TAU       [3,"t1",{"transactionId":<id>,"idTagInfo":{"status":"Accepted","parentIdTag":"WIRE","expiryDate":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"t2","MeterValues",{"connectorId":1,"transactionId":<id>,"meterValue":[{"timestamp":"2026-11-22T11:59:00.000Z","sampledValue":[{"value":"1500","context":"Sample.Periodic","format":"Raw","measurand":"Energy.Active.Import.Register","location":"Outlet","unit":"Wh"},{"value":"16.1","measurand":"Current.Import","phase":"L1","unit":"A"}]}]}]
    TAU       [3,"t2",{}]
    station   [2,"t3","StopTransaction",{"transactionId":<id>,"idTag":"WIRE0001","meterStop":2000,"timestamp":"2026-11-22T12:00:00.000Z","reason":"Local","transactionData":[{"timestamp":"2026-11-22T12:00:00.000Z","sampledValue":[{"value":"2000","context":"Transaction.End"}]}]}]
    TAU       [3,"t3",{"idTagInfo":{"status":"Accepted","parentIdTag":"WIRE","expiryDate":"2027-01-01T00:00:00.000Z"}}]
    `,
  );

  wire.shows(
    'StopTransaction without a token',
    `
    station   [2,"t1","StartTransaction",{"connectorId":1,"idTag":"NOBODY","meterStart":0,"timestamp":"2026-11-22T11:58:00Z"}]
    TAU       [3,"t1",{"transactionId":<id>,"idTagInfo":{"status":"Invalid"}}]
    station   [2,"t2","StopTransaction",{"transactionId":<id>,"meterStop":0,"timestamp":"2026-11-22T11:58:01Z","reason":"DeAuthorized"}]
    TAU       [3,"t2",{}]
    `,
  );

  wire.shows(
    'MeterValues without a transaction',
    `
    station   [2,"m1","MeterValues",{"connectorId":0,"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":"230.4","context":"Sample.Clock","measurand":"Voltage","phase":"L1-N","unit":"V"}]}]}]
    TAU       [3,"m1",{}]
    `,
  );

  wire.shows(
    'RemoteStartTransaction and RemoteStopTransaction',
    `
    operator  POST /stations/<station>/transactions {"idToken":{"value":"WIRE0001","type":"ISO14443"},"evseId":1}
    TAU       [2,"<start>","RemoteStartTransaction",{"idTag":"WIRE0001","connectorId":1}]
    station   [3,"<start>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"t1","StartTransaction",{"connectorId":1,"idTag":"WIRE0001","meterStart":0,"timestamp":"2026-11-22T12:00:00Z"}]
    TAU       [3,"t1",{"transactionId":<id>,"idTagInfo":{"status":"Accepted","parentIdTag":"WIRE","expiryDate":"2027-01-01T00:00:00.000Z"}}]
    operator  POST /transactions/<transaction>/stop
    TAU       [2,"<stop>","RemoteStopTransaction",{"transactionId":<id>}]
    station   [3,"<stop>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'RemoteStartTransaction where the station chooses the connector',
    `
    operator  POST /stations/<station>/transactions {"idToken":{"value":"WIRE0001","type":"ISO14443"}}
    TAU       [2,"<start>","RemoteStartTransaction",{"idTag":"WIRE0001"}]
    station   [3,"<start>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'TriggerMessage and ExtendedTriggerMessage',
    `
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"StatusNotification","evseId":2}
    TAU       [2,"<one>","TriggerMessage",{"requestedMessage":"StatusNotification","connectorId":2}]
    station   [3,"<one>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"DiagnosticsStatusNotification"}
    TAU       [2,"<all>","TriggerMessage",{"requestedMessage":"DiagnosticsStatusNotification"}]
    station   [3,"<all>",{"status":"NotImplemented"}]
    answer    200 NotImplemented
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"SignChargingStationCertificate"}
    TAU       [2,"<sign>","ExtendedTriggerMessage",{"requestedMessage":"SignChargePointCertificate"}]
    station   [3,"<sign>",{"status":"Rejected"}]
    answer    200 Rejected
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"SignedFirmwareStatusNotification"}
    TAU       [2,"<signed>","ExtendedTriggerMessage",{"requestedMessage":"FirmwareStatusNotification"}]
    station   [4,"<signed>","NotImplemented","",{}]
    answer    502 502
    `,
  );

  wire.shows(
    'UnlockConnector',
    `
    operator  POST /stations/<station>/unlock-connector {"evseId":2}
    TAU       [2,"<id>","UnlockConnector",{"connectorId":2}]
    station   [3,"<id>",{"status":"UnlockFailed"}]
    answer    200 UnlockFailed
    `,
  );

  wire.shows(
    'ClearCache',
    `
    operator  POST /stations/<station>/clear-cache
    TAU       [2,"<id>","ClearCache",{}]
    station   [3,"<id>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'DataTransfer both ways',
    `
    station   [2,"d1","DataTransfer",{"vendorId":"org.nobody","messageId":"Hello","data":"line 1"}]
    TAU       [3,"d1",{"status":"UnknownVendorId"}]
    operator  PUT /data-transfer-vendors/com.wire {"messageIds":["Hello"]}
    answer    200 undefined
    station   [2,"d2","DataTransfer",{"vendorId":"com.wire","messageId":"Hello"}]
    TAU       [3,"d2",{"status":"Accepted"}]
    station   [2,"d3","DataTransfer",{"vendorId":"com.wire","messageId":"Other"}]
    TAU       [3,"d3",{"status":"UnknownMessageId"}]
    operator  POST /stations/<station>/data-transfers {"vendorId":"com.example","messageId":"Show","data":{"line":1}}
    TAU       [2,"<id>","DataTransfer",{"vendorId":"com.example","messageId":"Show","data":"{\\"line\\":1}"}]
    station   [3,"<id>",{"status":"Rejected","data":"line 1"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'ChangeAvailability',
    `
    operator  PUT /stations/<station>/availability {"operationalStatus":"Inoperative"}
    TAU       [2,"<whole>","ChangeAvailability",{"connectorId":0,"type":"Inoperative"}]
    station   [3,"<whole>",{"status":"Scheduled"}]
    answer    200 Scheduled
    operator  PUT /stations/<station>/availability {"operationalStatus":"Operative","evseId":2}
    TAU       [2,"<one>","ChangeAvailability",{"connectorId":2,"type":"Operative"}]
    station   [3,"<one>",{"status":"Accepted"}]
    answer    200 Accepted
    `,
  );

  wire.shows(
    'a raw message, and the station that refuses it',
    `
    operator  POST /stations/<station>/ocpp/Reset {"type":"Soft"}
    TAU       [2,"<reset>","Reset",{"type":"Soft"}]
    station   [3,"<reset>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/ocpp/ClearCache {}
    TAU       [2,"<cache>","ClearCache",{}]
    station   [4,"<cache>","NotSupported","no cache here",{}]
    answer    502 502
    `,
  );

  wire.shows(
    'ReserveNow and CancelReservation',
    `
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443"},"evseId":1,"expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<one>","ReserveNow",{"connectorId":1,"expiryDate":"2026-11-22T13:00:00.000Z","idTag":"WIRE0001","parentIdTag":"WIRE","reservationId":<first>}]
    station   [3,"<one>",{"status":"Occupied"}]
    answer    200 Occupied
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443"},"groupIdToken":null,"expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<any>","ReserveNow",{"connectorId":0,"expiryDate":"2026-11-22T13:00:00.000Z","idTag":"WIRE0001","reservationId":<number>}]
    station   [3,"<any>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  DELETE /reservations/<reservation>
    TAU       [2,"<cancel>","CancelReservation",{"reservationId":<number>}]
    station   [3,"<cancel>",{"status":"Accepted"}]
    answer    200 Accepted
    `,
  );

  wire.shows(
    'GetConfiguration and ChangeConfiguration',
    `
    operator  GET /stations/<station>/variables
    TAU       [2,"<all>","GetConfiguration",{}]
    station   [3,"<all>",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"},{"key":"com.example.Thing","readonly":true}],"unknownKey":[]}]
    answer    200 null
    operator  POST /stations/<station>/variables/query {"variables":[{"component":"OCPPCommCtrlr","variable":"HeartbeatInterval"},{"component":"ConfigurationKey","variable":"Other"}]}
    TAU       [2,"<some>","GetConfiguration",{"key":["HeartbeatInterval","Other"]}]
    station   [3,"<some>",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"}],"unknownKey":["Other"]}]
    answer    200 null
    operator  PATCH /stations/<station>/variables {"variables":[{"component":"OCPPCommCtrlr","variable":"HeartbeatInterval","value":"60"},{"component":"ConfigurationKey","variable":"Other","value":"true"}]}
    TAU       [2,"<one>","ChangeConfiguration",{"key":"HeartbeatInterval","value":"60"}]
    station   [3,"<one>",{"status":"RebootRequired"}]
    TAU       [2,"<two>","ChangeConfiguration",{"key":"Other","value":"true"}]
    station   [3,"<two>",{"status":"NotSupported"}]
    answer    200 null
    `,
  );

  wire.shows(
    'Reset',
    `
    operator  POST /stations/<station>/reset {"type":"Immediate"}
    TAU       [2,"<soft>","Reset",{"type":"Soft"}]
    station   [3,"<soft>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/reset {"type":"OnIdle","force":true}
    TAU       [2,"<hard>","Reset",{"type":"Hard"}]
    station   [3,"<hard>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'SecurityEventNotification',
    `
    station   [2,"e1","SecurityEventNotification",{"type":"InvalidTLSVersion","timestamp":"2026-11-22T12:00:00Z","techInfo":"TLS 1.0"}]
    TAU       [3,"e1",{}]
    `,
  );

  wire.shows(
    'GetDiagnostics and DiagnosticsStatusNotification',
    `
    operator  POST /stations/<station>/log-requests {"oldestTimestamp":"2026-11-21T00:00:00Z","latestTimestamp":"2026-11-22T00:00:00Z","retries":3,"retryInterval":60,"remoteLocation":"https://user:secret@files.example.com/logs"}
    TAU       [2,"<first>","GetDiagnostics",{"location":"https://user:secret@files.example.com/logs","retries":3,"retryInterval":60,"startTime":"2026-11-21T00:00:00.000Z","stopTime":"2026-11-22T00:00:00.000Z"}]
    station   [3,"<first>",{"fileName":"diagnostics.log"}]
    answer    200 null
    station   [2,"d1","DiagnosticsStatusNotification",{"status":"Uploading"}]
    TAU       [3,"d1",{}]
    station   [2,"d2","DiagnosticsStatusNotification",{"status":"Uploaded"}]
    TAU       [3,"d2",{}]
    operator  POST /stations/<station>/log-requests {"remoteLocation":"https://files.example.com/logs"}
    TAU       [2,"<second>","GetDiagnostics",{"location":"https://files.example.com/logs"}]
    station   [3,"<second>",{}]
    answer    200 null
    `,
  );

  wire.shows(
    'UpdateFirmware and FirmwareStatusNotification',
    `
    operator  POST /stations/<station>/firmware-updates {"location":"ftp://user:pw@files.example.com/fw.bin","retrieveAt":"2026-11-22T13:00:00Z","retries":3,"retryInterval":60}
    TAU       [2,"<update>","UpdateFirmware",{"location":"ftp://user:pw@files.example.com/fw.bin","retrieveDate":"2026-11-22T13:00:00.000Z","retries":3,"retryInterval":60}]
    station   [3,"<update>",{}]
    answer    200 null
    station   [2,"f1","FirmwareStatusNotification",{"status":"Downloading"}]
    TAU       [3,"f1",{}]
    station   [2,"f2","FirmwareStatusNotification",{"status":"Installed"}]
    TAU       [3,"f2",{}]
    station   [2,"f3","FirmwareStatusNotification",{"status":"Idle"}]
    TAU       [3,"f3",{}]
    `,
  );

  wire.shows(
    'a report, which is GetConfiguration',
    `
    operator  POST /stations/<station>/reports {"base":"FullInventory"}
    TAU       [2,"<all>","GetConfiguration",{}]
    station   [3,"<all>",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"}]}]
    answer    200 Accepted
    operator  POST /stations/<station>/reports {"base":"SummaryInventory"}
    answer    422 422
    `,
  );

  wire.shows(
    'SignCertificate',
    `
    station   [2,"c1","SignCertificate",{"csr":"-----BEGIN CERTIFICATE REQUEST-----"}]
    TAU       [3,"c1",{"status":"Rejected"}]
    `,
  );

  wire.shows(
    'GetLog and LogStatusNotification of the security extension',
    `
    operator  POST /stations/<station>/log-requests {"logType":"SecurityLog","oldestTimestamp":"2026-11-21T00:00:00Z","retries":3,"remoteLocation":"https://files.example.com/logs"}
    TAU       [2,"<log>","GetLog",{"logType":"SecurityLog","requestId":<number>,"retries":3,"log":{"remoteLocation":"https://files.example.com/logs","oldestTimestamp":"2026-11-21T00:00:00.000Z"}}]
    station   [3,"<log>",{"status":"Accepted","filename":"security.log"}]
    answer    200 Accepted
    station   [2,"l1","LogStatusNotification",{"status":"Uploading","requestId":<number>}]
    TAU       [3,"l1",{}]
    station   [2,"l2","LogStatusNotification",{"status":"Idle"}]
    TAU       [3,"l2",{}]
    `,
  );

  wire.shows(
    'SignedUpdateFirmware and SignedFirmwareStatusNotification',
    `
    operator  POST /stations/<station>/firmware-updates ${JSON.stringify({ ...SIGNED, location: 'https://files.example.com/fw.bin', retrieveAt: '2026-11-22T13:00:00Z', installAt: '2026-11-22T14:00:00Z', retries: 0, retryInterval: 0 })}
    TAU       [2,"<update>","SignedUpdateFirmware",{"requestId":<request>,"retries":0,"retryInterval":0,"firmware":{"location":"https://files.example.com/fw.bin","retrieveDateTime":"2026-11-22T13:00:00.000Z","installDateTime":"2026-11-22T14:00:00.000Z","signingCertificate":${JSON.stringify(SIGNED.signingCertificate)},"signature":"${SIGNED.signature}"}}]
    station   [3,"<update>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"f1","SignedFirmwareStatusNotification",{"status":"DownloadScheduled","requestId":<request>}]
    TAU       [3,"f1",{}]
    station   [2,"f2","SignedFirmwareStatusNotification",{"status":"Idle"}]
    TAU       [3,"f2",{}]
    `,
  );

  wire.shows(
    'InstallCertificate, GetInstalledCertificateIds and DeleteCertificate',
    `
    operator  POST /stations/<station>/certificates {"certificateType":"CSMSRootCertificate","certificate":${ROOT}}
    TAU       [2,"<install>","InstallCertificate",{"certificateType":"CentralSystemRootCertificate","certificate":${ROOT}}]
    station   [3,"<install>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/certificates/refresh {"certificateTypes":["ManufacturerRootCertificate","CSMSRootCertificate"]}
    TAU       [2,"<one>","GetInstalledCertificateIds",{"certificateType":"ManufacturerRootCertificate"}]
    station   [3,"<one>",{"status":"NotFound"}]
    TAU       [2,"<two>","GetInstalledCertificateIds",{"certificateType":"CentralSystemRootCertificate"}]
    station   [3,"<two>",{"status":"Accepted","certificateHashData":[{"hashAlgorithm":"SHA384","issuerNameHash":"aB01","issuerKeyHash":"Cd02","serialNumber":"00fF"}]}]
    answer    200 Accepted
    operator  DELETE /stations/<station>/certificates/<certificate>
    TAU       [2,"<delete>","DeleteCertificate",{"certificateHashData":{"hashAlgorithm":"SHA384","issuerNameHash":"aB01","issuerKeyHash":"Cd02","serialNumber":"00fF"}}]
    station   [3,"<delete>",{"status":"Failed"}]
    answer    200 Failed
    `,
  );

  wire.showsAll();
});
