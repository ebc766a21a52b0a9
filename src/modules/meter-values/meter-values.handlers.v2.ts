import { Injectable } from '@nestjs/common';
import { OcppHandler, readTimestamp, type CallContext, type StationRequests } from '../../ocpp/index.js';
import { MeterReports } from './meter-reports.js';
import { toSample, type Sample } from './sample.js';

type V20 = NonNullable<StationRequests['2.0']['MeterValues']['meterValue']>;
type V201 = NonNullable<StationRequests['2.0.1']['MeterValues']['meterValue']>;

/** Meter values of 2.0 and 2.0.1 in neutral words: the signed part differs between them and is kept as it came. */
export function samplesV2(meterValues: V20 | V201 | undefined, receivedAt: Date): Sample[] {
  return (meterValues ?? []).flatMap(({ timestamp, sampledValue }) => {
    const { time } = readTimestamp(timestamp, receivedAt);
    return (sampledValue ?? []).map((sampled) =>
      toSample(
        {
          value: String(sampled.value),
          unit: sampled.unitOfMeasure?.unit,
          multiplier: sampled.unitOfMeasure?.multiplier,
          measurand: sampled.measurand,
          phase: sampled.phase,
          context: sampled.context,
          location: sampled.location,
          signed: sampled.signedMeterValue && { ...sampled.signedMeterValue },
        },
        time,
      ),
    );
  });
}

/** MeterValues of OCPP 2.x. */
@Injectable()
export class MeterValuesHandlersV2 {
  constructor(private readonly reports: MeterReports) {}

  @OcppHandler('MeterValues', '2.0', '2.0.1')
  async meterValues(
    request: StationRequests['2.0']['MeterValues'] | StationRequests['2.0.1']['MeterValues'],
    context: CallContext,
  ): Promise<Record<string, never>> {
    await this.reports.record(
      {
        evseId: request.evseId ?? 0,
        ocppTransactionId: undefined,
        // TransactionEvent bills; clock-aligned values beside it may come from another meter
        ordered: false,
        samples: samplesV2(request.meterValue, context.receivedAt),
      },
      context,
    );
    return {};
  }
}
