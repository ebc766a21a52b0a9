import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf, type PageQuery } from '../../common/pagination.js';
import { ProblemError, UnknownError, ValidationFailedError } from '../../common/problems.js';
import { isUuid, uuidv7 } from '../../common/uuid.js';
import { TokenKeys, tokenKeyOf, type IdTokenType } from '../../modules/authorization/index.js';
import type { EraseIdToken, IdTokenErasurePage, IdTokenErasureView } from '../dto/id-token-erasure.dto.js';
import { type ErasureCounts, IdTokenErasure } from '../entities/id-token-erasure.entity.js';
import { withSession, type Session } from '../session.js';
import { Eraser } from './eraser.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** 20 characters, which an idTag of 1.6 may have, 67 bits of them random. */
const newPseudonym = (): string =>
  `erased-${Array.from({ length: 13 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

// what the operators wrote about it may name the driver
const ARCHIVE = `
  UPDATE id_tokens SET value = $2, token_key = $3, note = NULL, personal_message = NULL, archived_at = coalesce(archived_at, $4), updated_at = $4
  WHERE token_key = ANY($1::text[])`;

// by its key it is found; the token itself is erased with the frames
const FORGET_RESERVATIONS = `UPDATE reservations SET token_key = $2 WHERE token_key = $1`;

// what stations told about the driver names more than the token; whom it was about is erased with the frames
const FORGET_CUSTOMER = `
  UPDATE customer_information_requests SET erased_at = coalesce(erased_at, $2) WHERE token_key = ANY($1::text[])`;
// a statement of its own: it sees parts that were added while the first one waited
const FORGET_PARTS = `
  WITH gone AS (
    UPDATE customer_information_requests SET token_key = NULL WHERE token_key = ANY($1::text[]) RETURNING id
  ) DELETE FROM customer_information_parts p USING gone WHERE p.request = gone.id`;

const HELD = `
  SELECT id FROM reservations WHERE token_key = $1 AND state IN ('requested', 'unknown', 'active') ORDER BY id LIMIT 20`;

const RUNNING = `SELECT id FROM transactions WHERE token_key = $1 AND state = 'active' ORDER BY id LIMIT 20`;

const NOTHING: ErasureCounts = {
  idTokens: 0,
  transactions: 0,
  events: 0,
  messages: 0,
  commands: 0,
  corrections: 0,
  reservations: 0,
  notices: 0,
};

const toView = (row: IdTokenErasure): IdTokenErasureView => ({
  id: row.id,
  state: row.state,
  type: row.type as IdTokenType,
  pseudonym: row.pseudonym,
  reason: row.reason,
  requestedAt: row.requestedAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  // those from before there were reservations and notices do not count them
  counts: { ...row.counts, reservations: row.counts.reservations ?? 0, notices: row.counts.notices ?? 0 },
});

/** Requests to erase a token from history. */
@Injectable()
export class IdTokenErasures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
    private readonly eraser: Eraser,
  ) {}

  private get erasures() {
    return this.dataSource.getRepository(IdTokenErasure);
  }

  /**
   * Takes the token out of use at once, and erases it in the background.
   * @throws ProblemError `id-token-in-use` while a transaction of it runs, or a reservation for it is open: the station
   * would name the token again
   */
  async request({ value, type, reason }: EraseIdToken, operatorId: string): Promise<IdTokenErasureView> {
    if (type === 'KeyCode' && /^\*+$/.test(value)) {
      throw new ValidationFailedError('Asterisks stand for every PIN code in the history, not for one of them.');
    }
    const key = tokenKeyOf({ value, type });
    const pseudonym = newPseudonym();
    const now = this.clock.now();
    const id = uuidv7(now.getTime());
    await withSession(this.dataSource, (session) =>
      session.transaction(async () => {
        await assertIdle(session, key);
        const registered = this.keys.of({ value, type });
        const archived = await session.change(ARCHIVE, [
          registered,
          pseudonym,
          tokenKeyOf({ value: pseudonym, type }),
          now,
        ]);
        await session.change(FORGET_CUSTOMER, [registered, now]);
        await session.change(FORGET_PARTS, [registered]);
        await session.change(FORGET_RESERVATIONS, [key, tokenKeyOf({ value: pseudonym, type })]);
        const counts: ErasureCounts = { ...NOTHING, idTokens: archived };
        await session.rows(
          `INSERT INTO id_token_erasures
             (id, state, value, type, pseudonym, reason, operator_id, requested_at, counts, started_at, finished_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
          [
            id,
            // no message, transaction or command shows a PIN code: with its registration all of it is gone
            ...(type === 'KeyCode' ? ['done', null] : ['queued', value]),
            type,
            pseudonym,
            reason,
            operatorId,
            now,
            JSON.stringify(counts),
            type === 'KeyCode' ? now : null,
          ],
        );
      }),
    );
    const view = await this.read(id);
    this.eraser.wake();
    return view;
  }

  /** The latest first. */
  async list({ limit, cursor }: PageQuery): Promise<IdTokenErasurePage> {
    const query = this.erasures.createQueryBuilder('e');
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    if (before !== undefined) query.where('e.id < :before', { before });
    const rows = await query
      .orderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return { items: items.map(toView), nextCursor };
  }

  /** @throws UnknownError `id-token-erasure-unknown` */
  async read(id: string): Promise<IdTokenErasureView> {
    const row = isUuid(id) ? await this.erasures.findOneBy({ id }) : null;
    if (!row) throw new UnknownError('id-token-erasure', id, 'GET /id-token-erasures lists them.');
    return toView(row);
  }
}

async function assertIdle(session: Session, key: string): Promise<void> {
  const held = await session.rows<{ id: string }>(HELD, [key]);
  if (held.length > 0) {
    const why = 'A reservation for this token is open, and its station would name it again. Cancel it first.';
    throw new ProblemError('id-token-in-use', 409, why, { reservationIds: held.map(({ id }) => id) });
  }
  const running = await session.rows<{ id: string }>(RUNNING, [key]);
  if (running.length === 0) return;
  const detail = 'A transaction of this token runs, and its station would name it again. Erase it when that has ended.';
  throw new ProblemError('id-token-in-use', 409, detail, { transactionIds: running.map(({ id }) => id) });
}
