import { Injectable } from '@nestjs/common';
import {
  OcppHandler,
  readTimestamp,
  type CallContext,
  type StationRequests,
  type StationResponses,
} from '../../ocpp/index.js';
import { MeterReports } from './meter-reports.js';
import { toSample, type Sample } from './sample.js';

type Request = StationRequests['1.6']['MeterValues'];

/** 1.6 meter values (also StopTransaction.transactionData) in neutral words. */
export function samplesV16(meterValues: Request['meterValue'], receivedAt: Date): Sample[] {
  return (meterValues ?? []).flatMap(({ timestamp, sampledValue }) => {
    const { time } = readTimestamp(timestamp, receivedAt);
    return (sampledValue ?? []).map((value) => toSample(value, time));
  });
}

/** MeterValues of OCPP 1.6. */
@Injectable()
export class MeterValuesHandlersV16 {
  constructor(private readonly reports: MeterReports) {}

  @OcppHandler('MeterValues', '1.6')
  async meterValues(request: Request, context: CallContext): Promise<StationResponses['1.6']['MeterValues']> {
    await this.reports.record(
      {
        evseId: request.connectorId ?? 0,
        ocppTransactionId: request.transactionId === undefined ? undefined : String(request.transactionId),
        ordered: true,
        samples: samplesV16(request.meterValue, context.receivedAt),
      },
      context,
    );
    return {};
  }
}
