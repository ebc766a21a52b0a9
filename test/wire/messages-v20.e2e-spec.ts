import { startCsms } from '../support/csms.js';
import { signatureOf } from '../support/firmware.js';
import { wireLogs } from './wire-log.js';

const SIGNED = signatureOf(Buffer.from('image'));

describe('OCPP 2.0 on the wire', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });
  const wire = wireLogs(csms, '2.0');
  beforeAll(() => csms.given.idToken({ value: 'WIRE0001', groupId: 'WIRE', expiresAt: '2027-01-01T00:00:00Z' }));

  wire.shows(
    'BootNotification',
    `
    station   [2,"b1","BootNotification",{"reason":"PowerUp","chargingStation":{"serialNumber":"SN-1","model":"Model","vendorName":"Vendor","firmwareVersion":"1.0.0","modem":{"iccid":"89310410106543789301","imsi":"310170845466094"}}}]
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
    'Authorize',
    `
    station   [2,"a1","Authorize",{"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"evseId":[1],"unknown":1}]
    TAU       [3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"a2","Authorize",{"idToken":{"idToken":"DE8AA1","type":"eMAID"},"15118CertificateHashData":[{"hashAlgorithm":"SHA256","issuerNameHash":"a","issuerKeyHash":"b","serialNumber":"c"}]}]
    TAU       [3,"a2",{"idTokenInfo":{"status":"Invalid"},"certificateStatus":"CertChainError"}]
    station   [2,"a3","Authorize",{"idToken":{"idToken":"NOBODY","type":"ISO14443"}}]
    TAU       [3,"a3",{"idTokenInfo":{"status":"Unknown"}}]
    `,
  );

  wire.shows(
    'TransactionEvent',
    `
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T11:58:00Z","triggerReason":"CablePluggedIn","seqNo":0,"transactionData":{"id":"T-1","chargingState":"EVDetected"},"evse":{"id":1,"connectorId":1},"meterValue":[{"timestamp":"2026-11-22T11:58:00Z","sampledValue":[{"value":1000,"context":"Transaction.Begin","unitOfMeasure":{"unit":"Wh","multiplier":0}}]}]}]
    TAU       [3,"t0",{}]
    station   [2,"t1","TransactionEvent",{"eventType":"Updated","timestamp":"2026-11-22T11:58:10Z","triggerReason":"Authorized","seqNo":1,"transactionData":{"id":"T-1","chargingState":"Charging","remoteStartId":4},"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"reservationId":7,"numberOfPhasesUsed":3,"cableMaxCurrent":32}]
    TAU       [3,"t1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]
    station   [2,"t2","TransactionEvent",{"eventType":"Ended","timestamp":"2026-11-22T12:00:00Z","triggerReason":"StopAuthorized","seqNo":2,"offline":true,"transactionData":{"id":"T-1","timeSpentCharging":110,"stoppedReason":"UnlockCommand"},"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":2000,"context":"Transaction.End"}]}]}]
    TAU       [3,"t2",{}]
    `,
  );

  wire.shows(
    'Authorize and TransactionEvent: all that is told of a token',
    `
    operator  POST /id-tokens {"value":"WIRE0002","type":"ISO14443","groupId":"FLEET","expiresAt":"2027-01-01T00:00:00Z","cacheExpiresAt":"2026-11-23T00:00:00Z","chargingPriority":5,"language1":"de-AT","language2":"en","personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"},"validAt":[{"stationId":"<station>","evseIds":[1,2]}]}
    answer    201 Accepted
    station   [2,"a1","Authorize",{"idToken":{"idToken":"WIRE0002","type":"ISO14443"}}]
    TAU       [3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"FLEET","type":"Central"},"cacheExpiryDateTime":"2026-11-23T00:00:00.000Z","chargingPriority":5,"language1":"de-AT","language2":"en","personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"}},"evseId":[1,2]}]
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"Authorized","seqNo":0,"transactionData":{"id":"T-1"},"evse":{"id":1,"connectorId":1},"idToken":{"idToken":"WIRE0002","type":"ISO14443"}}]
    TAU       [3,"t0",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"FLEET","type":"Central"},"cacheExpiryDateTime":"2026-11-23T00:00:00.000Z","chargingPriority":5,"language1":"de-AT","language2":"en","personalMessage":{"format":"UTF8","language":"de","content":"Grüß Gott"}}}]
    `,
  );

  wire.shows(
    'MeterValues',
    `
    station   [2,"m1","MeterValues",{"evseId":1,"meterValue":[{"timestamp":"2026-11-22T12:00:00Z","sampledValue":[{"value":230.4,"measurand":"Voltage","phase":"L1-N","signedMeterValue":{"meterValueSignature":"AAE=","signatureMethod":"ECDSAP256SHA256","encodingMethod":"EDL","encodedMeterValue":"AgM="}}]}]}]
    TAU       [3,"m1",{}]
    `,
  );

  wire.shows(
    'RequestStartTransaction and RequestStopTransaction',
    `
    operator  POST /stations/<station>/transactions {"idToken":{"value":"WIRE0001","type":"ISO14443"},"evseId":1}
    TAU       [2,"<start>","RequestStartTransaction",{"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"remoteStartId":<number>,"evseId":1}]
    station   [3,"<start>",{"status":"Accepted"}]
    answer    200 Accepted
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"RemoteStart","seqNo":0,"transactionData":{"id":"T-1","remoteStartId":<number>},"evse":{"id":1}}]
    TAU       [3,"t0",{}]
    operator  POST /transactions/<transaction>/stop
    TAU       [2,"<stop>","RequestStopTransaction",{"transactionId":"T-1"}]
    station   [3,"<stop>",{"status":"Accepted"}]
    answer    200 Accepted
    `,
  );

  wire.shows(
    'GetTransactionStatus',
    `
    station   [2,"t0","TransactionEvent",{"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"Authorized","seqNo":0,"transactionData":{"id":"T-1"},"evse":{"id":1}}]
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
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"StatusNotification","evseId":2,"connectorId":1}
    TAU       [2,"<one>","TriggerMessage",{"requestedMessage":"StatusNotification","evse":{"id":2,"connectorId":1}}]
    station   [3,"<one>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"SignV2GCertificate"}
    TAU       [2,"<all>","TriggerMessage",{"requestedMessage":"SignV2GCertificate"}]
    station   [3,"<all>",{"status":"NotImplemented"}]
    answer    200 NotImplemented
    operator  POST /stations/<station>/trigger-message {"requestedMessage":"SignCombinedCertificate"}
    answer    422 422
    `,
  );

  wire.shows(
    'ChangeAvailability',
    `
    operator  PUT /stations/<station>/availability {"operationalStatus":"Inoperative"}
    TAU       [2,"<whole>","ChangeAvailability",{"evseId":0,"operationalStatus":"Inoperative"}]
    station   [3,"<whole>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  PUT /stations/<station>/availability {"operationalStatus":"Operative","evseId":2}
    TAU       [2,"<one>","ChangeAvailability",{"evseId":2,"operationalStatus":"Operative"}]
    station   [3,"<one>",{"status":"Rejected"}]
    answer    200 Rejected
    operator  PUT /stations/<station>/availability {"operationalStatus":"Operative","evseId":2,"connectorId":1}
    answer    422 422
    `,
  );

  wire.shows(
    'ReserveNow and CancelReservation',
    `
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"groupIdToken":{"value":"G","type":"Local","additionalInfo":[{"additionalIdToken":"C-8","type":"contract"}]},"evseId":1,"connectorId":2,"connectorType":"cType2","expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<one>","ReserveNow",{"idToken":{"idToken":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"C-7","type":"contract"}]},"groupIdToken":{"idToken":"G","type":"Local","additionalInfo":[{"additionalIdToken":"C-8","type":"contract"}]},"reservation":{"id":<first>,"expiryDateTime":"2026-11-22T13:00:00.000Z","evse":{"id":1,"connectorId":2},"connectorCode":"cType2"}}]
    station   [3,"<one>",{"status":"Occupied"}]
    answer    200 Occupied
    operator  POST /stations/<station>/reservations {"idToken":{"value":"WIRE0001","type":"ISO14443"},"evseId":1,"expiresAt":"2026-11-22T13:00:00Z"}
    TAU       [2,"<two>","ReserveNow",{"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"groupIdToken":{"idToken":"WIRE","type":"Central"},"reservation":{"id":<number>,"expiryDateTime":"2026-11-22T13:00:00.000Z","evse":{"id":1}}}]
    station   [3,"<two>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  DELETE /reservations/<reservation>
    TAU       [2,"<cancel>","CancelReservation",{"reservationId":<number>}]
    station   [3,"<cancel>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'ReservationStatusUpdate',
    `
    station   [2,"r1","ReservationStatusUpdate",{"reservationId":7,"reservationUpdateStatus":"Expired","unknown":1}]
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
    station   [3,"<full>",{"getVariableResult":[{"attributeStatus":"NotSupportedAttributeType","attributeType":"MaxSet","component":{"name":"Connector","instance":"left","evse":{"id":1,"connectorId":2}},"variable":{"name":"Limit","instance":"a"}}]}]
    answer    200 NotSupportedAttributeType
    operator  PATCH /stations/<station>/variables {"variables":[{"component":"OCPPCommCtrlr","variable":"OfflineThreshold","value":"123"},{"component":"EVSE","evseId":1,"variable":"Power","attributeType":"Target","value":"7400"}]}
    TAU       [2,"<set>","SetVariables",{"setVariableData":[{"attributeValue":"123","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}},{"attributeValue":"7400","attributeType":"Target","component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Power"}}]}]
    station   [3,"<set>",{"setVariableResult":[{"attributeStatus":"Accepted","component":{"name":"OCPPCommCtrlr"},"variable":{"name":"OfflineThreshold"}},{"attributeStatus":"OutOfRange","attributeType":"Target","component":{"name":"EVSE","evse":{"id":1}},"variable":{"name":"Power"}}]}]
    answer    200 null
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
    station   [2,"f2","FirmwareStatusNotification",{"status":"InvalidCertificate","requestId":<request>}]
    TAU       [3,"f2",{}]
    station   [2,"f3","FirmwareStatusNotification",{"status":"Idle","requestId":0}]
    TAU       [3,"f3",{}]
    operator  POST /stations/<station>/firmware-updates ${JSON.stringify({ ...SIGNED, location: 'https://files.example.com/fw.bin', retrieveAt: '2026-11-22T13:00:00Z' })}
    TAU       [2,"<signed>","UpdateFirmware",{"requestId":<second>,"firmware":{"location":"https://files.example.com/fw.bin","retrieveDateTime":"2026-11-22T13:00:00.000Z","signingCertificate":${JSON.stringify(SIGNED.signingCertificate)},"signature":"${SIGNED.signature}"}}]
    station   [3,"<signed>",{"status":"Rejected"}]
    answer    200 Rejected
    `,
  );

  wire.shows(
    'Reset',
    `
    operator  POST /stations/<station>/reset {"type":"OnIdle"}
    TAU       [2,"<idle>","Reset",{"type":"OnIdle"}]
    station   [3,"<idle>",{"status":"Scheduled"}]
    answer    200 Scheduled
    operator  POST /stations/<station>/reset {"type":"Immediate"}
    TAU       [2,"<now>","Reset",{"type":"Immediate"}]
    station   [3,"<now>",{"status":"Accepted"}]
    answer    200 Accepted
    operator  POST /stations/<station>/reset {"type":"Immediate","evseId":1}
    answer    422 422
    `,
  );

  wire.showsAll();
});
