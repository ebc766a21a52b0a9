import type { OcppVersion } from '../versions.js';
import { checkOurs, checkStationRequest, checkStationResponse } from './validator.js';

const receivedAt = new Date('2026-05-01T12:00:00.000Z');
const timestamp = '2026-05-01T10:00:00Z';
const check = (version: OcppVersion, action: string, payload: unknown, disabledRules: string[] = []) =>
  checkStationRequest(version, action, payload, { receivedAt, disabledRules });
const refused = (code: string, field?: string) => ({
  ok: false,
  error: expect.objectContaining({ code, ...(field ? { details: { field } } : {}) }) as unknown,
});
const accepted = (payload: unknown, needsReview = false) => ({
  ok: true,
  payload,
  needsReview,
  rules: expect.any(Array) as unknown,
});

const start = { connectorId: 1, idTag: 'TAG1', meterStart: 100, timestamp };
const event = {
  eventType: 'Updated',
  timestamp,
  triggerReason: 'Trigger',
  seqNo: 1,
  transactionInfo: { transactionId: 'T1' },
};

describe('a CALL of a station', () => {
  it('is handed on as it is when it follows the schema', () => {
    const checked = check('1.6', 'StartTransaction', start);

    expect(checked).toEqual({ ok: true, payload: start, rules: [], needsReview: false });
    expect(checked.ok && checked.payload).toBe(start);
  });

  it.each([
    ['1.6', 'BootNotification', {}, 'OccurrenceConstraintViolation', 'chargePointVendor'],
    ['1.6', 'BootNotification', [], 'FormatViolation', undefined],
    ['2.0.1', 'BootNotification', 'text', 'FormatViolation', undefined],
    [
      '2.0.1',
      'BootNotification',
      { reason: 'PowerUp', chargingStation: { model: 'M' } },
      'OccurrenceConstraintViolation',
      'chargingStation.vendorName',
    ],
    [
      '2.0.1',
      'StatusNotification',
      { timestamp, connectorStatus: 'Bored', evseId: 1, connectorId: 1 },
      'PropertyConstraintViolation',
      'connectorStatus',
    ],
    [
      '2.0.1',
      'StatusNotification',
      { timestamp, connectorStatus: 'Available', evseId: {}, connectorId: 1 },
      'TypeConstraintViolation',
      'evseId',
    ],
    ['2.0.1', 'Reset', { type: 'Immediate' }, 'NotSupported', undefined],
    ['2.0', 'NotifyReport', {}, 'NotSupported', undefined],
    ['1.6', 'bootNotification', {}, 'NotImplemented', undefined],
  ] as const)('%s %s %j is refused with %s', (version, action, payload, code, field) => {
    expect(check(version, action, payload)).toEqual(refused(code, field));
  });

  it('never has its values repeated in the refusal', () => {
    const checked = check('2.0.1', 'StatusNotification', {
      timestamp,
      connectorStatus: 'S3cret',
      evseId: 1,
      connectorId: 1,
    });

    expect(JSON.stringify(!checked.ok && [checked.error.message, checked.error.details])).not.toContain('S3cret');
  });

  it('may carry unknown fields in OCPP 2.0, and they are kept', () => {
    const payload = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V', colour: 'red' }, extra: 1 };

    expect(check('2.0', 'BootNotification', payload)).toEqual({ ok: true, payload, rules: [], needsReview: false });
  });

  it('survives values that cannot become text', () => {
    const hostile = { toString: 1, valueOf: 1 };

    expect(check('2.0.1', 'TransactionEvent', { ...event, offline: hostile, seqNo: hostile })).toMatchObject({
      ok: true,
    });
  });

  it('survives a field named __proto__', () => {
    const payload = JSON.parse('{"__proto__":{"admin":true},"chargePointVendor":"V","chargePointModel":"M"}') as object;

    const checked = check('1.6', 'BootNotification', payload);

    expect(checked).toEqual(accepted({ chargePointVendor: 'V', chargePointModel: 'M' }));
    expect(checked.ok && Object.getPrototypeOf(checked.payload)).toBe(Object.prototype);
  });
});

describe('a CALL with billing data', () => {
  it.each([
    ['StartTransaction', { ...start, idTag: undefined }, 'OccurrenceConstraintViolation', 'idTag'],
    ['StartTransaction', { ...start, idTag: null }, 'OccurrenceConstraintViolation', 'idTag'],
    ['StartTransaction', { ...start, connectorId: 'one' }, 'TypeConstraintViolation', 'connectorId'],
    ['StopTransaction', { timestamp, meterStop: 1 }, 'OccurrenceConstraintViolation', 'transactionId'],
  ])('%s is refused without its essential fields (%j)', (action, payload, code, field) => {
    expect(check('1.6', action, JSON.parse(JSON.stringify(payload)))).toEqual(refused(code, field));
  });

  it.each([
    [{ ...event, eventType: 'Paused' }, 'PropertyConstraintViolation', 'eventType'],
    [{ ...event, transactionInfo: {} }, 'OccurrenceConstraintViolation', 'transactionInfo.transactionId'],
    [{ ...event, transactionInfo: undefined }, 'OccurrenceConstraintViolation', 'transactionInfo'],
  ])('TransactionEvent is refused without event type or transaction (%j)', (payload, code, field) => {
    expect(check('2.0.1', 'TransactionEvent', JSON.parse(JSON.stringify(payload)))).toEqual(refused(code, field));
  });

  it.each([
    ['StartTransaction', { connectorId: 1, idTag: 'T' }, { connectorId: 1, idTag: 'T' }],
    [
      'StartTransaction',
      { connectorId: 1, idTag: 'T', meterStart: 'much', timestamp: {} },
      { connectorId: 1, idTag: 'T' },
    ],
    ['StopTransaction', { transactionId: 7, transactionData: 'x' }, { transactionId: 7 }],
    ['MeterValues', {}, {}],
    ['MeterValues', { connectorId: [], transactionId: '-', meterValue: 7 }, {}],
  ])('%s %j is accepted for review', (action, payload, expected) => {
    expect(check('1.6', action, payload)).toEqual(accepted(expected, true));
  });

  it('is accepted for review whichever rules are switched off', () => {
    const payload = { ...start, timestamp: '2026-05-01 10:00', meterStart: '5', more: 1 };

    expect(
      check('1.6', 'StartTransaction', payload, ['timestamp-without-zone', 'text-for-number', 'extra-property']),
    ).toEqual(accepted({ connectorId: 1, idTag: 'TAG1' }, true));
  });

  it('needs no review where a named rule says it all', () => {
    const payload = { ...start, timestamp: '2026-05-01T10:00:00', meterStart: '99.6', colour: 'red' };

    expect(check('1.6', 'StartTransaction', payload)).toEqual({
      ok: true,
      payload: { ...start, timestamp: '2026-05-01T10:00:00', meterStart: 100 },
      rules: ['text-for-number', 'decimal-for-integer', 'timestamp-without-zone', 'extra-property'],
      needsReview: false,
    });
  });

  it('loses a broken sample, not the others', () => {
    const sampledValue = [{ value: {} }, { value: '7', phase: 'L9' }, { value: '8' }];

    expect(check('1.6', 'MeterValues', { connectorId: 1, meterValue: [{ timestamp, sampledValue }, null] })).toEqual(
      accepted({ connectorId: 1, meterValue: [{ timestamp, sampledValue: sampledValue.slice(1) }] }, true),
    );
  });

  it('keeps signed values to the letter, whatever they lack', () => {
    const signedMeterValue = { signedMeterData: 'AAE=', signingMethod: 7, encodingMethod: 'x'.repeat(99), more: [] };
    const meterValue = [{ timestamp, sampledValue: [{ value: '1.50', signedMeterValue }] }];

    const checked = check('2.0.1', 'TransactionEvent', { ...event, meterValue });

    expect(checked).toEqual(
      accepted({ ...event, meterValue: [{ timestamp, sampledValue: [{ value: 1.5, signedMeterValue }] }] }),
    );
  });

  it('keeps a list of samples that is empty out of the message', () => {
    expect(check('2.0.1', 'TransactionEvent', { ...event, meterValue: [{ timestamp, sampledValue: [] }] })).toEqual({
      ok: true,
      payload: event,
      rules: ['empty-list'],
      needsReview: false,
    });
  });

  it('leaves a missing timestamp missing, since natural keys are made of it', () => {
    const checked = check('2.0.1', 'TransactionEvent', { ...event, timestamp: '' });

    expect(checked.ok && checked.payload).not.toHaveProperty('timestamp');
    expect(checked).toMatchObject({ needsReview: true });
  });
});

describe('an answer of a station', () => {
  it('may have extra fields and long texts', () => {
    expect(
      checkStationResponse('2.0.1', 'RequestStartTransaction', {
        status: 'Accepted',
        transactionId: 'x'.repeat(40),
        more: 1,
      }),
    ).toEqual({ ok: true, payload: { status: 'Accepted', transactionId: 'x'.repeat(40) } });
  });

  it.each([
    ['1.6', 'Reset', {}, 'status is required'],
    ['1.6', 'Reset', { status: 'Perhaps' }, 'status has a value that this version does not list'],
    ['2.0.1', 'GetVariables', { getVariableResult: [{}] }, 'getVariableResult[0].attributeStatus is required'],
    ['2.0', 'ChangeAvailability', null, 'the payload has the wrong JSON type'],
  ] as const)('%s %s %j fails the call and says why', (version, action, payload, reason) => {
    expect(checkStationResponse(version, action, payload)).toEqual({
      ok: false,
      reason: `The answer breaks the schema: ${reason}`,
    });
  });
});

describe('what TAU sends', () => {
  it('follows the schema to the letter', () => {
    const answer = { currentTime: '2026-05-01T12:00:00.000Z', interval: 300, status: 'Accepted' };

    expect(checkOurs('1.6', 'BootNotification', 'response', answer)).toBeUndefined();
    expect(checkOurs('1.6', 'BootNotification', 'response', { ...answer, extra: 1 })).toMatchObject({
      code: 'FormatViolation',
      details: { field: 'extra' },
    });
    expect(checkOurs('2.0.1', 'RequestStopTransaction', 'request', {})).toMatchObject({
      code: 'OccurrenceConstraintViolation',
      details: { field: 'transactionId' },
    });
  });

  it.each(['2026-05-01T12:00:00+02:00', '2026-05-01T12:00:00.123456Z', '2026-05-01T12:00:00', '2026-13-01T12:00:00Z'])(
    'has times in UTC with Z and milliseconds at most, not %s',
    (currentTime) => {
      expect(checkOurs('2.0.1', 'Heartbeat', 'response', { currentTime })).toMatchObject({
        code: 'PropertyConstraintViolation',
      });
    },
  );

  it('carries nothing in OCPP 2.0 that came with 2.0.1', () => {
    const idTokenInfo = { status: 'Accepted', groupIdToken: { idToken: 'G', type: 'Central' } };

    expect(checkOurs('2.0', 'Authorize', 'response', { idTokenInfo })).toBeUndefined();
    expect(checkOurs('2.0', 'Authorize', 'response', { idTokenInfo, customData: { vendorId: 'v' } })).toBeDefined();
    expect(checkOurs('2.0', 'Authorize', 'response', { idTokenInfo: { ...idTokenInfo, evseId: [1] } })).toBeDefined();
  });

  it('is an action that the version has', () => {
    expect(checkOurs('1.6', 'SetVariables', 'request', {})).toMatchObject({ code: 'NotImplemented' });
    expect(checkOurs('2.0', 'ClearCache', 'request', {})).toMatchObject({ code: 'NotSupported' });
  });
});
