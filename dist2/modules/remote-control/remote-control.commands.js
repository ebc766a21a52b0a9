import { versionUnsupported } from '../../commands/index.js';
import { defineCommand } from '../../ocpp/index.js';
import { fromIdTag, tokenKeyOf } from '../authorization/index.js';
const LONGEST_ID_TAG = 20;
const toIdTag = ({ value, type, additionalInfo }) => {
    // a 1.6 station shows and logs what it is told: no place for a PIN code
    if (type === 'NoAuthorization' || type === 'KeyCode')
        throw versionUnsupported(`A token of type ${type}`, '1.6');
    if (additionalInfo)
        throw versionUnsupported('additionalInfo of a token', '1.6');
    if (value.length > LONGEST_ID_TAG) {
        throw versionUnsupported(`A token of more than ${LONGEST_ID_TAG} characters`, '1.6');
    }
    return value;
};
const toConnectorId = ({ evseId, connectorId = 1 }) => {
    if (connectorId !== 1)
        throw versionUnsupported('A connector other than connector 1 of an EVSE', '1.6');
    return evseId;
};
const toIdTokenV20 = ({ value, type, additionalInfo }) => {
    if (type === 'MacAddress')
        throw versionUnsupported('A token of type MacAddress', '2.0');
    return { idToken: value, type, ...(additionalInfo && { additionalInfo: listOf(additionalInfo) }) };
};
const toIdToken = ({ value, type, additionalInfo }) => ({
    idToken: value,
    type,
    ...(additionalInfo && { additionalInfo: listOf(additionalInfo) }),
});
const listOf = (info) => info.map(({ additionalIdToken, type }) => ({ additionalIdToken, type }));
const evse = ({ evseId }) => evseId !== undefined && { evseId };
const toAnswer = ({ status, statusInfo }) => ({
    status,
    ...(statusInfo && { statusInfo }),
});
/** F01, F02: start a transaction from here. */
export const requestStartTransaction = defineCommand()('RequestStartTransaction', {
    '1.6': {
        action: 'RemoteStartTransaction',
        request: (input) => {
            const connectorId = toConnectorId(input);
            return { idTag: toIdTag(input.idToken), ...(connectorId !== undefined && { connectorId }) };
        },
        answer: toAnswer,
    },
    '2.0': {
        action: 'RequestStartTransaction',
        request: (input) => ({
            idToken: toIdTokenV20(input.idToken),
            remoteStartId: input.remoteStartId,
            ...evse(input),
        }),
        answer: toAnswer,
    },
    '2.0.1': {
        action: 'RequestStartTransaction',
        request: (input) => ({
            idToken: toIdToken(input.idToken),
            remoteStartId: input.remoteStartId,
            ...evse(input),
            ...(input.groupIdToken && { groupIdToken: toIdToken(input.groupIdToken) }),
        }),
        answer: toAnswer,
    },
});
/** F03: stop a transaction from here. */
export const requestStopTransaction = defineCommand()('RequestStopTransaction', {
    '1.6': {
        action: 'RemoteStopTransaction',
        request: ({ ocppTransactionId }) => ({ transactionId: toTransactionIdV16(ocppTransactionId) }),
        answer: toAnswer,
    },
    '2.0': {
        action: 'RequestStopTransaction',
        request: ({ ocppTransactionId }) => ({ transactionId: ocppTransactionId }),
        answer: toAnswer,
    },
    '2.0.1': {
        action: 'RequestStopTransaction',
        request: ({ ocppTransactionId }) => ({ transactionId: ocppTransactionId }),
        answer: toAnswer,
    },
});
/** The station may have spoken another version when the transaction began. */
function toTransactionIdV16(ocppTransactionId) {
    if (!/^-?\d{1,10}$/.test(ocppTransactionId))
        throw versionUnsupported('A transaction id that is no number', '1.6');
    return Number(ocppTransactionId);
}
/**
 * What a transaction is recognised by that came of a request to start, where the version has no number for it.
 * @param request the payload that was sent
 */
export function startSought(version, request) {
    if (version !== '1.6')
        return undefined;
    const { idTag, connectorId } = request;
    return { tokenKey: tokenKeyOf(fromIdTag(idTag)), evseId: connectorId };
}
/** The token in a request to start, as it was sent in that version. */
export function tokenNamed(version, request) {
    if (version === '1.6') {
        return fromIdTag(request.idTag);
    }
    const { idToken } = request;
    return { value: idToken.idToken, type: idToken.type };
}
//# sourceMappingURL=remote-control.commands.js.map