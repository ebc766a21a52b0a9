/** The OCPP versions that TAU speaks. 2.0 (2018) is a dialect of its own, never an alias of 2.0.1. */
export type OcppVersion = '1.6' | '2.0' | '2.0.1';

export const OCPP_VERSIONS = ['1.6', '2.0', '2.0.1'] as const satisfies readonly OcppVersion[];

/** WebSocket subprotocol name of each version; case-sensitive (OCPP-J, section 3.1). */
export const SUBPROTOCOLS: Record<OcppVersion, string> = {
  '1.6': 'ocpp1.6',
  '2.0': 'ocpp2.0',
  '2.0.1': 'ocpp2.0.1',
};

/** The version behind a subprotocol name, or undefined for one that TAU does not speak. */
export function versionOf(subprotocol: string): OcppVersion | undefined {
  return OCPP_VERSIONS.find((version) => SUBPROTOCOLS[version] === subprotocol);
}
