import type { MessageDirection } from '../messages/json-schema.js';
import type { OcppVersion } from '../versions.js';

/** Stands where a secret was. */
export const MASK = '***';

type JsonObject = Record<string, unknown>;
/** Names the fields of an object that hold a secret, given all its fields. */
type SecretFields = (object: JsonObject) => readonly string[];

const NONE: readonly string[] = [];
/** Configuration keys and variables whose value nobody should read. */
const SECRET_NAME = /authorizationkey|passw|passphrase|secret|token$|api_?key|private_?key|psk$|pin(code)?$/i;
/** Whether a configuration key or variable of this name holds what nobody should read. */
export const isSecretName = (name: unknown): boolean => typeof name === 'string' && SECRET_NAME.test(name);

/** 1.6: `{key, value}` */
const configurationKey: SecretFields = ({ key }) => (isSecretName(key) ? ['value'] : NONE);
/** 2.x: `{variable: {name}, attributeValue | actualValue | variableAttribute}` */
const variable: SecretFields = (object) =>
  isSecretName((object['variable'] as JsonObject | undefined)?.['name'])
    ? ['attributeValue', 'actualValue', 'variableAttribute']
    : NONE;
const networkProfile: SecretFields = () => ['apnPassword', 'simPin', 'password', 'key'];
/** DataTransfer: whatever a vendor calls a secret. A token is none: operators have to see whose it is. */
const vendorData: SecretFields = (object) =>
  Object.keys(object).filter((name) => isSecretName(name) && !/^id_?token$/i.test(name));
/** Upload and firmware addresses carry their own right of access. */
const addresses: SecretFields = () => ['location', 'remoteLocation'];

/** What stations hold about persons is kept where it can be erased, and that is not the log. */
const customer: SecretFields = () => ['customerIdentifier'];
const customerReport: SecretFields = () => ['data'];

const SECRETS: Readonly<Record<string, SecretFields>> = {
  'ChangeConfiguration request': configurationKey,
  'GetConfiguration response': configurationKey,
  'SetVariables request': variable,
  'GetVariables response': variable,
  'NotifyReport request': variable,
  'NotifyEvent request': variable,
  'SetNetworkProfile request': networkProfile,
  'GetDiagnostics request': addresses,
  'GetLog request': addresses,
  'UpdateFirmware request': addresses,
  'SignedUpdateFirmware request': addresses,
  'PublishFirmware request': addresses,
  'PublishFirmwareStatusNotification request': addresses,
  'CustomerInformation request': customer,
  'NotifyCustomerInformation request': customerReport,
};

/** Frequent messages whose schema has no place for a secret. */
const HARMLESS = new Set(['Heartbeat', 'MeterValues', 'StatusNotification']);
const HARMLESS_IN_V16 = new Set(['StartTransaction', 'StopTransaction', 'Authorize']);
/** Of 2.x; the only secret such a message has room for is its PIN code. */
const ONLY_TOKENS = new Set(['TransactionEvent', 'Authorize']);

/**
 * A payload as it may be stored and shown: passwords, keys, PIN codes and the credentials inside URLs replaced. The
 * payload itself is returned where it holds none, and is never changed.
 */
export function maskPayload(
  version: OcppVersion,
  action: string,
  direction: MessageDirection,
  payload: unknown,
): unknown {
  if (HARMLESS.has(action) || (version === '1.6' && HARMLESS_IN_V16.has(action))) return payload;
  if (version !== '1.6' && ONLY_TOKENS.has(action) && !mayHoldPin(payload)) return payload;
  // its texts may be JSON of their own
  if (action === 'DataTransfer') return masked(payload, vendorData, maskText);
  const secrets = Object.hasOwn(SECRETS, `${action} ${direction}`) ? SECRETS[`${action} ${direction}`] : undefined;
  return masked(payload, secrets ?? (() => NONE));
}

/** Quick, for what stations say all the time; of an unusual form, which leniency rules may mend, nothing is assumed. */
function mayHoldPin(payload: unknown): boolean {
  if (!isObject(payload)) return true;
  const token = payload['idToken'];
  if (token === undefined) return false;
  const type = isObject(token) ? token['type'] : undefined;
  return typeof type !== 'string' || isPinType(type);
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// a misspelt type must not give a PIN away
const isPinType = (type: unknown) => typeof type === 'string' && type.trim().toLowerCase() === 'keycode';

function masked(value: unknown, secretFields: SecretFields, inText: (text: string) => string = maskUrls): unknown {
  if (typeof value === 'string') return inText(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => masked(item, secretFields, inText));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return isObject(value) ? maskedObject(value, secretFields, inText) : value;
}

function maskedObject(object: JsonObject, secretFields: SecretFields, inText: (text: string) => string): JsonObject {
  const secret = isPinType(object['type']) ? ['idToken', 'additionalInfo'] : secretFields(object);
  let result = object;
  for (const [name, value] of Object.entries(object)) {
    const safe = secret.includes(name) ? hidden(name, value) : masked(value, secretFields, inText);
    if (safe === value) continue;
    if (result === object) result = { ...object };
    result[name] = safe;
  }
  return result;
}

/** Where an upload goes may be seen, the rest of its address may not. */
function hidden(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (name !== 'location' && name !== 'remoteLocation') return MASK;
  if (Array.isArray(value)) return value.map((item) => hidden(name, item));
  if (typeof value !== 'string') return MASK;
  const [, scheme, host] = /^([a-z][a-z\d+.-]*):\/\/(?:[^/?#@]*@)*([^/?#@]*)/i.exec(value) ?? [];
  return scheme ? `${scheme}://${host}/${MASK}` : MASK;
}

const URL_CREDENTIALS = /([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>\\]{1,500}@/gi;

/** Of the URLs that TAU gives to stations; some repeat them in answers, errors and names of files. */
const OUR_CAPABILITY = /(\/files\/[a-z]{1,20}\/{1,5})[\w-]{43}(?![\w-])/g;

function maskUrls(text: string): string {
  const shown = text.includes('://') ? text.replace(URL_CREDENTIALS, `$1${MASK}@`) : text;
  return shown.includes('/files/') ? shown.replace(OUR_CAPABILITY, `$1${MASK}`) : shown;
}

const JSON_SECRETS = [
  // "password":"...", "AuthorizationKey":"..."
  /("[^"\\]{0,60}(?:authorizationkey|passw|passphrase|secret|simPin)[^"\\]{0,60}"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
  // {"key":"AuthorizationKey","value":"..."} and {"name":"BasicAuthPassword"},"attributeValue":"..."
  /("(?:key|name)"\s*:\s*"[^"\\]{0,60}(?:authorizationkey|passw|passphrase|secret)[^"\\]{0,60}"[^"]{0,20}"(?:value|attributeValue)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
  // {"idToken":"1234","type":"KeyCode"}
  /("idToken"\s*:\s*)"(?:[^"\\]|\\.)*"(?=\s*,\s*"type"\s*:\s*"KeyCode")/gi,
  /("type"\s*:\s*"KeyCode"\s*,\s*"idToken"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
];
const AUTHORIZATION = /(authorization"?\s*[:=]\s*"?(?:Basic|Bearer)\s+)[^\s"]+/gi;

/** A line for people or a frame that could not be read, with what looks like a secret replaced. */
export function maskText(text: string): string {
  return JSON_SECRETS.reduce((line, secret) => line.replace(secret, `$1"${MASK}"`), maskUrls(text)).replace(
    AUTHORIZATION,
    `$1${MASK}`,
  );
}
