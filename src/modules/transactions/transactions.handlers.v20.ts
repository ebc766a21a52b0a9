import { Injectable } from '@nestjs/common';
import {
  OcppHandler,
  readTimestamp,
  type CallContext,
  type StationRequests,
  type StationResponses,
} from '../../ocpp/index.js';
import { fromIdTokenV20, toIdTokenInfoV20 } from '../authorization/index.js';
import { samplesV2 } from '../meter-values/index.js';
import { eventKey } from './natural-key.js';
import type { Step } from './transaction-message.js';
import { TransactionsService } from './transactions.service.js';

type Request = StationRequests['2.0']['TransactionEvent'];

const STEP: Record<Request['eventType'], Step> = { Started: 'started', Updated: 'updated', Ended: 'ended' };

/** TransactionEvent of OCPP 2.0 (2018): transactionData {id} instead of transactionInfo {transactionId}. */
@Injectable()
export class TransactionsHandlersV20 {
  constructor(private readonly transactions: TransactionsService) {}

  @OcppHandler('TransactionEvent', '2.0')
  async event(request: Request, context: CallContext): Promise<StationResponses['2.0']['TransactionEvent']> {
    const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
    const data = request.transactionData;
    const { decision } = await this.transactions.report(
      {
        step: STEP[request.eventType],
        kind: `TransactionEvent ${request.eventType}`,
        ocppTransactionId: data.id,
        naturalKey: eventKey(data.id, context.originalPayload),
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
        idToken: request.idToken && fromIdTokenV20(request.idToken),
        registerWh: undefined,
        chargingState: data.chargingState === 'EVDetected' ? 'EVConnected' : data.chargingState,
        stopReason: request.eventType === 'Ended' ? toStopReason(data.stoppedReason) : undefined,
        remoteStartId: data.remoteStartId,
        reservationId: request.reservationId,
      },
      context,
    );
    return decision ? { idTokenInfo: toIdTokenInfoV20(decision) } : {};
  }
}

/** The one reason that 2.0.1 no longer has counts as Other; the frame keeps the word. */
const toStopReason = (reason: Request['transactionData']['stoppedReason']): string =>
  reason === 'UnlockCommand' ? 'Other' : (reason ?? 'Local');
