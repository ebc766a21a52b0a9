const START = '{"connectorId":1,"idTag":"TAG1","meterStart":100,"timestamp":"2026-05-01T10:00:00Z"}';
const start = (field, value) => `[2,"1","StartTransaction",${START.replace(new RegExp(`"${field}":(?:"[^"]*"|\\d+)`), `"${field}":${value}`)}]`;
const sample = (fields) => `[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-05-01T10:00:00Z","sampledValue":[${fields}]}]}]`;
const samples = (...sampledValue) => ({
    connectorId: 1,
    meterValue: [{ timestamp: '2026-05-01T10:00:00Z', sampledValue }],
});
const status = (fields) => `[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"NoError"${fields}}]`;
const available = { connectorId: 1, status: 'Available', errorCode: 'NoError' };
const started = { connectorId: 1, idTag: 'TAG1', meterStart: 100, timestamp: '2026-05-01T10:00:00Z' };
const rule = (name, description, fixture, defaultOn = true) => ({
    name,
    description,
    fixture,
    defaultOn,
});
const v16 = (frame, becomes) => ({ version: '1.6', frame, becomes });
const v201 = (frame, becomes) => ({ version: '2.0.1', frame, becomes });
const BOOT = '"reason":"PowerUp","chargingStation":{"model":"M","vendorName":"V"';
const boot = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V' } };
const EVENT = '"eventType":"Updated","timestamp":"2026-05-01T10:00:00Z","triggerReason":"Trigger","seqNo":1';
/** Every leniency that TAU knows. The text of a message is always kept as it came, whatever a rule makes of it. */
export const LENIENCY_RULES = [
    rule('timestamp-without-zone', 'Timestamps carry no time zone; they are read as UTC.', v16(start('timestamp', '"2026-05-01T10:00:00"'))),
    rule('timestamp-short-offset', 'The offset of timestamps is abbreviated, such as +03 or +0300; it is read as +03:00.', v16(start('timestamp', '"2026-05-01T10:00:00+03"'))),
    rule('timestamp-spelling', 'Timestamps use a space, a comma or no seconds; they are read all the same.', v16(start('timestamp', '"2026-05-01 10:00:00Z"'))),
    rule('timestamp-out-of-range', 'The clock is wrong by years (before 2010, or more than a month ahead); the time of receipt is used.', v16(start('timestamp', '"1970-01-01T00:03:00Z"'))),
    rule('timestamp-unreadable', 'Timestamps cannot be read; the time of receipt is used.', v16(start('timestamp', '"2026-00-01T10:00:00Z"'))),
    rule('timestamp-missing', 'A required timestamp is missing; the time of receipt is used.', v201('[2,"1","StatusNotification",{"connectorStatus":"Available","evseId":1,"connectorId":1}]', {
        timestamp: '2026-05-01T12:00:00.000Z',
        connectorStatus: 'Available',
        evseId: 1,
        connectorId: 1,
    })),
    rule('extra-property', 'Messages hold fields that the standard does not list; these fields are dropped.', v16(status(',"temperature":21'), available)),
    rule('over-long-text', 'Texts are longer than the standard allows; they are kept in full.', v16(status(`,"info":"${'long '.repeat(12)}"`))),
    rule('number-for-text', 'Numbers are sent where texts belong; they are read as text.', v16(sample('{"value":1234.5}'), samples({ value: '1234.5' }))),
    rule('text-for-number', 'Texts are sent where numbers belong; they are read as numbers where they clearly are.', v16(start('connectorId', '"1"'), started)),
    rule('text-for-boolean', 'Texts or 0 and 1 are sent where true and false belong; they are read as such.', v201('[2,"1","NotifyReport",{"requestId":1,"generatedAt":"2026-05-01T10:00:00Z","seqNo":0,"tbc":"false"}]', {
        requestId: 1,
        generatedAt: '2026-05-01T10:00:00Z',
        seqNo: 0,
        tbc: false,
    })),
    rule('decimal-for-integer', 'Meter readings have decimals where whole numbers belong; they are rounded.', v16(start('meterStart', '99.6'), started)),
    rule('list-or-single', 'A single item is sent where a list belongs, or the reverse; it is read as what belongs there.', v16('[2,"1","MeterValues",{"connectorId":1,"meterValue":{"timestamp":"2026-05-01T10:00:00Z","sampledValue":[{"value":"1"}]}}]', samples({ value: '1' }))),
    rule('letter-case', 'Listed values are spelled with other capitals; they are read as the listed value.', v16(sample('{"value":"1","unit":"kwh"}'), samples({ value: '1', unit: 'kWh' }))),
    rule('unit-spelling', 'Units are spelled in ways of their own, such as C or Watt; they are read as the unit that is meant.', v16(sample('{"value":"21","measurand":"Temperature","unit":"C"}'), samples({ value: '21', measurand: 'Temperature', unit: 'Celsius' }))),
    rule('unknown-sample-label', 'Samples carry a measurand, phase, context, location, format or unit that the standard does not list. It is kept as sent, because the sample would mean something else without it; no energy is counted from it.', v16(sample('{"value":"50","measurand":"Fan.Speed","unit":"Hz"},{"value":"7"}'))),
    rule('unknown-token-type', 'An id token has a type that the version does not list; it is kept as sent.', v201('[2,"1","Authorize",{"idToken":{"idToken":"AB","type":"NFC"}}]')),
    rule('unknown-reason', 'A reason or error code is not in the list of the standard; it is read as Other, OtherError or Unknown.', v16('[2,"1","StatusNotification",{"connectorId":1,"status":"Available","errorCode":"Error"}]', {
        ...available,
        errorCode: 'OtherError',
    })),
    rule('unknown-value', 'An optional field holds a value that the standard does not list; the field is dropped.', v201(`[2,"1","TransactionEvent",{${EVENT},"transactionInfo":{"transactionId":"T1","chargingState":"Parked"}}]`, {
        eventType: 'Updated',
        timestamp: '2026-05-01T10:00:00Z',
        triggerReason: 'Trigger',
        seqNo: 1,
        transactionInfo: { transactionId: 'T1' },
    })),
    rule('unusable-field', 'An optional field or a list item holds something that cannot be used; it is dropped, the rest is kept.', v201('[2,"1","FirmwareStatusNotification",{"status":"Installed","requestId":[1,2]}]', { status: 'Installed' })),
    rule('incomplete-signed-value', 'Signed meter values lack fields, such as the public key; they are kept to the letter.', v201('[2,"1","MeterValues",{"evseId":1,"meterValue":[{"timestamp":"2026-05-01T10:00:00Z","sampledValue":[{"value":1,"signedMeterValue":{"signedMeterData":"AAE=","signingMethod":"","encodingMethod":"OCMF"}}]}]}]')),
    rule('empty-for-absent', 'Absent fields are sent as null or as an empty text; they are read as absent.', v16(status(',"timestamp":"","info":null'), available)),
    rule('null-word', 'The word "null" is sent for an absent text; it is read as absent.', v16(status(',"info":"null"'), available)),
    rule('empty-list', 'Lists are sent empty where they should be left out; they are read as absent.', v201('[2,"1","Authorize",{"idToken":{"idToken":"AB","type":"ISO14443","additionalInfo":[]}}]', {
        idToken: { idToken: 'AB', type: 'ISO14443' },
    })),
    rule('custom-data', 'The vendor extension customData breaks the rules for it; it is dropped.', v201(`[2,"1","BootNotification",{${BOOT}},"customData":{"version":7}}]`, boot)),
    rule('numeric-message-id', 'Message ids are numbers; they are answered as numbers.', v16(`[2,17,"StartTransaction",${START}]`)),
    rule('long-message-id', 'Message ids are longer than 36 characters (1.6 only); they are answered all the same.', v16(`[2,"${'id'.repeat(20)}","StartTransaction",${START}]`)),
    rule('missing-payload', 'A message without content has no payload, or null; it is read as empty.', v16('[2,"1","Heartbeat",null]', {})),
    rule('assume-ocpp1.6', 'The station names no OCPP version when it connects; 1.6 is assumed.', undefined, false),
    rule('treat-ocpp2.0-as-2.0.1', 'The station says ocpp2.0 and means 2.0.1; it is treated as a 2.0.1 station.', undefined, false),
    rule('no-pong', 'The station does not answer pings; only its messages count as signs of life.', undefined, false),
];
const DEFAULTS = new Map(LENIENCY_RULES.map(({ name, defaultOn }) => [name, defaultOn]));
/** Whether a name belongs to a leniency rule. */
export const isLeniencyRule = (name) => DEFAULTS.has(name);
/** Whether a rule holds for a station with these settings. */
export function isRuleOn(name, settings) {
    return DEFAULTS.get(name) ? !settings.disabledRules.includes(name) : settings.enabledRules.includes(name);
}
//# sourceMappingURL=leniency.js.map