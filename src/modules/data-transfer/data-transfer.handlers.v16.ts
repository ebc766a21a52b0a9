import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { toText } from './data-text.js';
import { DataTransferService } from './data-transfer.service.js';

/** DataTransfer in OCPP 1.6: data is a text. */
@Injectable()
export class DataTransferHandlersV16 {
  constructor(private readonly transfers: DataTransferService) {}

  @OcppHandler('DataTransfer', '1.6')
  async receive(
    request: StationRequests['1.6']['DataTransfer'],
    context: CallContext,
  ): Promise<StationResponses['1.6']['DataTransfer']> {
    const { status, data } = await this.transfers.receive(request, context);
    return { status, ...(data !== undefined && { data: toText(data) }) };
  }
}
