import type { CsmsRequests } from '../../ocpp/index.js';
import type { CommandedStation, Reply } from './dialect.js';
import { toList } from './dialect.v2.js';
import { lookUp, type VariableName } from './variable-memory.js';

type Asked = CsmsRequests['2.0.1']['GetVariables']['getVariableData'][number];
type Change = CsmsRequests['2.0.1']['SetVariables']['setVariableData'][number];

/** What 2.0 and 2.0.1 answer alike; the address is told as it was asked. */
interface Told<Status> {
  attributeStatus: Status;
  attributeType?: Asked['attributeType'];
  component: Asked['component'];
  variable: Asked['variable'];
}
type GetStatus = 'Accepted' | 'Rejected' | 'UnknownComponent' | 'UnknownVariable' | 'NotSupportedAttributeType';
type SetStatus = GetStatus | 'RebootRequired';

const nameOf = ({ component, variable }: Asked | Change): VariableName => ({
  component: component.name,
  variable: variable.name,
  instance: variable.instance,
});

const told = <Status>(
  { attributeType, component, variable }: Asked | Change,
  attributeStatus: Status,
): Told<Status> => ({
  attributeStatus,
  ...(attributeType && { attributeType }),
  component,
  variable,
});

const isActual = ({ attributeType = 'Actual' }: Asked | Change): boolean => attributeType === 'Actual';

function read(asked: Asked, station: CommandedStation): Told<GetStatus> & { attributeValue?: string } {
  const found = lookUp(nameOf(asked), station.variables());
  if (typeof found === 'string') return told(asked, found);
  if (!isActual(asked)) return told(asked, 'NotSupportedAttributeType');
  // [OCPP 2.0.1 B06.FR.09]
  if (found.access === 'WriteOnly') return told(asked, 'Rejected');
  return { ...told(asked, 'Accepted'), attributeValue: found.value };
}

function change(asked: Change, station: CommandedStation): Told<SetStatus> {
  if (!isActual(asked)) return told(asked, 'NotSupportedAttributeType');
  return told(asked, station.setVariable(nameOf(asked), asked.attributeValue));
}

export const getVariablesV2 = (
  { getVariableData }: { getVariableData: Asked[] },
  station: CommandedStation,
): Reply<{ getVariableResult: [ReturnType<typeof read>, ...ReturnType<typeof read>[]] }> => ({
  answer: { getVariableResult: toList(getVariableData.map((asked) => read(asked, station))) },
});

export const setVariablesV2 = (
  { setVariableData }: { setVariableData: Change[] },
  station: CommandedStation,
): Reply<{ setVariableResult: [Told<SetStatus>, ...Told<SetStatus>[]] }> => ({
  answer: { setVariableResult: toList(setVariableData.map((asked) => change(asked, station))) },
});
