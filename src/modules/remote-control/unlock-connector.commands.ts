import { versionUnsupported } from '../../commands/index.js';
import { defineCommand } from '../../ocpp/index.js';

/** Which connector is to be unlocked. */
export interface UnlockInput {
  readonly evseId: number;
  readonly connectorId?: number;
}

/** F05: unlock a connector. A 1.6 station ends a transaction on it first, a 2.0.1 station refuses while one runs. */
export const unlockConnector = defineCommand<UnlockInput>()('UnlockConnector', {
  '1.6': {
    action: 'UnlockConnector',
    request: ({ evseId, connectorId = 1 }) => {
      // connector n of 1.6 is EVSE n with its only connector 1
      if (connectorId !== 1) throw versionUnsupported(`Connector ${connectorId} of an EVSE`, '1.6');
      return { connectorId: evseId };
    },
    answer: ({ status }) => ({ status }),
  },
  '2.0.1': {
    action: 'UnlockConnector',
    request: ({ evseId, connectorId = 1 }) => ({ evseId, connectorId }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
