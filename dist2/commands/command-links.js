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
import { IsNull, MoreThan, Not, Repository } from 'typeorm';
import { Command } from './entities/command.entity.js';
/** Which transaction came of which request to start. */
let CommandLinks = class CommandLinks {
    commands;
    constructor(commands) {
        this.commands = commands;
    }
    /** The newest request to start with that number, whatever the station answered: its transaction proves it. */
    async byRemoteStartId(stationUuid, remoteStartId) {
        const command = await this.commands.findOne({
            where: { stationId: stationUuid, remoteStartId },
            order: { createdAt: 'DESC' },
        });
        return command?.id;
    }
    /** What a station was asked under that number, in the words of its version; undefined where nothing was. */
    async startRequest(stationUuid, remoteStartId) {
        const command = await this.commands.findOne({
            where: { stationId: stationUuid, remoteStartId, sentAt: Not(IsNull()) },
            order: { createdAt: 'DESC' },
        });
        return command ? { ocppVersion: command.ocppVersion, request: command.request } : undefined;
    }
    /** Accepted requests to start without a transaction, oldest first. */
    async unlinkedStarts(since, stationUuid) {
        const accepted = await this.commands.find({
            where: {
                ...(stationUuid === undefined ? {} : { stationId: stationUuid }),
                remoteStartId: Not(IsNull()),
                status: 'Accepted',
                transactionId: IsNull(),
                createdAt: MoreThan(since),
            },
            order: { createdAt: 'ASC' },
        });
        return accepted.map((command) => ({
            commandId: command.id,
            stationUuid: command.stationId,
            ocppVersion: command.ocppVersion,
            remoteStartId: command.remoteStartId,
            request: command.request,
            sentAt: command.sentAt,
            answeredAt: command.answeredAt,
        }));
    }
    /** Names the transaction that came of a command; the first one stays. */
    async link(commandId, transactionId) {
        await this.commands.update({ id: commandId, transactionId: IsNull() }, { transactionId });
    }
};
CommandLinks = __decorate([
    Injectable(),
    __param(0, InjectRepository(Command)),
    __metadata("design:paramtypes", [Repository])
], CommandLinks);
export { CommandLinks };
//# sourceMappingURL=command-links.js.map