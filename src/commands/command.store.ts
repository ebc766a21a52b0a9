import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, MoreThan, Repository, type SelectQueryBuilder } from 'typeorm';
import { storableOrNull } from '../database/storable-text.js';
import type { OcppVersion } from '../ocpp/index.js';
import type { CommandRequest } from './command-request.js';
import type { CommandView } from './dto/command.dto.js';
import { Command, type CommandState } from './entities/command.entity.js';
import { keysKeptSince } from './idempotency-keys.js';
import type { FailureReason, Settlement } from './settlement.js';

/** A command that is about to be made; its state is `queued`. */
export interface CommandDraft {
  readonly id: string;
  readonly stationUuid: string;
  readonly name: string;
  readonly ocppVersion: OcppVersion;
  readonly action: string;
  /** Secrets masked. */
  readonly request: unknown;
  readonly remoteStartId: number | undefined;
  readonly transactionId: string | undefined;
  readonly asked: CommandRequest;
  /** By which the same body is recognised; present with an `Idempotency-Key`. */
  readonly bodyHash: Buffer | undefined;
  readonly createdAt: Date;
  /** Present where the command is kept until it can be sent. */
  readonly kept?: Keeping;
}

/** How long a command is kept, and from what it is made again. */
export interface Keeping {
  readonly expiresAt: Date;
  readonly sealedAsking: Buffer;
  /** What it waits for now; undefined: its turn alone. */
  readonly waitsFor: string | undefined;
}

/** A command that is being sent, in the words in which it is. */
export type Claim = Pick<CommandDraft, 'id' | 'ocppVersion' | 'action' | 'request'> & {
  /** The connection that it leaves by. */
  readonly epoch: bigint;
  readonly at: Date;
};

/** What was found under an `Idempotency-Key`. */
export interface EarlierCommand {
  readonly commandId: string;
  readonly bodyHash: Buffer;
}

export interface CommandFilter {
  readonly stationUuid?: string;
  readonly state?: CommandState;
  readonly name?: string;
  /** Only commands older than the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** The rows of commands. Each change of state requires the state before it, so that late and doubled changes do nothing. */
@Injectable()
export class CommandStore {
  constructor(@InjectRepository(Command) private readonly commands: Repository<Command>) {}

  /** Adds a queued command; false where its `Idempotency-Key` is taken. A key older than 24 hours is free again. */
  async insert(draft: CommandDraft): Promise<boolean> {
    const { asked, createdAt } = draft;
    if (asked.idempotencyKey !== undefined) {
      await this.commands.query(
        `UPDATE commands SET idempotency_key = NULL
         WHERE operator_id = $1 AND route = $2 AND idempotency_key = $3 AND created_at <= $4`,
        [asked.operatorId, asked.route, asked.idempotencyKey, keysKeptSince(createdAt)],
      );
    }
    const inserted: unknown[] = await this.commands.query(
      `INSERT INTO commands (id, station_id, name, state, ocpp_version, action, request, remote_start_id,
         transaction_id, operator_id, route, idempotency_key, body_hash, created_at, expires_at, sealed_asking, waits_for)
       VALUES ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (operator_id, route, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
       RETURNING id`,
      [
        draft.id,
        draft.stationUuid,
        draft.name,
        draft.ocppVersion,
        draft.action,
        json(draft.request),
        draft.remoteStartId ?? null,
        draft.transactionId ?? null,
        asked.operatorId ?? null,
        asked.route,
        asked.idempotencyKey ?? null,
        draft.bodyHash ?? null,
        createdAt,
        draft.kept?.expiresAt ?? null,
        draft.kept?.sealedAsking ?? null,
        draft.kept?.waitsFor ?? null,
      ],
    );
    return inserted.length === 1;
  }

  /** Takes the right to send: whoever gets `true` sends it, nobody else may. False where the connection is a past one. */
  claim({ id, ocppVersion, action, request, epoch, at }: Claim): Promise<boolean> {
    return this.changed(
      `UPDATE commands c SET state = 'sent', sent_at = $2, ocpp_version = $3, action = $4, request = $5,
         waits_for = NULL, sealed_asking = NULL
       FROM stations s
       WHERE c.id = $1 AND c.state = 'queued' AND (c.expires_at IS NULL OR c.expires_at > $2)
         AND s.id = c.station_id AND s.connection_epoch = $6`,
      [id, at, ocppVersion, action, json(request), epoch.toString()],
    );
  }

  /** Gives the right to send back where it was not used: the command is kept as before. */
  async unclaim(id: string, sealedAsking: Buffer, waitsFor: string): Promise<void> {
    await this.commands.query(
      `UPDATE commands SET state = 'queued', sent_at = NULL, sealed_asking = $2, waits_for = $3
       WHERE id = $1 AND state = 'sent'`,
      [id, sealedAsking, waitsFor],
    );
  }

  /** Records how a command ended; false where it had ended already. */
  settle(id: string, { state, response, answer, error, sentAt, answeredAt }: Settlement): Promise<boolean> {
    return this.changed(
      `UPDATE commands SET state = $2, response = $3, status = $4, status_info = $5, error = $6, sent_at = $7,
         answered_at = $8, waits_for = NULL, sealed_asking = NULL
       WHERE id = $1 AND state IN ('queued', 'sent')`,
      [
        id,
        state,
        json(response),
        storableOrNull(answer?.status),
        json(answer?.statusInfo),
        json(error),
        sentAt ?? null,
        answeredAt ?? null,
      ],
    );
  }

  /** Notes what a kept command waits for beyond its turn. */
  async waits(id: string, waitsFor: string | undefined): Promise<void> {
    await this.commands.query(
      `UPDATE commands SET waits_for = $2
       WHERE id = $1 AND state = 'queued' AND expires_at IS NOT NULL AND waits_for IS DISTINCT FROM $2`,
      [id, waitsFor ?? null],
    );
  }

  /** Takes back those that were not sent yet; false where there is none among them. */
  cancel(
    ids: readonly string[],
    reason: Extract<FailureReason, 'cancelled' | 'came-about'>,
    manager?: EntityManager,
  ): Promise<boolean> {
    return this.changed(
      `UPDATE commands SET state = 'cancelled', error = $2, waits_for = NULL, sealed_asking = NULL
       WHERE id = ANY($1::uuid[]) AND state = 'queued'`,
      [ids, json({ reason })],
      manager,
    );
  }

  /** Takes back a row whose payload our own checks refused: nothing was asked of the station. */
  async withdraw(id: string): Promise<void> {
    await this.commands.query(`DELETE FROM commands WHERE id = $1 AND state = 'queued'`, [id]);
  }

  /** Ends what a process that died left behind; what it had sent may have been carried out or not. What is kept stays. */
  async settleLeftOvers(): Promise<number> {
    const [, ended]: [unknown, number] = await this.commands.query(
      `UPDATE commands SET state = CASE state WHEN 'queued' THEN 'cancelled' ELSE 'timed-out' END,
         error = '{"reason":"restart"}'
       WHERE state = 'sent' OR (state = 'queued' AND expires_at IS NULL)`,
    );
    return ended;
  }

  async find(id: string): Promise<CommandView | undefined> {
    return (await this.read(this.select().where('command.id = :id', { id })))[0];
  }

  /** The command that was made with the same key in the last 24 hours. */
  async earlier(asked: CommandRequest, now: Date): Promise<EarlierCommand | undefined> {
    const { operatorId, route, idempotencyKey } = asked;
    if (idempotencyKey === undefined) return undefined;
    const command = await this.commands.findOneBy({
      operatorId,
      route,
      idempotencyKey,
      createdAt: MoreThan(keysKeptSince(now)),
    });
    return command ? { commandId: command.id, bodyHash: command.bodyHash! } : undefined;
  }

  /** Commands, newest first: their ids grow with time. */
  list({ stationUuid, state, name, before, limit }: CommandFilter): Promise<CommandView[]> {
    const query = this.select().where('TRUE');
    if (stationUuid) query.andWhere('command.station_id = :stationUuid', { stationUuid });
    if (state) query.andWhere('command.state = :state', { state });
    if (name) query.andWhere('command.name = :name', { name });
    if (before) query.andWhere('command.id < :before', { before });
    return this.read(query.orderBy('command.id', 'DESC').limit(limit));
  }

  private select(): SelectQueryBuilder<Command> {
    return this.commands
      .createQueryBuilder('command')
      .innerJoin('stations', 'station', 'station.id = command.station_id')
      .addSelect('station.station_id', 'station_name');
  }

  private async read(query: SelectQueryBuilder<Command>): Promise<CommandView[]> {
    const { entities, raw } = await query.getRawAndEntities<{ station_name: string }>();
    return entities.map((command, i) => toDto(command, raw[i]!.station_name));
  }

  private async changed(sql: string, parameters: unknown[], manager = this.commands.manager): Promise<boolean> {
    const [, count]: [unknown, number] = await manager.query(sql, parameters);
    return count > 0;
  }
}

/** A command as operators see it; `stationId` is the identity, not the surrogate key. */
function toDto(command: Command, stationId: string): CommandView {
  const { id: commandId, name, state, status, statusInfo, ocppVersion, action, request, response, error } = command;
  const { remoteStartId, transactionId, waitsFor, expiresAt, createdAt, sentAt, answeredAt } = command;
  return {
    commandId,
    stationId,
    name,
    state,
    status,
    statusInfo,
    ocppVersion,
    action,
    request,
    response,
    error,
    remoteStartId,
    transactionId,
    waitsFor,
    expiresAt,
    createdAt,
    sentAt,
    answeredAt,
  };
}
