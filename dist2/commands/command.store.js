var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository } from 'typeorm';
import { storableOrNull } from '../database/storable-text.js';
import { Command } from './entities/command.entity.js';
const KEY_KEPT_MS = 24 * 60 * 60 * 1000;
const json = (value) => (value === undefined ? null : JSON.stringify(value));
/** The rows of commands. Each change of state requires the state before it, so that late and doubled changes do nothing. */
let CommandStore = class CommandStore {
    commands;
    constructor(commands) {
        this.commands = commands;
    }
    /** Adds a queued command; false where its `Idempotency-Key` is taken. A key older than 24 hours is free again. */
    async insert(draft) {
        const { asked, createdAt } = draft;
        if (asked.idempotencyKey !== undefined) {
            await this.commands.query(`UPDATE commands SET idempotency_key = NULL
         WHERE operator_id = $1 AND route = $2 AND idempotency_key = $3 AND created_at <= $4`, [asked.operatorId, asked.route, asked.idempotencyKey, new Date(createdAt.getTime() - KEY_KEPT_MS)]);
        }
        const inserted = await this.commands.query(`INSERT INTO commands (id, station_id, name, state, ocpp_version, action, request, remote_start_id,
         transaction_id, operator_id, route, idempotency_key, body_hash, created_at)
       VALUES ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (operator_id, route, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
       RETURNING id`, [
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
        ]);
        return inserted.length === 1;
    }
    /** Takes the right to send: whoever gets `true` sends it, nobody else may. */
    claim(id, at) {
        return this.changed(`UPDATE commands SET state = 'sent', sent_at = $2 WHERE id = $1 AND state = 'queued'`, [
            id,
            at,
        ]);
    }
    /** Records how a command ended; false where it had ended already. */
    settle(id, { state, response, answer, error, sentAt, answeredAt }) {
        return this.changed(`UPDATE commands SET state = $2, response = $3, status = $4, status_info = $5, error = $6, sent_at = $7,
         answered_at = $8
       WHERE id = $1 AND state IN ('queued', 'sent')`, [
            id,
            state,
            json(response),
            storableOrNull(answer?.status),
            json(answer?.statusInfo),
            json(error),
            sentAt ?? null,
            answeredAt ?? null,
        ]);
    }
    cancel(id) {
        return this.changed(`UPDATE commands SET state = 'cancelled', error = '{"reason":"cancelled"}' WHERE id = $1 AND state = 'queued'`, [id]);
    }
    /** Takes back a row whose payload our own checks refused: nothing was asked of the station. */
    async withdraw(id) {
        await this.commands.query(`DELETE FROM commands WHERE id = $1 AND state = 'queued'`, [id]);
    }
    /** Ends what a process that died left behind; what it had sent may have been carried out or not. */
    async settleLeftOvers() {
        const [, ended] = await this.commands.query(`UPDATE commands SET state = CASE state WHEN 'queued' THEN 'cancelled' ELSE 'timed-out' END,
         error = '{"reason":"restart"}'
       WHERE state IN ('queued', 'sent')`);
        return ended;
    }
    async find(id) {
        return (await this.read(this.select().where('command.id = :id', { id })))[0];
    }
    /** The command that was made with the same key in the last 24 hours. */
    async earlier(asked, now) {
        const { operatorId, route, idempotencyKey } = asked;
        if (idempotencyKey === undefined)
            return undefined;
        const since = new Date(now.getTime() - KEY_KEPT_MS);
        const command = await this.commands.findOneBy({ operatorId, route, idempotencyKey, createdAt: MoreThan(since) });
        return command ? { commandId: command.id, bodyHash: command.bodyHash } : undefined;
    }
    /** Commands of a station, newest first: their ids grow with time. */
    list(stationUuid, { state, name, before, limit }) {
        const query = this.select().where('command.station_id = :stationUuid', { stationUuid });
        if (state)
            query.andWhere('command.state = :state', { state });
        if (name)
            query.andWhere('command.name = :name', { name });
        if (before)
            query.andWhere('command.id < :before', { before });
        return this.read(query.orderBy('command.id', 'DESC').limit(limit));
    }
    select() {
        return this.commands
            .createQueryBuilder('command')
            .innerJoin('stations', 'station', 'station.id = command.station_id')
            .addSelect('station.station_id', 'station_name');
    }
    async read(query) {
        const { entities, raw } = await query.getRawAndEntities();
        return entities.map((command, i) => toDto(command, raw[i].station_name));
    }
    async changed(sql, parameters) {
        const [, count] = await this.commands.query(sql, parameters);
        return count > 0;
    }
};
CommandStore = __decorate([
    Injectable(),
    __param(0, InjectRepository(Command)),
    __metadata("design:paramtypes", [Repository])
], CommandStore);
export { CommandStore };
/** A command as operators see it; `stationId` is the identity, not the surrogate key. */
function toDto(command, stationId) {
    const { id: commandId, name, state, status, statusInfo, ocppVersion, action, request, response, error } = command;
    const { remoteStartId, transactionId, createdAt, sentAt, answeredAt } = command;
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
        createdAt,
        sentAt,
        answeredAt,
    };
}
//# sourceMappingURL=command.store.js.map