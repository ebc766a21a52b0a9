import type { CsmsRequests, StationRequests } from '../../ocpp/index.js';
import { replyWith, type CommandedStation, type Reply, type StationVariable } from './dialect.js';
import { toList } from './dialect.v2.js';
import type { OutgoingCall } from './outbox.js';

type NotifyReport = StationRequests['2.0.1']['NotifyReport'];

/** Variables in one part of a report. */
const IN_A_PART = 4;

const TYPES: readonly [RegExp, 'integer' | 'boolean' | 'string'][] = [
  [/^\d+$/, 'integer'],
  [/^(true|false)$/, 'boolean'],
  [/^/, 'string'],
];
const MUTABILITIES = {
  ReadOnly: 'ReadOnly',
  ReadWrite: 'ReadWrite',
  WriteOnly: 'WriteOnly',
  AfterReboot: 'ReadWrite',
} as const;

function toReportData({ component, variable, instance, access, value }: StationVariable) {
  const dataType = TYPES.find(([pattern]) => pattern.test(value))![1];
  return {
    component: { name: component },
    variable: { name: variable, ...(instance && { instance }) },
    variableAttribute: toList([
      { mutability: MUTABILITIES[access], persistent: true, ...(access !== 'WriteOnly' && { value }) },
    ]),
    variableCharacteristics: { dataType, supportsMonitoring: false },
  };
}

/** The parts of a report about these variables. */
export function reportParts(requestId: number, variables: readonly StationVariable[], at: Date): OutgoingCall[] {
  const count = Math.ceil(variables.length / IN_A_PART);
  return Array.from({ length: count }, (_, seqNo): OutgoingCall => {
    const some = variables.slice(seqNo * IN_A_PART, (seqNo + 1) * IN_A_PART);
    const payload: NotifyReport = {
      requestId,
      generatedAt: at.toISOString(),
      seqNo,
      tbc: seqNo < count - 1,
      reportData: toList(some.map(toReportData)),
    };
    return { action: 'NotifyReport', payload: payload as unknown as OutgoingCall['payload'] };
  });
}

type ReportStatus = 'Accepted' | 'EmptyResultSet' | 'NotSupported';

/** All of it, or what can be set; a summary this station has not. */
export function getBaseReport(
  { requestId, reportBase }: CsmsRequests['2.0.1']['GetBaseReport'],
  station: CommandedStation,
): Reply<{ status: ReportStatus }> {
  if (reportBase === 'SummaryInventory') return { answer: { status: 'NotSupported' } };
  const wanted = ({ access }: StationVariable) => reportBase === 'FullInventory' || access !== 'ReadOnly';
  return replyWith(station.report(requestId, wanted), (status) => ({ status }));
}

/** What is named; all of a component where no variable is. Nothing here meets any of the criteria. */
export function getReport(
  { requestId, componentVariable = [] as never }: CsmsRequests['2.0.1']['GetReport'],
  station: CommandedStation,
): Reply<{ status: ReportStatus }> {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const wanted = (known: StationVariable) =>
    componentVariable.some(
      ({ component, variable }) =>
        same(component.name, known.component) && (!variable || same(variable.name, known.variable)),
    );
  return replyWith(station.report(requestId, wanted), (status) => ({ status }));
}
