import { versionUnsupported } from '../../../commands/index.js';
import { defineCommand, type CsmsRequests, type CsmsResponses, type OcppVersion } from '../../../ocpp/index.js';
import { addressText, attributeKey, type AttributeAddress } from '../device-model/variable-address.js';
import { CONFIGURATION_KEY, keyOfVariable, variableOfKey } from './configuration-keys.v16.js';
import { sharedStatus, type AnsweredCommand, type VariableResult, type VariableStatus } from './variable-results.js';

/** Which variables are to be read. Empty: all of them, which only 1.6 can be asked for in one message. */
export interface GetVariablesInput {
  variables: readonly AttributeAddress[];
}

/** Variables with the values that they are to get. */
export interface SetVariablesInput {
  variables: readonly (AttributeAddress & { readonly value: string })[];
}

type DataV2 = CsmsRequests['2.0.1']['GetVariables']['getVariableData'];
type SetDataV2 = CsmsRequests['2.0.1']['SetVariables']['setVariableData'];
type ResultV2 = CsmsResponses['2.0' | '2.0.1']['GetVariables']['getVariableResult'][number];
type SetResultV2 = CsmsResponses['2.0' | '2.0.1']['SetVariables']['setVariableResult'][number];
type KeyStatus = CsmsResponses['1.6']['ChangeConfiguration']['status'];

/** The configuration key of a variable; throws `version-unsupported` where 1.6 has none. */
function keyOf(address: AttributeAddress): string {
  const key = (address.attributeType ?? 'Actual') === 'Actual' ? keyOfVariable(address) : undefined;
  if (key !== undefined) return key;
  throw versionUnsupported(
    `The variable ${addressText(address)} (keys without a variable stand under the component ${CONFIGURATION_KEY})`,
    '1.6',
  );
}

function toVariableV2(address: AttributeAddress): Omit<DataV2[number], 'customData'> {
  const { component, componentInstance, evseId, connectorId, variable, instance, attributeType } = address;
  return {
    ...(attributeType && { attributeType }),
    component: {
      name: component,
      ...(componentInstance && { instance: componentInstance }),
      ...(evseId && { evse: { id: evseId, ...(connectorId && { connectorId }) } }),
    },
    variable: { name: variable, ...(instance && { instance }) },
  };
}

function someVariables({ variables }: GetVariablesInput, version: OcppVersion): DataV2 {
  if (variables.length > 0) return variables.map(toVariableV2) as DataV2;
  throw versionUnsupported(
    'Reading all variables at once (ask for a report: POST /stations/{stationId}/reports)',
    version,
  );
}

const toSetDataV2 = ({ variables }: SetVariablesInput): SetDataV2 =>
  variables.map(({ value, ...address }) => ({ attributeValue: value, ...toVariableV2(address) })) as SetDataV2;

const statusOfAll = (results: readonly { attributeStatus: string }[]) => ({
  status: sharedStatus(results.map(({ attributeStatus }) => attributeStatus)),
});

/** B06: asks for the values of variables. */
export const GetVariables = defineCommand<GetVariablesInput>()('GetVariables', {
  '1.6': {
    action: 'GetConfiguration',
    request: ({ variables }) => (variables.length ? { key: variables.map(keyOf) } : {}),
    answer: () => ({}),
  },
  '2.0': {
    action: 'GetVariables',
    request: (input) => ({ getVariableData: someVariables(input, '2.0') }),
    answer: ({ getVariableResult }) => statusOfAll(getVariableResult),
  },
  '2.0.1': {
    action: 'GetVariables',
    request: (input) => ({ getVariableData: someVariables(input, '2.0.1') }),
    answer: ({ getVariableResult }) => statusOfAll(getVariableResult),
  },
});

/** B05: changes the values of variables; in 1.6 one at a time. */
export const SetVariables = defineCommand<SetVariablesInput>()('SetVariables', {
  '1.6': {
    action: 'ChangeConfiguration',
    request: ({ variables: [variable, another] }) => {
      if (another) throw versionUnsupported('A change of several variables in one message', '1.6');
      return { key: keyOf(variable!), value: variable!.value };
    },
    answer: ({ status }) => ({ status }),
  },
  '2.0': {
    action: 'SetVariables',
    request: (input) => ({ setVariableData: toSetDataV2(input) }),
    answer: ({ setVariableResult }) => statusOfAll(setVariableResult),
  },
  '2.0.1': {
    action: 'SetVariables',
    request: (input) => ({ setVariableData: toSetDataV2(input) }),
    answer: ({ setVariableResult }) => statusOfAll(setVariableResult),
  },
});

/** How many variables one message of a version can change, whatever the station says. */
export const MOST_TO_SET: Record<OcppVersion, number> = { '1.6': 1, '2.0': Infinity, '2.0.1': Infinity };

/** By what a version knows a variable: two with the same key are one. */
export const IDENTITY: Record<OcppVersion, (address: AttributeAddress) => string> = {
  '1.6': (address) => keyOfVariable(address)?.toLowerCase() ?? attributeKey(address),
  '2.0': attributeKey,
  '2.0.1': attributeKey,
};

const KEY_STATUSES: Record<KeyStatus, VariableStatus> = {
  Accepted: 'Accepted',
  Rejected: 'Rejected',
  RebootRequired: 'RebootRequired',
  NotSupported: 'UnknownVariable',
};

/** What only 2.0 says, in words of 2.0.1. */
const ONLY_IN_V20: Record<string, VariableStatus> = { InvalidValue: 'Rejected', OutOfRange: 'Rejected' };

const toStatus = (said: string): VariableStatus => ONLY_IN_V20[said] ?? (said as VariableStatus);

const fromVariableV2 = ({ component, variable, attributeType }: ResultV2 | SetResultV2): AttributeAddress => ({
  component: component.name,
  componentInstance: component.instance,
  evseId: component.evse?.id,
  connectorId: component.evse?.connectorId,
  variable: variable.name,
  instance: variable.instance,
  attributeType: attributeType ?? 'Actual',
});

function fromResultV2(result: ResultV2 | SetResultV2, value: string | undefined): VariableResult {
  return {
    ...fromVariableV2(result),
    status: toStatus(result.attributeStatus),
    reportedStatus: result.attributeStatus,
    ...('attributeStatusInfo' in result && { statusInfo: result.attributeStatusInfo }),
    value: value ?? null,
  };
}

function readV16({ request, response }: AnsweredCommand): VariableResult[] {
  if ('value' in request) {
    const { key, value } = request as unknown as CsmsRequests['1.6']['ChangeConfiguration'];
    const { status } = response as unknown as CsmsResponses['1.6']['ChangeConfiguration'];
    return [{ ...variableOfKey(key), status: KEY_STATUSES[status], reportedStatus: status, value }];
  }
  const { configurationKey, unknownKey } = response as unknown as CsmsResponses['1.6']['GetConfiguration'];
  return [
    ...(configurationKey ?? []).map(({ key, value, readonly }) => ({
      ...variableOfKey(key),
      status: 'Accepted' as const,
      reportedStatus: null,
      value: value ?? null,
      readOnly: readonly,
    })),
    ...(unknownKey ?? []).map((key) => ({
      ...variableOfKey(key),
      status: 'UnknownVariable' as const,
      reportedStatus: null,
      value: null,
    })),
  ];
}

function readV2({ request, response }: AnsweredCommand): VariableResult[] {
  if ('getVariableResult' in response!) {
    const results = response.getVariableResult as ResultV2[];
    return results.map((result) =>
      fromResultV2(result, 'attributeValue' in result ? result.attributeValue : undefined),
    );
  }
  if (!('setVariableResult' in response!)) return [];
  const { setVariableData } = request as unknown as CsmsRequests['2.0.1']['SetVariables'];
  const values = new Map(
    setVariableData.map((data) => [attributeKey(fromVariableV2(data as never)), data.attributeValue]),
  );
  const results = response.setVariableResult as SetResultV2[];
  return results.map((result) => fromResultV2(result, values.get(attributeKey(fromVariableV2(result)))));
}

const READ: Record<OcppVersion, (command: AnsweredCommand) => VariableResult[]> = {
  '1.6': readV16,
  '2.0': readV2,
  '2.0.1': readV2,
};

/** What an answer says about each variable, in its order; empty where it is about none. */
export const resultsOf = (command: AnsweredCommand): VariableResult[] =>
  command.response ? READ[command.ocppVersion as OcppVersion](command) : [];
