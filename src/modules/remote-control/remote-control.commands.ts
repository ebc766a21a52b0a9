import { versionUnsupported } from '../../commands/index.js';
import { type CommandAnswer, type CsmsRequests, defineCommand, type OcppVersion } from '../../ocpp/index.js';
import { fromIdTag, tokenKeyOf, type PresentedIdToken } from '../authorization/index.js';
import type { NamedToken, StartToken } from './dto/request-start.dto.js';

/** A request to start a transaction. */
export interface RequestStart {
  readonly idToken: StartToken;
  readonly groupIdToken?: NamedToken;
  readonly evseId?: number;
  readonly connectorId?: number;
  /** By which the station tells the transaction that comes of it. */
  readonly remoteStartId: number;
}

/** A request to stop a transaction, by the id that the station knows it by. */
export interface RequestStop {
  readonly ocppTransactionId: string;
}

type IdTokenV20 = CsmsRequests['2.0']['RequestStartTransaction']['idToken'];
type IdTokenV201 = CsmsRequests['2.0.1']['RequestStartTransaction']['idToken'];

const LONGEST_ID_TAG = 20;

/** @throws ProblemError `version-unsupported` for what an idTag cannot be */
export const toIdTag = ({ value, type, additionalInfo }: StartToken): string => {
  // a 1.6 station shows and logs what it is told: no place for a PIN code
  if (type === 'NoAuthorization' || type === 'KeyCode') throw versionUnsupported(`A token of type ${type}`, '1.6');
  if (additionalInfo) throw versionUnsupported('additionalInfo of a token', '1.6');
  if (value.length > LONGEST_ID_TAG) {
    throw versionUnsupported(`A token of more than ${LONGEST_ID_TAG} characters`, '1.6');
  }
  return value;
};

const toConnectorId = ({ evseId, connectorId = 1 }: RequestStart): number | undefined => {
  if (connectorId !== 1) throw versionUnsupported('A connector other than connector 1 of an EVSE', '1.6');
  return evseId;
};

/** @throws ProblemError `version-unsupported` for a type that 2.0 lacks */
export const toIdTokenV20 = ({ value, type, additionalInfo }: StartToken): IdTokenV20 => {
  if (type === 'MacAddress') throw versionUnsupported('A token of type MacAddress', '2.0');
  return { idToken: value, type, ...(additionalInfo && { additionalInfo: listOf(additionalInfo) }) };
};

export const toIdToken = ({ value, type, additionalInfo }: StartToken): IdTokenV201 => ({
  idToken: value,
  type,
  ...(additionalInfo && { additionalInfo: listOf(additionalInfo) }),
});

const listOf = (info: NonNullable<StartToken['additionalInfo']>) =>
  info.map(({ additionalIdToken, type }) => ({ additionalIdToken, type }));

const evse = ({ evseId }: RequestStart) => evseId !== undefined && { evseId };

const toAnswer = ({ status, statusInfo }: CommandAnswer): CommandAnswer => ({
  status,
  ...(statusInfo && { statusInfo }),
});

/** F01, F02: start a transaction from here. */
export const requestStartTransaction = defineCommand<RequestStart>()('RequestStartTransaction', {
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
export const requestStopTransaction = defineCommand<RequestStop>()('RequestStopTransaction', {
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
function toTransactionIdV16(ocppTransactionId: string): number {
  if (!/^-?\d{1,10}$/.test(ocppTransactionId)) throw versionUnsupported('A transaction id that is no number', '1.6');
  return Number(ocppTransactionId);
}

/** Where and on whose account a transaction was asked for. */
export interface StartSought {
  readonly tokenKey: string;
  readonly evseId: number | undefined;
}

/**
 * What a transaction is recognised by that came of a request to start, where the version has no number for it.
 * @param request the payload that was sent
 */
export function startSought(version: OcppVersion, request: Record<string, unknown>): StartSought | undefined {
  if (version !== '1.6') return undefined;
  const { idTag, connectorId } = request as unknown as CsmsRequests['1.6']['RemoteStartTransaction'];
  return { tokenKey: tokenKeyOf(fromIdTag(idTag)), evseId: connectorId };
}

/** The token in a request to start, as it was sent in that version. */
export function tokenNamed(version: OcppVersion, request: Record<string, unknown>): PresentedIdToken {
  if (version === '1.6') {
    return fromIdTag((request as unknown as CsmsRequests['1.6']['RemoteStartTransaction']).idTag);
  }
  const { idToken } = request as unknown as CsmsRequests['2.0' | '2.0.1']['RequestStartTransaction'];
  return { value: idToken.idToken, type: idToken.type };
}
