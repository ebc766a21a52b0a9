import { type CsmsRequests, defineCommand } from '../../../ocpp/index.js';

type ConnectionData = CsmsRequests['2.0.1']['SetNetworkProfile']['connectionData'];

/** How a station is to reach its CSMS. Keys, passwords and PIN codes are secrets. */
export interface NetworkProfile {
  ocppVersion: 'OCPP12' | 'OCPP15' | 'OCPP16' | 'OCPP20';
  ocppTransport: 'JSON' | 'SOAP';
  /** Without the identity of the station. */
  ocppCsmsUrl: string;
  /** Seconds. */
  messageTimeout: number;
  securityProfile: number;
  ocppInterface: ConnectionData['ocppInterface'];
  vpn?: ConnectionData['vpn'];
  apn?: ConnectionData['apn'];
}

/** A profile for one of the slots that the station has. */
export interface NetworkProfileInput {
  slot: number;
  profile: NetworkProfile;
}

/** B09: puts a profile into a slot; it is used when the slot's turn comes in the order of priority. */
export const SetNetworkProfile = defineCommand<NetworkProfileInput>()('SetNetworkProfile', {
  '2.0.1': {
    action: 'SetNetworkProfile',
    request: ({ slot, profile }) => ({ configurationSlot: slot, connectionData: profile }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
