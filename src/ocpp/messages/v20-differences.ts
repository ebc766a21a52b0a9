import { type JsonSchema, type MessageDirection, visitSchemas } from './json-schema.js';

// OCPP 2.0 (2018) as a list of what differs from 2.0.1. Nobody publishes its schemas any more.

/** One difference. `type` names a shared type of the schema, '' the message itself. */
type Difference = (schema: JsonSchema) => void;

interface Message {
  /** Who sends the request; the other side answers. */
  readonly from: 'station' | 'CSMS';
  readonly request?: readonly Difference[];
  readonly response?: readonly Difference[];
}

const TEXT = (maxLength: number): JsonSchema => ({ type: 'string', maxLength });
const ref = (type: string): JsonSchema => ({ $ref: `#/definitions/${type}` });

/** The object type that a difference is about; undefined in a message that does not use it. */
const typeIn = (schema: JsonSchema, type: string) => (type === '' ? schema : schema.definitions?.[type]);

const withField =
  (type: string, field: string, shape: JsonSchema, need: 'required' | 'optional' = 'optional'): Difference =>
  (schema) => {
    const owner = typeIn(schema, type);
    if (!owner) return;
    owner.properties = { ...owner.properties, [field]: shape };
    owner.required = (owner.required ?? []).filter((name) => name !== field);
    if (need === 'required') owner.required.push(field);
  };

const withoutField =
  (type: string, ...fields: string[]): Difference =>
  (schema) => {
    const owner = typeIn(schema, type);
    if (!owner) return;
    for (const field of fields) delete owner.properties?.[field];
    owner.required = owner.required?.filter((name) => !fields.includes(name));
  };

const withType =
  (type: string, shape: JsonSchema): Difference =>
  (schema) => {
    if (schema.definitions?.[type]) schema.definitions[type] = shape;
  };

const withNewType =
  (type: string, shape: JsonSchema): Difference =>
  (schema) => {
    schema.definitions = { ...schema.definitions, [type]: shape };
  };

const values =
  (type: string, { added = [], removed = [] }: { added?: string[]; removed?: string[] }): Difference =>
  (schema) => {
    const list = typeIn(schema, type);
    if (list) list.enum = [...(list.enum ?? []).filter((value) => !removed.includes(value)), ...added];
  };

const object = (properties: Record<string, JsonSchema>, required: string[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** Of every type that messages share. */
const SHARED: readonly Difference[] = [
  (schema) => visitSchemas(schema, (inner) => withoutField('', 'customData', 'statusInfo')(inner)),
  values('IdTokenEnumType', { removed: ['MacAddress'] }),
  withoutField('IdTokenInfoType', 'evseId'),
  // a group is named by value and type alone
  (schema) => {
    if (!schema.definitions?.IdTokenInfoType) return;
    withNewType(
      'GroupIdTokenType',
      object({ idToken: TEXT(36), type: ref('IdTokenEnumType') }, ['idToken', 'type']),
    )(schema);
    withField('IdTokenInfoType', 'groupIdToken', ref('GroupIdTokenType'))(schema);
  },
  withType(
    'SignedMeterValueType',
    object(
      {
        meterValueSignature: TEXT(2500),
        signatureMethod: { type: 'string', enum: ['ECDSAP256SHA256', 'ECDSAP384SHA384', 'ECDSA192SHA256'] },
        encodingMethod: { type: 'string', enum: ['Other', 'DLMS Message', 'COSEM Protected Data', 'EDL'] },
        encodedMeterValue: TEXT(512),
      },
      ['meterValueSignature', 'signatureMethod', 'encodingMethod', 'encodedMeterValue'],
    ),
  ),
  // one schedule instead of up to three, without id and tariff
  withField('ChargingProfileType', 'chargingSchedule', ref('ChargingScheduleType'), 'required'),
  withField('ChargingProfileType', 'primary', { type: 'boolean' }),
  withoutField('ChargingScheduleType', 'id', 'salesTariff'),
];

/** The messages that TAU speaks in 2.0; those without a list differ only in shared types. */
const MESSAGES: Readonly<Record<string, Message>> = {
  Authorize: {
    from: 'station',
    request: [
      withoutField('', 'certificate', 'iso15118CertificateHashData'),
      withField('', 'evseId', { type: 'array', minItems: 1, items: { type: 'integer' } }),
      withField('', '15118CertificateHashData', {
        type: 'array',
        minItems: 1,
        maxItems: 4,
        items: ref('OCSPRequestDataType'),
      }),
      withField('OCSPRequestDataType', 'serialNumber', TEXT(20), 'required'),
      withField('OCSPRequestDataType', 'responderURL', TEXT(512)),
    ],
    response: [withField('', 'evseId', { type: 'array', minItems: 1, items: { type: 'integer' } })],
  },
  BootNotification: { from: 'station', request: [withField('ChargingStationType', 'serialNumber', TEXT(20))] },
  FirmwareStatusNotification: {
    from: 'station',
    // 2.0 wants the requestId also with Idle; a station that leaves it out is understood all the same
    request: [
      values('FirmwareStatusEnumType', {
        added: ['CertificateVerified', 'InvalidCertificate', 'PublishFailed', 'RevokedCertificate'],
      }),
    ],
  },
  Heartbeat: { from: 'station' },
  // 2.0 wants the requestId also with Idle; a station that leaves it out is understood all the same
  LogStatusNotification: {
    from: 'station',
    request: [values('UploadLogStatusEnumType', { removed: ['AcceptedCanceled'] })],
  },
  MeterValues: { from: 'station' },
  ReservationStatusUpdate: { from: 'station' },
  StatusNotification: { from: 'station' },
  TransactionEvent: {
    from: 'station',
    request: [
      values('TriggerReasonEnumType', { removed: ['AbnormalCondition', 'ResetCommand', 'SignedDataReceived'] }),
      values('ChargingStateEnumType', { removed: ['EVConnected', 'Idle'], added: ['EVDetected'] }),
      values('ReasonEnumType', { added: ['UnlockCommand'] }),
      withField('', 'cableMaxCurrent', { type: 'number' }),
      withoutField('', 'transactionInfo'),
      withField('', 'transactionData', ref('TransactionType'), 'required'),
      withoutField('TransactionType', 'transactionId'),
      withField('TransactionType', 'id', TEXT(36), 'required'),
    ],
  },
  CancelReservation: { from: 'CSMS' },
  ChangeAvailability: {
    from: 'CSMS',
    request: [withoutField('', 'evse'), withField('', 'evseId', { type: 'integer' }, 'required')],
  },
  GetLog: { from: 'CSMS' },
  GetTransactionStatus: { from: 'CSMS' },
  GetVariables: {
    from: 'CSMS',
    response: [
      withoutField('GetVariableResultType', 'attributeStatusInfo'),
      withField('GetVariableResultType', 'attributeValue', TEXT(1000)),
      values('GetVariableStatusEnumType', { added: ['InvalidValue', 'OutOfRange', 'RebootRequired'] }),
    ],
  },
  RequestStartTransaction: { from: 'CSMS', request: [withoutField('', 'groupIdToken')] },
  RequestStopTransaction: { from: 'CSMS' },
  Reset: { from: 'CSMS', request: [withoutField('', 'evseId')] },
  // what is reserved stands in an object of its own, and always names an EVSE
  ReserveNow: {
    from: 'CSMS',
    request: [
      withoutField('', 'id', 'expiryDateTime', 'connectorType', 'evseId'),
      withNewType('EVSEType', object({ id: { type: 'integer' }, connectorId: { type: 'integer' } }, ['id'])),
      withNewType(
        'ReservationType',
        object(
          {
            id: { type: 'integer' },
            expiryDateTime: { type: 'string', format: 'date-time' },
            evse: ref('EVSEType'),
            connectorCode: ref('ConnectorEnumType'),
          },
          ['id', 'expiryDateTime', 'evse'],
        ),
      ),
      withField('', 'reservation', ref('ReservationType'), 'required'),
    ],
  },
  SetVariables: {
    from: 'CSMS',
    response: [
      withoutField('SetVariableResultType', 'attributeStatusInfo'),
      values('SetVariableStatusEnumType', { added: ['InvalidValue', 'OutOfRange'] }),
    ],
  },
  TriggerMessage: {
    from: 'CSMS',
    request: [
      values('MessageTriggerEnumType', { removed: ['SignCombinedCertificate', 'PublishFirmwareStatusNotification'] }),
    ],
  },
  UpdateFirmware: {
    from: 'CSMS',
    request: [withField('FirmwareType', 'signingCertificate', TEXT(800))],
    response: [values('UpdateFirmwareStatusEnumType', { removed: ['InvalidCertificate', 'RevokedCertificate'] })],
  },
};

/**
 * The schemas of OCPP 2.0 made from those of 2.0.1. Unknown fields are legal in every object that a station sends;
 * what TAU sends carries nothing extra.
 */
export function deriveV20(
  v201: (action: string, direction: MessageDirection) => JsonSchema | undefined,
  key: (action: string, direction: MessageDirection) => string,
): Map<string, JsonSchema> {
  const derived = new Map<string, JsonSchema>();
  for (const [action, message] of Object.entries(MESSAGES)) {
    for (const direction of ['request', 'response'] as const) {
      const schema = structuredClone(v201(action, direction));
      if (!schema) throw new Error(`OCPP 2.0.1 has no ${direction} ${action} to derive 2.0 from`);
      for (const difference of [...SHARED, ...(message[direction] ?? [])]) difference(schema);
      if ((message.from === 'station') === (direction === 'request')) acceptExtras(schema);
      derived.set(key(action, direction), schema);
    }
  }
  return derived;
}

function acceptExtras(schema: JsonSchema): void {
  visitSchemas(schema, (inner) => {
    delete inner.additionalProperties;
  });
}

/** The actions of 2.0 that 2.0.1 dropped. */
export const ACTIONS_ONLY_IN_V20 = [
  'NotifyCentralChargingNeeds',
  'Renegotiate15118Schedule',
  'Update15118EVCertificate',
] as const;
