var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { CommandAnswered, CommandsService } from '../../commands/index.js';
import { DomainEvents } from '../../common/domain-events.js';
import { StationsService } from '../stations/index.js';
import { TransactionRecords } from './transaction-records.js';
import { TransactionStatuses } from './transaction-statuses.js';
import { getTransactionStatus, toldStatus } from './transactions.commands.js';
/** E14: asks stations about their transactions and keeps what they say. */
let TransactionStatusService = class TransactionStatusService {
    commands;
    stations;
    records;
    statuses;
    events;
    constructor(commands, stations, records, statuses, events) {
        this.commands = commands;
        this.stations = stations;
        this.records = records;
        this.statuses = statuses;
        this.events = events;
    }
    /** An answer that comes after nobody waits for it any more is kept as well. */
    onModuleInit() {
        this.events.on(CommandAnswered, ({ name, transactionId, response, answeredAt }) => name === getTransactionStatus.name && transactionId !== undefined
            ? this.statuses.record(transactionId, toldStatus(response), answeredAt)
            : undefined);
    }
    /**
     * Asks the station of a transaction on behalf of an operator. Problems: see CommandsService.
     * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-id-reused`
     */
    async askAbout(id, asked) {
        return this.ask(await this.records.forStatus(id), asked);
    }
    /**
     * Asks a station whether messages about any transaction wait there. Problems: see CommandsService.
     * @throws UnknownError `station-unknown`
     */
    async askStation(stationId, asked) {
        // [OCPP 2.0.1 E14.FR.06] without an id the answer says nothing of a single transaction
        return this.commands.execute(await this.stations.byStationId(stationId), getTransactionStatus, {}, asked);
    }
    /** Asks a station about a transaction; its answer is kept when this resolves. Problems: see CommandsService. */
    async ask(transaction, asked) {
        const { id, stationUuid, stationId, ocppTransactionId } = transaction;
        const station = { id: stationUuid, stationId };
        const subject = { transactionId: id };
        const command = await this.commands.execute(station, getTransactionStatus, { ocppTransactionId }, asked, subject);
        if (command.state === 'answered') {
            await this.statuses.record(id, toldStatus(command.response), command.answeredAt);
        }
        return command;
    }
};
TransactionStatusService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [CommandsService,
        StationsService,
        TransactionRecords,
        TransactionStatuses,
        DomainEvents])
], TransactionStatusService);
export { TransactionStatusService };
//# sourceMappingURL=transaction-status.service.js.map