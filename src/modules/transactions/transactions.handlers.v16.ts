import { Injectable } from '@nestjs/common';
import {
  OcppHandler,
  readTimestamp,
  type CallContext,
  type StationRequests,
  type StationResponses,
} from '../../ocpp/index.js';
import { fromIdTag, toIdTagInfo } from '../authorization/index.js';
import { samplesV16 } from '../meter-values/index.js';
import { orphanStopKey, startKey, stopKey } from './natural-key.js';
import { TransactionsService } from './transactions.service.js';

type StopReason = NonNullable<StationRequests['1.6']['StopTransaction']['reason']>;

// EVDisconnected, Local, Other, PowerLoss, Reboot, Remote and EmergencyStop have the same names in 2.0.1
const STOP_REASON: Record<StopReason, string> = {
  DeAuthorized: 'DeAuthorized',
  EmergencyStop: 'EmergencyStop',
  EVDisconnected: 'EVDisconnected',
  HardReset: 'ImmediateReset',
  Local: 'Local',
  Other: 'Other',
  PowerLoss: 'PowerLoss',
  Reboot: 'Reboot',
  Remote: 'Remote',
  SoftReset: 'ImmediateReset',
  UnlockCommand: 'Other',
};

// a start comes before, a stop after everything that is ordered by its time
const FIRST = -1;
const LAST = Number.MAX_SAFE_INTEGER - 1;

/** Decimal text of a register value; Wh in 1.6. */
const wh = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

/** StartTransaction and StopTransaction of OCPP 1.6. Always answered: the transaction has happened. */
@Injectable()
export class TransactionsHandlersV16 {
  constructor(private readonly transactions: TransactionsService) {}

  @OcppHandler('StartTransaction', '1.6')
  async start(
    request: StationRequests['1.6']['StartTransaction'],
    context: CallContext,
  ): Promise<StationResponses['1.6']['StartTransaction']> {
    const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
    const { ocppTransactionId, decision } = await this.transactions.report(
      {
        step: 'started',
        kind: 'StartTransaction',
        ocppTransactionId: undefined,
        naturalKey: startKey(context.originalPayload),
        seqNo: undefined,
        order: FIRST,
        time,
        stationTimestamp: request.timestamp,
        timeSubstituted: substituted,
        stops: false,
        offline: false,
        samples: [],
        evseId: request.connectorId,
        connectorId: 1,
        idToken: fromIdTag(request.idTag),
        registerWh: wh(request.meterStart),
        chargingState: undefined,
        stopReason: undefined,
        remoteStartId: undefined,
        reservationId: request.reservationId,
      },
      context,
    );
    return { transactionId: Number(ocppTransactionId), idTagInfo: toIdTagInfo(decision!) };
  }

  @OcppHandler('StopTransaction', '1.6')
  async stop(
    request: StationRequests['1.6']['StopTransaction'],
    context: CallContext,
  ): Promise<StationResponses['1.6']['StopTransaction']> {
    const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
    const { decision } = await this.transactions.report(
      {
        step: 'ended',
        kind: 'StopTransaction',
        ocppTransactionId: String(request.transactionId),
        naturalKey: stopKey(String(request.transactionId)),
        orphanKey: orphanStopKey(context.originalPayload),
        // -1 and 0 stand for an id that never reached the station
        idUnknown: request.transactionId <= 0,
        seqNo: undefined,
        order: LAST,
        time,
        stationTimestamp: request.timestamp,
        timeSubstituted: substituted,
        stops: true,
        offline: false,
        samples: samplesV16(request.transactionData, context.receivedAt),
        evseId: undefined,
        connectorId: undefined,
        idToken: request.idTag === undefined ? undefined : fromIdTag(request.idTag),
        registerWh: wh(request.meterStop),
        chargingState: undefined,
        stopReason: STOP_REASON[request.reason ?? 'Local'],
        remoteStartId: undefined,
        reservationId: undefined,
      },
      context,
    );
    return decision ? { idTagInfo: toIdTagInfo(decision) } : {};
  }
}
