/** Stands where a secret was. */
export const MASK = '***';
const NONE = [];
/** Configuration keys and variables whose value nobody should read. */
const SECRET_NAME = /authorizationkey|passw|passphrase|secret|token$|api_?key|private_?key|psk$|pin(code)?$/i;
const isSecretName = (name) => typeof name === 'string' && SECRET_NAME.test(name);
/** 1.6: `{key, value}` */
const configurationKey = ({ key }) => (isSecretName(key) ? ['value'] : NONE);
/** 2.x: `{variable: {name}, attributeValue | actualValue | variableAttribute}` */
const variable = (object) => isSecretName(object['variable']?.['name'])
    ? ['attributeValue', 'actualValue', 'variableAttribute']
    : NONE;
const networkProfile = () => ['apnPassword', 'simPin', 'password', 'key'];
/** Upload and firmware addresses carry their own right of access. */
const addresses = () => ['location', 'remoteLocation'];
const SECRETS = {
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
export function maskPayload(version, action, direction, payload) {
    if (HARMLESS.has(action) || (version === '1.6' && HARMLESS_IN_V16.has(action)))
        return payload;
    if (version !== '1.6' && ONLY_TOKENS.has(action) && !mayHoldPin(payload))
        return payload;
    const secrets = Object.hasOwn(SECRETS, `${action} ${direction}`) ? SECRETS[`${action} ${direction}`] : undefined;
    return masked(payload, secrets ?? (() => NONE));
}
/** Quick, for what stations say all the time; of an unusual form, which leniency rules may mend, nothing is assumed. */
function mayHoldPin(payload) {
    if (!isObject(payload))
        return true;
    const token = payload['idToken'];
    if (token === undefined)
        return false;
    const type = isObject(token) ? token['type'] : undefined;
    return typeof type !== 'string' || isPinType(type);
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
// a misspelt type must not give a PIN away
const isPinType = (type) => typeof type === 'string' && type.trim().toLowerCase() === 'keycode';
function masked(value, secretFields) {
    if (typeof value === 'string')
        return maskUrls(value);
    if (Array.isArray(value)) {
        const items = value.map((item) => masked(item, secretFields));
        return items.some((item, index) => item !== value[index]) ? items : value;
    }
    return isObject(value) ? maskedObject(value, secretFields) : value;
}
function maskedObject(object, secretFields) {
    const secret = isPinType(object['type']) ? ['idToken', 'additionalInfo'] : secretFields(object);
    let result = object;
    for (const [name, value] of Object.entries(object)) {
        const safe = secret.includes(name) ? hidden(name, value) : masked(value, secretFields);
        if (safe === value)
            continue;
        if (result === object)
            result = { ...object };
        result[name] = safe;
    }
    return result;
}
/** Where an upload goes may be seen, the rest of its address may not. */
function hidden(name, value) {
    if (value === null || value === undefined)
        return value;
    if (name !== 'location' && name !== 'remoteLocation')
        return MASK;
    if (Array.isArray(value))
        return value.map((item) => hidden(name, item));
    if (typeof value !== 'string')
        return MASK;
    const [, scheme, host] = /^([a-z][a-z\d+.-]*):\/\/(?:[^/?#@]*@)*([^/?#@]*)/i.exec(value) ?? [];
    return scheme ? `${scheme}://${host}/${MASK}` : MASK;
}
const URL_CREDENTIALS = /([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#"'<>\\]{1,500}@/gi;
const maskUrls = (text) => (text.includes('://') ? text.replace(URL_CREDENTIALS, `$1${MASK}@`) : text);
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
export function maskText(text) {
    return JSON_SECRETS.reduce((line, secret) => line.replace(secret, `$1"${MASK}"`), maskUrls(text)).replace(AUTHORIZATION, `$1${MASK}`);
}
//# sourceMappingURL=masking.js.map