import { versionUnsupported } from '../../commands/index.js';
import { defineCommand } from '../../ocpp/index.js';
const answer = ({ status }) => ({ status });
/** G03, G04: change of availability. Scheduled means: when the running transaction has ended. */
export const ChangeAvailability = defineCommand()('ChangeAvailability', {
    '1.6': {
        action: 'ChangeAvailability',
        request: ({ operationalStatus, evseId = 0, connectorId = 1 }) => {
            // connector n of 1.6 is EVSE n with its only connector 1
            if (connectorId !== 1)
                throw versionUnsupported(`Connector ${connectorId} of an EVSE`, '1.6');
            return { connectorId: evseId, type: operationalStatus };
        },
        answer,
    },
    '2.0': {
        action: 'ChangeAvailability',
        request: ({ operationalStatus, evseId = 0, connectorId }) => {
            if (connectorId !== undefined)
                throw versionUnsupported('The availability of a single connector', '2.0');
            return { evseId, operationalStatus };
        },
        answer,
    },
    '2.0.1': {
        action: 'ChangeAvailability',
        request: ({ operationalStatus, evseId, connectorId }) => ({
            operationalStatus,
            // [OCPP 2.0.1 G04] without an EVSE it is about the whole station
            ...(evseId !== undefined && { evse: { id: evseId, ...(connectorId !== undefined && { connectorId }) } }),
        }),
        answer: ({ status, statusInfo }) => ({ status, statusInfo }),
    },
});
//# sourceMappingURL=availability.commands.js.map