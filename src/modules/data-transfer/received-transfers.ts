import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { naturalKey } from '../../common/natural-key.js';
import { uuidv7 } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { columns } from '../../database/columns.js';
import { query, type Statement } from '../../database/statement.js';
import { storable, storableOrNull } from '../../database/storable-text.js';
import type { VendorAnswer } from './vendors/vendor-message.js';

/** A message as it is kept: secrets masked. */
export interface ReceivedTransfer {
  readonly stationUuid: string;
  readonly ocppVersion: string;
  readonly naturalKey: string;
  readonly vendorId: string;
  readonly messageId: string | undefined;
  readonly data: unknown;
  readonly answer: VendorAnswer;
  readonly receivedAt: Date;
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

const TRANSFER = columns<ReceivedTransfer>({
  id: ['uuid', ({ receivedAt }) => uuidv7(receivedAt.getTime())],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  natural_key: ['digest', (transfer) => transfer.naturalKey],
  ocpp_version: ['word', ({ ocppVersion }) => ocppVersion],
  vendor_id: ['text', ({ vendorId }) => storable(vendorId)],
  message_id: ['text', ({ messageId }) => storableOrNull(messageId)],
  data: ['json', ({ data }) => jsonOrNull(data)],
  status: ['word', ({ answer }) => answer.status],
  status_info: ['json', ({ answer }) => jsonOrNull(answer.statusInfo)],
  response_data: ['json', ({ answer }) => jsonOrNull(answer.data)],
  received_at: ['timestamptz', ({ receivedAt }) => receivedAt],
});

/**
 * A station repeats a message that it heard no answer to, with the same message id. After this time the same id and
 * payload are a new message: stations begin to count anew when they restart.
 */
const REPEATED_WITHIN_MINUTES = 2;

const REPEATS = `FROM data_transfers AS known
  WHERE known.station_id = $1 AND known.natural_key = decode($2, 'hex')
    AND known.received_at > $3::timestamptz - interval '${REPEATED_WITHIN_MINUTES} minutes'`;
const KNOWN: Statement = { name: 'known-data-transfer', text: `SELECT 1 AS known ${REPEATS} LIMIT 1` };
const INSERT: Statement = {
  name: 'insert-data-transfers',
  text: `INSERT INTO data_transfers (${TRANSFER.names}) SELECT ${TRANSFER.select} FROM ${TRANSFER.unnest}`,
};

/** What stations say by DataTransfer, stored before it is answered. */
@Injectable()
export class ReceivedTransfers {
  private readonly transfers: Batcher<ReceivedTransfer, void>;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    backlog: Backlog,
  ) {
    const options = { holdMs: config.ocpp.holdSeconds * 1000, maxWeight: 4 << 20, weigh, backlog };
    this.transfers = new Batcher((batch) => this.write(batch), options);
  }

  keyOf(messageId: string, payload: unknown): string {
    return naturalKey(messageId, payload);
  }

  /** Whether the station sent this a moment ago. Its messages come one at a time, so that none can slip in between. */
  async isKnown(stationUuid: string, key: string, at: Date): Promise<boolean> {
    return (await query(this.dataSource, KNOWN, [stationUuid, key, at])).length > 0;
  }

  /** Resolves when it is committed. */
  add(transfer: ReceivedTransfer): Promise<void> {
    return this.transfers.add(transfer);
  }

  private async write(batch: ReceivedTransfer[]): Promise<void[]> {
    await query(this.dataSource, INSERT, TRANSFER.values(batch));
    return batch.map(() => undefined);
  }
}

const weigh = ({ data }: ReceivedTransfer): number => jsonOrNull(data)?.length ?? 0;
