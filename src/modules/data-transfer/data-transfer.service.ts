import { Injectable, Logger } from '@nestjs/common';
import type { CallContext } from '../../ocpp/index.js';
import { maskPayload } from '../../ocpp/index.js';
import { ReceivedTransfers } from './received-transfers.js';
import type { VendorAnswer } from './vendors/vendor-message.js';
import { VendorRegistry } from './vendors/vendor-registry.js';

/** What a station says by DataTransfer. */
export interface Transfer {
  readonly vendorId: string;
  readonly messageId?: string;
  readonly data?: unknown;
}

export type TransferContext = Pick<CallContext, 'station' | 'version' | 'messageId' | 'receivedAt' | 'originalPayload'>;

/** P02: what stations say in words that their vendors made up. */
@Injectable()
export class DataTransferService {
  private readonly logger = new Logger(DataTransferService.name);

  constructor(
    private readonly registry: VendorRegistry,
    private readonly received: ReceivedTransfers,
  ) {}

  /**
   * Asks whoever knows the vendor for an answer and stores both; a message that nobody knows is stored as well, so that
   * operators see what their stations have to say. One that is repeated is answered again and stored once.
   */
  async receive(transfer: Transfer, context: TransferContext): Promise<VendorAnswer> {
    const { station, version, receivedAt } = context;
    const key = this.received.keyOf(context.messageId, context.originalPayload);
    const isRepeated = await this.received.isKnown(station.id, key, receivedAt);
    const { vendorId, messageId, data } = transfer;
    const of = { stationUuid: station.id, stationId: station.stationId };
    const answer = await this.answerTo({ ...of, vendorId, messageId, data, receivedAt, isRepeated });
    if (isRepeated) return answer;
    const mask = (direction: 'request' | 'response', value: unknown): unknown =>
      (maskPayload(version, 'DataTransfer', direction, { data: value }) as { data: unknown }).data;
    await this.received.add({
      stationUuid: station.id,
      ocppVersion: version,
      naturalKey: key,
      vendorId,
      messageId,
      data: mask('request', data),
      answer: { ...answer, data: mask('response', answer.data) },
      receivedAt,
    });
    return answer;
  }

  /** A handler that fails must not cost the operator the message: it is kept, and refused. */
  private async answerTo(message: Parameters<VendorRegistry['answer']>[0]): Promise<VendorAnswer> {
    try {
      const { status, data, statusInfo } = await this.registry.answer(message);
      // [OCPP 2.0.1 P02] no data for a vendor that nobody knows
      return status === 'UnknownVendorId' ? { status, statusInfo } : { status, data, statusInfo };
    } catch (error) {
      const { stationId, vendorId, messageId } = message;
      this.logger.error('a vendor handler failed', { stationId, vendorId, messageId, err: error });
      return { status: 'Rejected' };
    }
  }
}
