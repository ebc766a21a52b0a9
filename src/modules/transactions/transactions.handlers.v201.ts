import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { fromIdToken, toIdTokenInfo } from '../authorization/index.js';
import { toldByEvent } from './transactions.handlers.v2.js';
import { TransactionsService } from './transactions.service.js';

/** TransactionEvent of OCPP 2.0.1. Always answered: the transaction has happened. */
@Injectable()
export class TransactionsHandlersV201 {
  constructor(private readonly transactions: TransactionsService) {}

  @OcppHandler('TransactionEvent', '2.0.1')
  async event(
    request: StationRequests['2.0.1']['TransactionEvent'],
    context: CallContext,
  ): Promise<StationResponses['2.0.1']['TransactionEvent']> {
    const course = { ...request.transactionInfo, idToken: request.idToken && fromIdToken(request.idToken) };
    const { decision } = await this.transactions.report(toldByEvent(request, course, context), context);
    return decision ? { idTokenInfo: toIdTokenInfo(decision) } : {};
  }
}
