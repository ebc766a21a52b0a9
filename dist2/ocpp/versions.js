export const OCPP_VERSIONS = ['1.6', '2.0', '2.0.1'];
/** WebSocket subprotocol name of each version; case-sensitive (OCPP-J, section 3.1). */
export const SUBPROTOCOLS = {
    '1.6': 'ocpp1.6',
    '2.0': 'ocpp2.0',
    '2.0.1': 'ocpp2.0.1',
};
/** The version behind a subprotocol name, or undefined for one that TAU does not speak. */
export function versionOf(subprotocol) {
    return OCPP_VERSIONS.find((version) => SUBPROTOCOLS[version] === subprotocol);
}
//# sourceMappingURL=versions.js.map