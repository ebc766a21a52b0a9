import { SUBPROTOCOLS } from '../versions.js';
const PREFIX = /^\/+ocpp\/+/;
/**
 * The identity in a connection URL: the one segment behind `/ocpp/`, percent-decoded exactly once. The query string
 * says nothing about identity; doubled and trailing slashes are overlooked.
 */
export function identityIn(url) {
    const path = url.split('?', 1)[0];
    if (!PREFIX.test(path))
        return 'elsewhere';
    const segment = path.replace(PREFIX, '').replace(/\/+$/, '');
    if (segment === '' || segment.includes('/'))
        return 'elsewhere';
    try {
        return { identity: decodeURIComponent(segment) };
    }
    catch {
        return 'malformed';
    }
}
/**
 * HTTP Basic credentials as bytes: a 1.6 AuthorizationKey need not be text. Split at the first colon, unless the
 * identity itself holds one, as 1.6 allows.
 */
export function credentialsIn(header, identity) {
    const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header ?? '')?.[1];
    if (!encoded)
        return undefined;
    const bytes = Buffer.from(encoded, 'base64');
    const prefix = Buffer.from(`${identity}:`);
    const colon = bytes.subarray(0, prefix.length).equals(prefix) ? prefix.length - 1 : bytes.indexOf(0x3a);
    if (colon < 0)
        return undefined;
    return { user: bytes.subarray(0, colon), password: bytes.subarray(colon + 1) };
}
/** The subprotocols that a station offers, in its order of preference; empty members are overlooked. */
export function offeredIn(header) {
    return (header ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
/**
 * The first offered version that is enabled, but never `ocpp2.0` where `ocpp2.0.1` is offered and enabled too: most
 * firmware that offers both means 2.0.1.
 */
export function chooseVersion(offered, enabled, rules = []) {
    if (offered.length === 0 && rules.includes('assume-ocpp1.6') && enabled.includes('1.6')) {
        return { subprotocol: undefined, version: '1.6' };
    }
    const versions = offered.flatMap((name) => enabled.filter((version) => SUBPROTOCOLS[version] === name));
    const version = versions.find((v) => v !== '2.0' || !versions.includes('2.0.1'));
    if (version) {
        const meant = version === '2.0' && rules.includes('treat-ocpp2.0-as-2.0.1') ? '2.0.1' : version;
        return { subprotocol: SUBPROTOCOLS[version], version: meant };
    }
    return undefined;
}
//# sourceMappingURL=handshake.js.map