import { Ajv } from 'ajv';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CSMS_ACTIONS, isCsmsAction, isKnownAction, isStationAction, STATION_ACTIONS } from './actions.js';
import { visitSchemas } from './json-schema.js';
import { actionsWithSchemas, SCHEMA_FILES, schemaOf } from './schemas.js';

const text = (version: keyof typeof SCHEMA_FILES) =>
  readFileSync(createRequire(import.meta.url).resolve(SCHEMA_FILES[version]), 'utf8');

describe('the official schemas', () => {
  // a changed dependency must be seen: the content is compared with the official files when these are renewed
  it.each([
    ['1.6', 78, 'bcef6a1779d7e729d88f604b18a27084b25e3f1d94e95c5c744f1b4a23c47ae5'],
    ['2.0.1', 128, 'bb3c94678892a15bea969666bda599cc342eb3c34b7b351ddcfa974da9765a60'],
  ] as const)('of %s are the %i that were compared with the standard', (version, count, hash) => {
    expect(JSON.parse(text(version))).toHaveLength(count);
    expect(createHash('sha256').update(text(version)).digest('hex')).toBe(hash);
  });

  it('have a request and a response for every action, and no $id', () => {
    for (const version of ['1.6', '2.0', '2.0.1'] as const) {
      for (const action of actionsWithSchemas(version)) {
        for (const direction of ['request', 'response'] as const) {
          expect(schemaOf(version, action, direction)).toMatchObject({ type: 'object' });
          expect(schemaOf(version, action, direction)).not.toHaveProperty('$id');
        }
      }
    }
  });

  it.each(['1.6', '2.0', '2.0.1'] as const)('of %s are schemas, which the validators take for granted', (version) => {
    const ajv = new Ajv();
    for (const action of actionsWithSchemas(version)) {
      for (const direction of ['request', 'response'] as const) {
        expect([action, ajv.validateSchema(schemaOf(version, action, direction)!)]).toEqual([action, true]);
      }
    }
  });

  it('are there for every action of the message tables', () => {
    for (const version of ['1.6', '2.0', '2.0.1'] as const) {
      const listed = new Set<string>([...STATION_ACTIONS[version], ...CSMS_ACTIONS[version]]);
      expect([...listed].sort()).toEqual(actionsWithSchemas(version).sort());
    }
  });
});

describe('actions', () => {
  it('tell directions apart', () => {
    expect(isStationAction('1.6', 'StartTransaction')).toBe(true);
    expect(isCsmsAction('1.6', 'StartTransaction')).toBe(false);
    expect(isCsmsAction('2.0.1', 'Reset')).toBe(true);
    expect(isStationAction('2.0.1', 'Reset')).toBe(false);
    expect(isStationAction('1.6', 'DataTransfer') && isCsmsAction('1.6', 'DataTransfer')).toBe(true);
  });

  it('know all 67 actions of OCPP 2.0, also those that TAU does not speak', () => {
    expect(isKnownAction('2.0', 'Renegotiate15118Schedule')).toBe(true);
    expect(isKnownAction('2.0.1', 'Renegotiate15118Schedule')).toBe(false);
    expect(isKnownAction('2.0', 'GetBaseReport')).toBe(true);
    expect(isStationAction('2.0', 'NotifyReport')).toBe(false);
    expect(actionsWithSchemas('2.0.1')).toHaveLength(64);
  });

  it.each(['bootnotification', 'constructor', '__proto__', ''])('do not know %j', (action) => {
    expect(isKnownAction('2.0.1', action)).toBe(false);
  });
});

describe('OCPP 2.0, derived from 2.0.1', () => {
  const request = (action: string) => schemaOf('2.0', action, 'request')!;
  const response = (action: string) => schemaOf('2.0', action, 'response')!;

  it('lets stations send unknown fields everywhere, and TAU nowhere', () => {
    visitSchemas(request('TransactionEvent'), (schema) => expect(schema.additionalProperties).toBeUndefined());
    visitSchemas(response('RequestStartTransaction'), (schema) => expect(schema.additionalProperties).toBeUndefined());
    expect(request('RequestStartTransaction').additionalProperties).toBe(false);
    expect(response('Authorize').definitions!['IdTokenInfoType']!.additionalProperties).toBe(false);
  });

  it('has no customData and no statusInfo', () => {
    for (const action of actionsWithSchemas('2.0')) {
      for (const direction of ['request', 'response'] as const) {
        visitSchemas(schemaOf('2.0', action, direction)!, ({ properties = {} }) => {
          expect(properties).not.toHaveProperty('customData');
          expect(properties).not.toHaveProperty('statusInfo');
        });
      }
    }
  });

  it('names the transaction transactionData.id and knows its own charging states', () => {
    const { properties, required, definitions } = request('TransactionEvent');

    expect(required).toContain('transactionData');
    expect(properties).not.toHaveProperty('transactionInfo');
    expect(definitions!['TransactionType']!.required).toEqual(['id']);
    expect(definitions!['ChargingStateEnumType']!.enum!.sort()).toEqual([
      'Charging',
      'EVDetected',
      'SuspendedEV',
      'SuspendedEVSE',
    ]);
    expect(definitions!['ReasonEnumType']!.enum).toContain('UnlockCommand');
    expect(definitions!['TriggerReasonEnumType']!.enum).toHaveLength(18);
    expect(properties!['cableMaxCurrent']!.type).toBe('number');
  });

  it('has its own signed meter value', () => {
    expect(request('MeterValues').definitions!['SignedMeterValueType']!.required).toEqual([
      'meterValueSignature',
      'signatureMethod',
      'encodingMethod',
      'encodedMeterValue',
    ]);
  });

  it('puts the EVSEs of an Authorize answer beside the token', () => {
    expect(response('Authorize').properties).toHaveProperty('evseId');
    expect(response('Authorize').definitions!['IdTokenInfoType']!.properties).not.toHaveProperty('evseId');
    expect(Object.keys(request('Authorize').properties!).sort()).toEqual([
      '15118CertificateHashData',
      'evseId',
      'idToken',
    ]);
  });

  it('changes the availability of an EVSE, which must be named, and starts with one schedule', () => {
    expect(request('ChangeAvailability').required!.sort()).toEqual(['evseId', 'operationalStatus']);
    const { definitions } = request('RequestStartTransaction');
    expect(definitions!['ChargingProfileType']!.properties!['chargingSchedule']!.$ref).toMatch(/ChargingScheduleType$/);
    expect(request('RequestStartTransaction').properties).not.toHaveProperty('groupIdToken');
  });

  it('leaves the schemas of 2.0.1 as they are', () => {
    expect(schemaOf('2.0.1', 'TransactionEvent', 'request')!.properties).toHaveProperty('transactionInfo');
    expect(schemaOf('2.0.1', 'TransactionEvent', 'request')!.additionalProperties).toBe(false);
  });
});
