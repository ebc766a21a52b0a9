import { versionUnsupported } from '../../../commands/index.js';
import { type CsmsRequests, defineCommand } from '../../../ocpp/index.js';
import type { ComponentCriterion, ReportBase, ReportedComponent } from './report.js';

type CustomV201 = CsmsRequests['2.0.1']['GetReport'];

/** A report of one of the three bases. */
export interface BaseReportInput {
  requestId: number;
  base: ReportBase;
}

/** A report of chosen components and variables. */
export interface CustomReportInput {
  requestId: number;
  componentCriteria?: readonly ComponentCriterion[];
  variables?: readonly ReportedComponent[];
}

/** B07: the report comes as NotifyReport afterwards; on 1.6 the answer is all of it. */
export const GetBaseReport = defineCommand<BaseReportInput>()('GetBaseReport', {
  '1.6': {
    action: 'GetConfiguration',
    request: ({ base }) => {
      if (base === 'SummaryInventory') throw versionUnsupported('A summary of what needs attention', '1.6');
      return {};
    },
    answer: () => ({ status: 'Accepted' }),
  },
  '2.0.1': {
    action: 'GetBaseReport',
    request: ({ requestId, base }) => ({ requestId, reportBase: base }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});

const toComponentVariable = (named: ReportedComponent) => {
  const { component, componentInstance, evseId, connectorId, variable, instance } = named;
  return {
    component: {
      name: component,
      ...(componentInstance && { instance: componentInstance }),
      ...(evseId && { evse: { id: evseId, ...(connectorId && { connectorId }) } }),
    },
    // [OCPP 2.0.1 B08.FR.20] without a variable all of the component
    ...(variable && { variable: { name: variable, ...(instance && { instance }) } }),
  };
};

/** B08: a report of what meets one of the criteria and of what is named. */
export const GetReport = defineCommand<CustomReportInput>()('GetReport', {
  '2.0.1': {
    action: 'GetReport',
    request: ({ requestId, componentCriteria, variables }) => ({
      requestId,
      ...(componentCriteria?.length && { componentCriteria: componentCriteria as CustomV201['componentCriteria'] }),
      ...(variables?.length && {
        componentVariable: variables.map(toComponentVariable) as CustomV201['componentVariable'],
      }),
    }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
