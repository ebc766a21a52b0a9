import { Injectable } from '@nestjs/common';
import { type CallContext, OcppHandler, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { DataTransferService } from './data-transfer.service.js';

type Answer = StationResponses['2.0.1']['DataTransfer'];

/** DataTransfer in OCPP 2.0.1: data is any JSON, whatever the types of the package say. */
@Injectable()
export class DataTransferHandlersV201 {
  constructor(private readonly transfers: DataTransferService) {}

  @OcppHandler('DataTransfer', '2.0.1')
  async receive(request: StationRequests['2.0.1']['DataTransfer'], context: CallContext): Promise<Answer> {
    const { status, data, statusInfo } = await this.transfers.receive(request, context);
    return {
      status,
      ...(data !== undefined && { data: data as Answer['data'] }),
      ...(statusInfo && { statusInfo }),
    };
  }
}
