import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import type { Observation } from './device-model/device-model.js';
import { ReportsService } from './reports/reports.service.js';

type NotifyReport = StationRequests['2.0.1']['NotifyReport'];
type Reported = NonNullable<NotifyReport['reportData']>[number];

/** A reported variable as one observation for each of its attributes. */
export const toObservations = ({
  component,
  variable,
  variableAttribute,
  variableCharacteristics,
}: Reported): Observation[] =>
  variableAttribute.map(({ type, value, mutability, persistent, constant }) => ({
    component: component.name,
    componentInstance: component.instance,
    evseId: component.evse?.id,
    connectorId: component.evse?.connectorId,
    variable: variable.name,
    instance: variable.instance,
    attributeType: type ?? 'Actual',
    value,
    mutability: mutability ?? 'ReadWrite',
    persistent: persistent ?? false,
    constant: constant ?? false,
    characteristics: variableCharacteristics as Observation['characteristics'],
  }));

/** Block B in words that only OCPP 2.0.1 has. */
@Injectable()
export class ProvisioningHandlersV201 {
  constructor(private readonly reports: ReportsService) {}

  @OcppHandler('NotifyReport', '2.0.1')
  async report(
    { requestId, seqNo, tbc, generatedAt, reportData }: NotifyReport,
    context: CallContext,
  ): Promise<StationResponses['2.0.1']['NotifyReport']> {
    const observations = (reportData ?? []).flatMap(toObservations);
    await this.reports.keep({ requestId, seqNo, toBeContinued: tbc ?? false, generatedAt, observations }, context);
    return {};
  }
}
