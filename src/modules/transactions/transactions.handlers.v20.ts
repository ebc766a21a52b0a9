import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { fromIdTokenV20, toIdTokenInfoV20 } from '../authorization/index.js';
import { toldByEvent } from './transactions.handlers.v2.js';
import { TransactionsService } from './transactions.service.js';

type Request = StationRequests['2.0']['TransactionEvent'];
type Data = Request['transactionData'];

/** TransactionEvent of OCPP 2.0 (2018): transactionData {id} instead of transactionInfo {transactionId}. */
@Injectable()
export class TransactionsHandlersV20 {
  constructor(private readonly transactions: TransactionsService) {}

  @OcppHandler('TransactionEvent', '2.0')
  async event(request: Request, context: CallContext): Promise<StationResponses['2.0']['TransactionEvent']> {
    const { id, chargingState, stoppedReason, remoteStartId } = request.transactionData;
    const course = {
      transactionId: id,
      chargingState: toChargingState(chargingState),
      stoppedReason: toStoppedReason(stoppedReason),
      remoteStartId,
      idToken: request.idToken && fromIdTokenV20(request.idToken),
    };
    const { decision } = await this.transactions.report(toldByEvent(request, course, context), context);
    return decision ? { idTokenInfo: toIdTokenInfoV20(decision) } : {};
  }
}

const toChargingState = (state: Data['chargingState']) => (state === 'EVDetected' ? 'EVConnected' : state);

/** The one reason that 2.0.1 no longer has counts as Other; the frame keeps the word. */
const toStoppedReason = (reason: Data['stoppedReason']) => (reason === 'UnlockCommand' ? 'Other' : reason);
