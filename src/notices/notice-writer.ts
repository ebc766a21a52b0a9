import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { naturalKey } from '../common/natural-key.js';
import { uuidv7 } from '../common/uuid.js';
import { Config } from '../config/config.js';
import { Backlog } from '../database/backlog.js';
import { Batcher } from '../database/batcher.js';
import { columns } from '../database/columns.js';
import { query, type Statement } from '../database/statement.js';
import { storableOrNull } from '../database/storable-text.js';
import { type CallContext, maskPayload } from '../ocpp/index.js';

/** What a message said, in the words of its block. */
export interface NewNotice {
  /** The name of the message. */
  readonly kind: string;
  readonly content: object;
  readonly answer?: object;
  readonly evseId?: number;
  readonly requestId?: number;
  readonly seqNo?: number;
  readonly subject?: string;
  /** Whether the payload says which message it is, e.g. by a time, so that an equal one is always a repetition. */
  readonly unique?: boolean;
}

interface Row {
  readonly id: string;
  readonly notice: NewNotice;
  readonly key: string;
  readonly context: CallContext;
  /** An equal one since then is the same. */
  readonly repeatedSince: Date;
}

/**
 * An equal payload with an equal message id is a repetition for so long: a station that heard no answer says it again at
 * once. Later it is a new message, since stations begin to count anew when they restart.
 */
const REPEATED_WITHIN_MS = 2 * 60_000;
const EVER = new Date(0);
const LARGEST_INT = 2 ** 31 - 1;
/** Numbers beyond what a column holds stay in the content alone. */
const int = (number?: number): number | null =>
  Number.isInteger(number) && Math.abs(number!) <= LARGEST_INT ? number! : null;
const json = (value: object): string => JSON.stringify(value);

const ROW = columns<Row>({
  id: ['uuid', ({ id }) => id],
  station_id: ['uuid', ({ context }) => context.station.id],
  natural_key: ['digest', ({ key }) => key],
  kind: ['word', ({ notice }) => notice.kind],
  ocpp_version: ['word', ({ context }) => context.version],
  evse_id: ['int', ({ notice }) => int(notice.evseId)],
  request_id: ['int', ({ notice }) => int(notice.requestId)],
  seq_no: ['int', ({ notice }) => int(notice.seqNo)],
  subject: ['text', ({ notice }) => storableOrNull(notice.subject)],
  content: [
    'json',
    ({ notice, context }) => json(maskPayload(context.version, notice.kind, 'request', notice.content) as object),
  ],
  answer: ['json', ({ notice }) => (notice.answer ? json(notice.answer) : null)],
  received_at: ['timestamptz', ({ context }) => context.receivedAt],
  repeated_since: ['timestamptz', ({ repeatedSince }) => repeatedSince],
});
const { repeated_since: REPEATED_SINCE, ...STORED } = ROW.expressions;

const INSERT: Statement = {
  name: 'insert-station-notices',
  text: `INSERT INTO station_notices (${Object.keys(STORED).join(', ')})
    SELECT ${Object.values(STORED).join(', ')} FROM ${ROW.unnest}
    WHERE NOT EXISTS (
      SELECT 1 FROM station_notices known
      WHERE known.station_id = t.station_id AND known.natural_key = ${STORED['natural_key']}
        AND known.received_at > ${REPEATED_SINCE})`,
};

/** Keeps what stations told, each message once, in batches. */
@Injectable()
export class NoticeWriter {
  private readonly batcher: Batcher<Row, undefined>;

  constructor(dataSource: DataSource, config: Config, backlog: Backlog) {
    this.batcher = new Batcher(
      async (rows) => {
        await query(dataSource, INSERT, ROW.values(rows));
        return rows.map(() => undefined);
      },
      { holdMs: config.ocpp.holdSeconds * 1000, backlog },
    );
  }

  /** Resolves when it is stored, or was before. */
  async keep(notice: NewNotice, context: CallContext): Promise<void> {
    const { messageId, receivedAt, originalPayload } = context;
    const key = naturalKey(notice.kind, notice.unique ? null : messageId, originalPayload);
    const repeatedSince = notice.unique ? EVER : new Date(receivedAt.getTime() - REPEATED_WITHIN_MS);
    await this.batcher.add({ id: uuidv7(receivedAt.getTime()), notice, key, context, repeatedSince });
  }
}
