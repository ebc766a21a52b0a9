import { Injectable } from '@nestjs/common';
import {
  OcppHandler,
  readTimestamp,
  type CallContext,
  type StationRequests,
  type StationResponses,
} from '../../ocpp/index.js';
import { fromIdToken, toIdTokenInfo } from '../authorization/index.js';
import { samplesV2 } from '../meter-values/index.js';
import { eventKey } from './natural-key.js';
import type { Step } from './transaction-message.js';
import { TransactionsService } from './transactions.service.js';

type Request = StationRequests['2.0.1']['TransactionEvent'];

const STEP: Record<Request['eventType'], Step> = { Started: 'started', Updated: 'updated', Ended: 'ended' };

/** TransactionEvent of OCPP 2.0.1. Always answered: the transaction has happened. */
@Injectable()
export class TransactionsHandlersV2 {
  constructor(private readonly transactions: TransactionsService) {}

  @OcppHandler('TransactionEvent', '2.0.1')
  async event(request: Request, context: CallContext): Promise<StationResponses['2.0.1']['TransactionEvent']> {
    const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
    const info = request.transactionInfo;
    const { decision } = await this.transactions.report(
      {
        step: STEP[request.eventType],
        kind: `TransactionEvent ${request.eventType}`,
        ocppTransactionId: info.transactionId,
        naturalKey: eventKey(info.transactionId, context.originalPayload),
        seqNo: request.seqNo,
        order: request.seqNo ?? time.getTime(),
        time,
        stationTimestamp: request.timestamp,
        timeSubstituted: substituted,
        stops: request.eventType === 'Ended' || request.triggerReason === 'StopAuthorized',
        offline: request.offline ?? false,
        samples: samplesV2(request.meterValue, context.receivedAt),
        evseId: request.evse?.id,
        connectorId: request.evse?.connectorId,
        idToken: request.idToken && fromIdToken(request.idToken),
        registerWh: undefined,
        chargingState: info.chargingState,
        stopReason: request.eventType === 'Ended' ? (info.stoppedReason ?? 'Local') : undefined,
        remoteStartId: info.remoteStartId,
        reservationId: request.reservationId,
      },
      context,
    );
    return decision ? { idTokenInfo: toIdTokenInfo(decision) } : {};
  }
}
