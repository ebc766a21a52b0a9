import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import { signatureOf } from '../support/firmware.js';
import { wireLogs } from './wire-log.js';

const ROOT = JSON.stringify(makeCertificate({ type: 'ec' }).cert.trim());
const SIGNED = signatureOf(Buffer.from('image'));

describe('OCPP 2.0.1 on the wire', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });
  const wire = wireLogs(csms, '2.0.1');
  beforeAll(() => csms.given.idToken({ value: 'WIRE0001', groupId: 'WIRE', expiresAt: '2027-01-01T00:00:00Z' }));

  wire.shows(
    'BootNotification',
    `
    station   [2,"b1","BootNotification",{"reason":"PowerUp","chargingStation":{"serialNumber":"SN-1","model":"Model","vendorName":"Vendor","firmwareVersion":"1.0.0","modem":{"iccid":"89310410106543789301","imsi":"310170845466094"},"customData":{"vendorId":"com.example","more":1}}}]
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
    station   [2,"s1","StatusNotification",{"timestamp":"2026-11-22T12:00:00Z","connectorStatus":"Occupied","evseId":1,"connectorId":2}]
    TAU       [3,"s1",{}]
    `,
  );

  wire.shows(
    'NotifyEvent',
    `
    station   [2,"n1","NotifyEvent",{"generatedAt":"2026-11-22T12:00:00Z","seqNo":0,"tbc":false,"eventData":[{"eventId":1,"timestamp":"2026-11-22T12:00:00Z","trigger":"Delta","actualValue":"Unavailable","eventNotificationType":"HardWiredNotification","component":{"name":"Connector","evse":{"id":1,"connectorId":1}},"variable":{"name":"AvailabilityState"}},{"eventId":2,"timestamp":"2026-11-22T12:00:00Z","trigger":"Alerting","actualValue":"81","cleared":false,"eventNotificationType":"HardWiredMonitor","variableMonitoringId":3,"component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Temperature"}}]}]
    TAU       [3,"n1",{}]
    `,
  );

  wire.shows(
    'Authorize',
    `
    station   [2,"a1","Authorize",{"idToken":{"idToken":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"x","type":"y"}]}}]
    TAU       [3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"a2","Authorize",{"idToken":{"idToken":"DE8AA1","type":"eMAID"},"certificate":"-----BEGIN CERTIFICATE-----"}]
    TAU       [3,"a2",{"idTokenInfo":{"status":"Invalid"},"certificateStatus":"CertChainError"}]
    station   [2,"a3","Authorize",{"idToken":{"idToken":"NOBODY","type":"ISO14443"}}]
    TAU       [3,"a3",{"idTokenInfo":{"status":"Unknown"}}]
    `,
  );

  wire.shows(
    'TransactionEvent',
    `
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T11:58:00Z","triggerReason":"CablePluggedIn","seqNo":0,"transactionInfo":{"transactionId":"T-1","chargingState":"EVConnected"},"evse":{"id":1,"connectorId":1},"meterValue":[{"timestamp":"2026-11-22T11:58:00Z","sampledValue":[{"value":1000,"context":"Transaction.Begin","measurand":"Energy.Active.Import.Register","location":"Outlet","unitOfMeasure":{"unit":"Wh","multiplier":0}}]}]}]
    TAU       [3,"t0",{}]
    station   [2,"t1","TransactionEvent",{"eventType":"Updated","timestamp":"2026-11-22T11:58:10Z","triggerReason":"Authorized","seqNo":1,"transactionInfo":{"transactionId":"T-1","chargingState":"Charging","remoteStartId":4},"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"reservationId":7,"numberOfPhasesUsed":3,"cableMaxCurrent":32}]
    TAU       [3,"t1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"t2","TransactionEvent",{"eventType":"Ended","timestamp":"2026-11-22T12:00:00Z","triggerReason":"StopAuthorized","seqNo":2,"offline":true,"transactionInfo":{"transactionId":"T-1","timeSpentCharging":110,"stoppedReason":"Local"},"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":2000,"context":"Transaction.End","signedMeterValue":{"signedMeterData":"AAE=","signingMethod":"ECDSAP256SHA256","encodingMethod":"OCMF","publicKey":"AgM="}}]}]}]
    TAU       [3,"t2",{}]
    `,
  );

  wire.shows(
    'Authorize and TransactionEvent: all that is told of a token',
    `
    operator  POST /id-tokens {"value":"WIRE0002","type":"ISO14443","groupId":"FLEET","expiresAt":"2027-01-01T00:00:00Z","cacheExpiresAt":"2026-11-23T00:00:00Z","chargingPriority":5,"language1":"de-AT","language2":"en","personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"},"validAt":[{"stationId":"<station>","evseIds":[1,2]}]}
    answer    201 Accepted
    station   [2,"a1","Authorize",{"idToken":{"idToken":"WIRE0002","type":"ISO14443"}}]
    TAU       [3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"FLEET","type":"Central"},"cacheExpiryDateTime":"2026-11-23T00:00:00.000Z","chargingPriority":5,"language1":"de-AT","language2":"en","evseId":[1,2],"personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"}}}]
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"Authorized","seqNo":0,"transactionInfo":{"transactionId":"T-1"},"evse":{"id":1,"connectorId":1},"idToken":{"idToken":"WIRE0002","type":"ISO14443"}}]
    TAU       [3,"t0",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"FLEET","type":"Central"},"cacheExpiryDateTime":"2026-11-23T00:00:00.000Z","chargingPriority":5,"language1":"de-AT","language2":"en","evseId":[1,2],"personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"}}}]
    `,
  );

  wire.shows(
    'MeterValues',
    `
    station   [2,"m1","MeterValues",{"evseId":0,"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":230.4,"measurand":"Voltage","phase":"L1-N","unitOfMeasure":{"unit":"V"}}]}]}]
    TAU       [3,"m1",{}]
    `,
  );

  wire.shows(
    'RequestStartTransaction and RequestStopTransaction',
    `
    operator  POST /stations/<station>/transactions {"idToken":{"value":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"groupIdToken":{"value":"WIRE","type":"Central"},"evseId":1}
    TAU       [2,"<start>","RequestStartTransaction",{"idToken":{"idToken":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"remoteStartId":<number>,"evseId":1,"groupIdToken":{"idToken":"WIRE","type":"Central"}}]
    station   [3,"<start>",{"status":"Accepted","transactionId":"T-1"}]
    answer    200 Accepted
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"RemoteStart","seqNo":0,"transactionInfo":{"transactionId":"T-1","remoteStartId":<number>},"evse":{"id":1}}]
    TAU       [3,"t0",{}]
    operator  POST /transactions/<transaction>/stop
    TAU       [2,"<stop>","RequestStopTransaction",{"transactionId":"T-1"}]
    station   [3,"<stop>",{"status":"Rejected","statusInfo":{"reasonCode":"NotNow"}}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'GetTransactionStatus',
    `
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"Authorized","seqNo":0,"transactionInfo":{"transactionId":"T-1"},"evse":{"id":1}}]
    TAU       [3,"t0",{}]
    operator  POST /transactions/<transaction>/status
    TAU       [2,"<one>","GetTransactionStatus",{"transactionId":"T-1"}]
    station   [3,"<one>",{"ongoingIndicator":true,"messagesInQueue":false}]
    answer    200 null
    operator  POST /stations/<station>/transaction-status
    TAU       [2,"<all>","GetTransactionStatus",{}]
    station   [3,"<all>",{"messagesInQueue":true}]
    answer    200 null
    `,
  );

  wire.shows(
    'TriggerMessage',
    `
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"StatusNotification","evseId":2}
    TAU       [2,"<one>","TriggerMessage",{"requestedMessage":"StatusNotification","evse":{"id":2,"connectorId":1}}]
    station   [3,"<one>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"MeterValues","evseId":1}
    TAU       [2,"<evse>","TriggerMessage",{"requestedMessage":"MeterValues","evse":{"id":1}}]
    station   [3,"<evse>",{"status":"Rejected","statusInfo":{"reasonCode":"NotNow"}}]
    answer    200 Rejected
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"PublishFirmwareStatusNotification"}
    TAU       [2,"<all>","TriggerMessage",{"requestedMessage":"PublishFirmwareStatusNotification"}]
    station   [3,"<all>",{"status":"NotImplemented"}]
    answer    200 NotImplemented
    `,
  );

  wire.shows(
    'UnlockConnector',
    `
    operator  POST /stations/<station>/unlock-connector {"evseId":2,"connectorId":3}
    TAU       [2,"<id>","UnlockConnector",{"evseId":2,"connectorId":3}]
    station   [3,"<id>",{"status":"UnknownConnector","statusInfo":{"reasonCode":"UnknownConnectorId"}}]
    answer    200 UnknownConnector
    `,
  );

  wire.shows(
    'ClearCache',
    `
    operator  POST /stations/<station>/clear-cache
    TAU       [2,"<id>","ClearCache",{}]
    station   [3,"<id>",{"status":"Rejected","statusInfo":{"reasonCode":"NotEnabled"}}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'DataTransfer both ways',
    `
    station   [2,"d1","DataTransfer",{"vendorId":"org.nobody","messageId":"Hello","data":{"line":1,"text":["a",null]}}]
    TAU       [3,"d1",{"status":"UnknownVendorId"}]
    operator  PUT /data-transfer-vendors/com.wire {"messageIds":["Hello"]}
    answer    200 undefined
    station   [2,"d2","DataTransfer",{"vendorId":"com.wire","messageId":"Hello"}]
    TAU       [3,"d2",{"status":"Accepted"}]
    station   [2,"d3","DataTransfer",{"vendorId":"com.wire","messageId":"Other"}]
    TAU       [3,"d3",{"status":"UnknownMessageId"}]
    operator  POST /stations/<station>/data-transfers {"vendorId":"com.example","messageId":"Show","data":{"line":1}}
    TAU       [2,"<id>","DataTransfer",{"vendorId":"com.example","messageId":"Show","data":{"line":1}}]
    station   [3,"<id>",{"status":"Rejected","data":{"line":1,"text":["a",null]},"statusInfo":{"reasonCode":"NoDisplay"}}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'ChangeAvailability',
    `
    operator  PUT /stations/<station>/availability {"operationalStatus":"Inoperative"}
    TAU       [2,"<whole>","ChangeAvailability",{"operationalStatus":"Inoperative"}]
    station   [3,"<whole>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  PUT /stations/<station>/availability {"operationalStatus":"Operative","evseId":2}
    TAU       [2,"<evse>","ChangeAvailability",{"operationalStatus":"Operative","evse":{"id":2}}]
    station   [3,"<evse>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  PUT /stations/<station>/availability {"operationalStatus":"Operative","evseId":2,"connectorId":1}
    TAU       [2,"<connector>","ChangeAvailability",{"operationalStatus":"Operative","evse":{"id":2,"connectorId":1}}]
    station   [3,"<connector>",{"status":"Rejected","statusInfo":{"reasonCode":"Broken","additionalInfo":"for good"}}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'a raw message, and the station that refuses it',
    `
    operator  POST /stations/<station>/ocpp/GetVariables {"getVariableData":[{"component":{"name":"AuthCtrlr"},"variable":{"name":"Enabled"}}]}
    TAU       [2,"<get>","GetVariables",{"getVariableData":[{"component":{"name":"AuthCtrlr"},"variable":{"name":"Enabled"}}]}]
    station   [4,"<get>","NotImplemented","",{}]
    answer    502 502
    `,
  );

  wire.shows(
    'ReserveNow and CancelReservation',
    `
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"groupIdToken":{"value":"G","type":"Local","additionalInfo":[{"additionalIdToken":"C-8","type":"contract"}]},"evseId":1,"connectorType":"cType2","expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<one>","ReserveNow",{"id":<first>,"expiryDateTime":"2026-11-22T13:00:00.000Z","connectorType":"cType2","idToken":{"idToken":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"evseId":1,"groupIdToken":{"idToken":"G","type":"Local","additionalInfo":[{"additionalIdToken":"C-8","type":"contract"}]}}]
    station   [3,"<one>",{"status":"Occupied","statusInfo":{"reasonCode":"InUse","additionalInfo":"until noon"}}]
    answer    200 Occupied
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443"},"expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<any>","ReserveNow",{"id":<number>,"expiryDateTime":"2026-11-22T13:00:00.000Z","idToken":{"idToken":"WIRE0001","type":"ISO14443"},"groupIdToken":{"idToken":"WIRE","type":"Central"}}]
    station   [3,"<any>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  DELETE /reservations/<reservation>
    TAU       [2,"<cancel>","CancelReservation",{"reservationId":<number>}]
    station   [3,"<cancel>",{"status":"Rejected","statusInfo":{"reasonCode":"NotFound"}}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'ReservationStatusUpdate',
    `
    station   [2,"r1","ReservationStatusUpdate",{"reservationId":7,"reservationUpdateStatus":"Expired","customData":{"vendorId":"com.example"}}]
    TAU       [3,"r1",{}]
    `,
  );

  wire.shows(
    'GetVariables and SetVariables',
    `
    operator  GET /stations/<station>/variables?component=OCPPCommCtrlr&variable=OfflineThreshold
    TAU       [2,"<one>","GetVariables",{"getVariableData":[{"component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}}]}]
    station   [3,"<one>",{"getVariableResult":[{"attributeStatus":"Accepted","attributeType":"Actual","attributeValue":"60","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}}]}]
    answer    200 Accepted
    operator  POST /stations/<station>/variables/query {"variables":[{"component":"Connector","componentInstance":"left","evseId":1,"connectorId":2,"variable":"Limit","instance":"a","attributeType":"MaxSet"}]}
    TAU       [2,"<full>","GetVariables",{"getVariableData":[{"attributeType":"MaxSet","component":{"name":"Connector","instance":"left","evse":{"id":1,"connectorId":2}},"variable":{"name":"Limit","instance":"a"}}]}]
    station   [3,"<full>",{"getVariableResult":[{"attributeStatus":"NotSupportedAttributeType","attributeStatusInfo":{"reasonCode":"NoMaxSet"},"attributeType":"MaxSet","component":{"name":"Connector","instance":"left","evse":{"id":1,"connectorId":2}},"variable":{"name":"Limit","instance":"a"}}]}]
    answer    200 NotSupportedAttributeType
    operator  PATCH /stations/<station>/variables {"variables":[{"component":"OCPPCommCtrlr","variable":"OfflineThreshold","value":"123"},{"component":"EVSE","evseId":1,"variable":"Power","attributeType":"Target","value":"7400"}]}
    TAU       [2,"<set>","SetVariables",{"setVariableData":[{"attributeValue":"123","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}},{"attributeValue":"7400","attributeType":"Target","component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Power"}}]}]
    station   [3,"<set>",{"setVariableResult":[{"attributeStatus":"Accepted","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}},{"attributeStatus":"RebootRequired","attributeType":"Target","component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Power"}}]}]
    answer    200 null
    `,
  );

  wire.shows(
    'Reset',
    `
    operator  POST /stations/<station>/reset {"type":"OnIdle"}
    TAU       [2,"<idle>","Reset",{"type":"OnIdle"}]
    station   [3,"<idle>",{"status":"Scheduled","statusInfo":{"reasonCode":"InTransaction"}}]
    answer    200 Scheduled
    operator  POST /stations/<station>/reset {"type":"Immediate","evseId":2}
    TAU       [2,"<evse>","Reset",{"type":"Immediate","evseId":2}]
    station   [3,"<evse>",{"status":"Accepted"}]
    answer    200 Accepted
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
    'GetBaseReport, GetReport and NotifyReport',
    `
    operator  POST /stations/<station>/reports {"base":"FullInventory"}
    TAU       [2,"<base>","GetBaseReport",{"requestId":<first>,"reportBase":"FullInventory"}]
    station   [3,"<base>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"r0","NotifyReport",{"requestId":<first>,"generatedAt":"2026-11-22T12:00:00Z","seqNo":0,"tbc":true,"reportData":[{"component":{"name":"Connector","instance":"left","evse":{"id":1,"connectorId":2}},"variable":{"name":"Power","instance":"a"},"variableAttribute":[{"type":"Actual","value":"7400","mutability":"ReadOnly","persistent":true,"constant":false},{"type":"MaxSet","value":"11000"}],"variableCharacteristics":{"dataType":"decimal","unit":"W","minLimit":0,"maxLimit":22000,"supportsMonitoring":true}}]}]
    TAU       [3,"r0",{}]
    station   [2,"r1","NotifyReport",{"requestId":<first>,"generatedAt":"2026-11-22T12:00:00Z","seqNo":1}]
    TAU       [3,"r1",{}]
    operator  POST /stations/<station>/reports {"componentCriteria":["Problem","Available"],"variables":[{"component":"EVSE","evseId":1,"variable":"AvailabilityState"},{"component":"ClockCtrlr"}]}
    TAU       [2,"<custom>","GetReport",{"requestId":<second>,"componentCriteria":["Problem","Available"],"componentVariable":[{"component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"AvailabilityState"}},{"component":{"name":"ClockCtrlr"}}]}]
    station   [3,"<custom>",{"status":"EmptyResultSet"}]
    answer    200 EmptyResultSet
    `,
  );

  wire.shows(
    'SetNetworkProfile',
    `
    operator  PUT /stations/<station>/network-profiles/2 {"ocppCsmsUrl":"wss://csms.example/ocpp","messageTimeout":30,"securityProfile":2,"ocppInterface":"Wired0","confirmed":true}
    TAU       [2,"<profile>","SetNetworkProfile",{"configurationSlot":2,"connectionData":{"ocppVersion":"OCPP20","ocppTransport":"JSON","ocppCsmsUrl":"wss://csms.example/ocpp","messageTimeout":30,"securityProfile":2,"ocppInterface":"Wired0"}}]
    station   [3,"<profile>",{"status":"Failed","statusInfo":{"reasonCode":"InvalidProfile"}}]
    answer    200 Failed
    `,
  );

  wire.shows(
    'SignCertificate',
    `
    station   [2,"c1","SignCertificate",{"csr":"-----BEGIN CERTIFICATE REQUEST-----","certificateType":"V2GCertificate"}]
    TAU       [3,"c1",{"status":"Rejected","statusInfo":{"reasonCode":"NoAuthority","additionalInfo":"No certificate authority is set up at this CSMS."}}]
    `,
  );

  wire.shows(
    'GetLog and LogStatusNotification',
    `
    operator  POST /stations/<station>/log-requests {"logType":"DiagnosticsLog","oldestTimestamp":"2026-11-21T00:00:00Z","latestTimestamp":"2026-11-22T00:00:00Z","retries":3,"retryInterval":60,"remoteLocation":"https://user:secret@files.example.com/logs"}
    TAU       [2,"<first>","GetLog",{"logType":"DiagnosticsLog","requestId":<number>,"retries":3,"retryInterval":60,"log":{"remoteLocation":"https://user:secret@files.example.com/logs","oldestTimestamp":"2026-11-21T00:00:00.000Z","latestTimestamp":"2026-11-22T00:00:00.000Z"}}]
    station   [3,"<first>",{"status":"Accepted","filename":"diagnostics.log"}]
    answer    200 Accepted
    station   [2,"l1","LogStatusNotification",{"status":"Uploading","requestId":<number>}]
    TAU       [3,"l1",{}]
    station   [2,"l2","LogStatusNotification",{"status":"Uploaded","requestId":<number>}]
    TAU       [3,"l2",{}]
    operator  POST /stations/<station>/log-requests {"logType":"SecurityLog","remoteLocation":"https://files.example.com/logs"}
    TAU       [2,"<second>","GetLog",{"logType":"SecurityLog","requestId":<other>,"log":{"remoteLocation":"https://files.example.com/logs"}}]
    station   [3,"<second>",{"status":"Rejected"}]
    answer    200 Rejected
    station   [2,"l3","LogStatusNotification",{"status":"Idle"}]
    TAU       [3,"l3",{}]
    `,
  );

  wire.shows(
    'UpdateFirmware and FirmwareStatusNotification',
    `
    operator  POST /stations/<station>/firmware-updates {"location":"ftp://user:pw@files.example.com/fw.bin","retrieveAt":"2026-11-22T13:00:00Z","installAt":"2026-11-22T14:00:00Z","retries":3,"retryInterval":60}
    TAU       [2,"<update>","UpdateFirmware",{"requestId":<request>,"retries":3,"retryInterval":60,"firmware":{"location":"ftp://user:pw@files.example.com/fw.bin","retrieveDateTime":"2026-11-22T13:00:00.000Z","installDateTime":"2026-11-22T14:00:00.000Z"}}]
    station   [3,"<update>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"f1","FirmwareStatusNotification",{"status":"Downloading","requestId":<request>}]
    TAU       [3,"f1",{}]
    station   [2,"f2","FirmwareStatusNotification",{"status":"SignatureVerified","requestId":<request>}]
    TAU       [3,"f2",{}]
    station   [2,"f3","FirmwareStatusNotification",{"status":"Idle"}]
    TAU       [3,"f3",{}]
    operator  POST /stations/<station>/firmware-updates ${JSON.stringify({ ...SIGNED, location: 'https://files.example.com/fw.bin', retrieveAt: '2026-11-22T13:00:00Z' })}
    TAU       [2,"<signed>","UpdateFirmware",{"requestId":<second>,"firmware":{"location":"https://files.example.com/fw.bin","retrieveDateTime":"2026-11-22T13:00:00.000Z","signingCertificate":${JSON.stringify(SIGNED.signingCertificate)},"signature":"${SIGNED.signature}"}}]
    station   [3,"<signed>",{"status":"InvalidCertificate"}]
    answer    200 InvalidCertificate
    `,
  );

  wire.shows(
    'NotifyMonitoringReport',
    `
    station   [2,"w0","NotifyMonitoringReport",{"requestId":8,"seqNo":0,"generatedAt":"2026-11-22T12:00:00Z","tbc":false,"monitor":[{"component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Temperature"},"variableMonitoring":[{"id":3,"transaction":false,"value":80,"type":"UpperThreshold","severity":2}]}]}]
    TAU       [3,"w0",{}]
    `,
  );

  wire.shows(
    'NotifyChargingLimit',
    `
    station   [2,"w1","NotifyChargingLimit",{"evseId":1,"chargingLimit":{"chargingLimitSource":"EMS","isGridCritical":true},"chargingSchedule":[{"id":1,"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}]}]
    TAU       [3,"w1",{}]
    `,
  );

  wire.shows(
    'ClearedChargingLimit',
    `
    station   [2,"w2","ClearedChargingLimit",{"chargingLimitSource":"EMS","evseId":1}]
    TAU       [3,"w2",{}]
    `,
  );

  wire.shows(
    'ReportChargingProfiles',
    `
    station   [2,"w3","ReportChargingProfiles",{"requestId":5,"chargingLimitSource":"CSO","tbc":false,"evseId":1,"chargingProfile":[{"id":7,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute","chargingSchedule":[{"id":1,"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}]}]}]
    TAU       [3,"w3",{}]
    `,
  );

  wire.shows(
    'NotifyEVChargingNeeds',
    `
    station   [2,"w4","NotifyEVChargingNeeds",{"evseId":1,"chargingNeeds":{"requestedEnergyTransfer":"AC_three_phase"}}]
    TAU       [3,"w4",{"status":"Rejected","statusInfo":{"reasonCode":"UnsupportedRequest","additionalInfo":"There is no smart charging"}}]
    `,
  );

  wire.shows(
    'NotifyEVChargingSchedule',
    `
    station   [2,"w5","NotifyEVChargingSchedule",{"timeBase":"2026-11-22T12:00:00Z","evseId":1,"chargingSchedule":{"id":1,"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}}]
    TAU       [3,"w5",{"status":"Accepted"}]
    `,
  );

  wire.shows(
    'Get15118EVCertificate',
    `
    station   [2,"w6","Get15118EVCertificate",{"iso15118SchemaVersion":"urn:iso:15118:2:2013:MsgDef","action":"Install","exiRequest":"eA=="}]
    TAU       [3,"w6",{"status":"Failed","statusInfo":{"reasonCode":"UnsupportedRequest","additionalInfo":"There is no pool of contract certificates"},"exiResponse":""}]
    `,
  );

  wire.shows(
    'GetCertificateStatus',
    `
    station   [2,"w7","GetCertificateStatus",{"ocspRequestData":{"hashAlgorithm":"SHA256","issuerNameHash":"aa","issuerKeyHash":"bb","serialNumber":"01","responderURL":"http://ocsp.invalid/"}}]
    TAU       [3,"w7",{"status":"Failed","statusInfo":{"reasonCode":"UnsupportedRequest","additionalInfo":"Certificate responders are not asked"}}]
    `,
  );

  wire.shows(
    'NotifyDisplayMessages',
    `
    station   [2,"w8","NotifyDisplayMessages",{"requestId":2,"tbc":false,"messageInfo":[{"id":1,"priority":"AlwaysFront","message":{"format":"UTF8","content":"Hello"}}]}]
    TAU       [3,"w8",{}]
    `,
  );

  wire.shows(
    'PublishFirmwareStatusNotification',
    `
    station   [2,"w9","PublishFirmwareStatusNotification",{"status":"Published","location":["http://10.0.0.1/firmware.bin"],"requestId":4}]
    TAU       [3,"w9",{}]
    `,
  );

  wire.shows(
    'CustomerInformation',
    `
    operator  POST /stations/<station>/customer-information {"report":true,"idToken":{"value":"TAG1","type":"eMAID","additionalInfo":[{"additionalIdToken":"7","type":"card"}]}}
    TAU       [2,"<one>","CustomerInformation",{"requestId":<first>,"report":true,"clear":false,"idToken":{"idToken":"TAG1","type":"eMAID","additionalInfo":[{"additionalIdToken":"7","type":"card"}]}}]
    station   [3,"<one>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"w10","NotifyCustomerInformation",{"data":"none","seqNo":0,"generatedAt":"2026-11-22T12:00:00Z","requestId":<first>,"tbc":false}]
    TAU       [3,"w10",{}]
    operator  POST /stations/<station>/customer-information {"clear":true,"customerIdentifier":"customer 17"}
    TAU       [2,"<two>","CustomerInformation",{"requestId":<second>,"report":false,"clear":true,"customerIdentifier":"customer 17"}]
    station   [3,"<two>",{"status":"Rejected","statusInfo":{"reasonCode":"NotNow"}}]
    answer    200 Rejected
    operator  POST /stations/<station>/customer-information {"report":true,"clear":true,"customerCertificate":{"hashAlgorithm":"SHA256","issuerNameHash":"aa","issuerKeyHash":"bb","serialNumber":"01"}}
    TAU       [2,"<three>","CustomerInformation",{"requestId":<third>,"report":true,"clear":true,"customerCertificate":{"hashAlgorithm":"SHA256","issuerNameHash":"aa","issuerKeyHash":"bb","serialNumber":"01"}}]
    station   [3,"<three>",{"status":"Invalid"}]
    answer    200 Invalid
    `,
  );

  wire.shows(
    'InstallCertificate, GetInstalledCertificateIds and DeleteCertificate',
    `
    operator  POST /stations/<station>/certificates {"certificateType":"V2GRootCertificate","certificate":${ROOT}}
    TAU       [2,"<install>","InstallCertificate",{"certificateType":"V2GRootCertificate","certificate":${ROOT}}]
    station   [3,"<install>",{"status":"Rejected","statusInfo":{"reasonCode":"NoSpace"}}]
    answer    200 Rejected
    operator  POST /stations/<station>/certificates/refresh {}
    TAU       [2,"<all>","GetInstalledCertificateIds",{}]
    station   [3,"<all>",{"status":"NotFound","statusInfo":{"reasonCode":"Empty"}}]
    answer    200 NotFound
    operator  POST /stations/<station>/certificates/refresh {"certificateTypes":["V2GCertificateChain","CSMSRootCertificate"]}
    TAU       [2,"<two>","GetInstalledCertificateIds",{"certificateType":["V2GCertificateChain","CSMSRootCertificate"]}]
    station   [3,"<two>",{"status":"Accepted","certificateHashDataChain":[{"certificateType":"V2GCertificateChain","certificateHashData":{"hashAlgorithm":"SHA512","issuerNameHash":"aB01","issuerKeyHash":"Cd02","serialNumber":"00fF"},"childCertificateHashData":[{"hashAlgorithm":"SHA512","issuerNameHash":"e3","issuerKeyHash":"f4","serialNumber":"5"}]}]}]
    answer    200 Accepted
    operator  DELETE /stations/<station>/certificates/<certificate>
    TAU       [2,"<delete>","DeleteCertificate",{"certificateHashData":{"hashAlgorithm":"SHA512","issuerNameHash":"aB01","issuerKeyHash":"Cd02","serialNumber":"00fF"}}]
    station   [3,"<delete>",{"status":"Accepted"}]
    answer    200 Accepted
    `,
  );

  wire.showsAll();
});
