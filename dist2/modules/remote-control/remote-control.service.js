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
import { DataSource } from 'typeorm';
import { CommandsService } from '../../commands/index.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { StationsService } from '../stations/index.js';
import { TransactionRecords } from '../transactions/index.js';
import { requestStartTransaction, requestStopTransaction } from './remote-control.commands.js';
/** Asks stations to start and to stop transactions. */
let RemoteControlService = class RemoteControlService {
    commands;
    stations;
    transactions;
    dataSource;
    constructor(commands, stations, transactions, dataSource) {
        this.commands = commands;
        this.stations = stations;
        this.transactions = transactions;
        this.dataSource = dataSource;
    }
    /**
     * Asks a station to start a transaction. Accepted means that it will try. Problems: see CommandsService.
     * @throws UnknownError `station-unknown`
     */
    async requestStart(stationId, request, asked) {
        assertSensible(request);
        const station = await this.stations.byStationId(stationId);
        const remoteStartId = await this.nextRemoteStartId();
        const input = { ...request, remoteStartId };
        return this.commands.execute(station, requestStartTransaction, input, asked, { remoteStartId });
    }
    /**
     * Asks a station to stop a transaction. Problems: see CommandsService.
     * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-ended`
     */
    async requestStop(transactionId, asked) {
        // a repeated request gets the answer of the first, although that one may have ended the transaction
        const earlier = await this.commands.earlier(asked);
        if (earlier)
            return earlier;
        const { stationUuid, stationId, ocppTransactionId, state } = await this.transactions.forRequestStop(transactionId);
        if (state === 'ended') {
            throw new ProblemError('transaction-ended', 409, `Transaction ${transactionId} has ended already.`);
        }
        const station = { id: stationUuid, stationId };
        return this.commands.execute(station, requestStopTransaction, { ocppTransactionId }, asked, { transactionId });
    }
    /** [OCPP 2.0.1 F01] unique per station; here even across stations */
    async nextRemoteStartId() {
        const [{ id }] = (await this.dataSource.query(`SELECT nextval('remote_start_ids')::int AS id`));
        return id;
    }
};
RemoteControlService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [CommandsService,
        StationsService,
        TransactionRecords,
        DataSource])
], RemoteControlService);
export { RemoteControlService };
function assertSensible({ idToken, evseId, connectorId }) {
    if (idToken.value === '' && idToken.type !== 'NoAuthorization') {
        throw new ValidationFailedError('idToken.value may be empty for NoAuthorization only.');
    }
    if (connectorId !== undefined && evseId === undefined) {
        throw new ValidationFailedError('connectorId needs an evseId: it is a connector of that EVSE.');
    }
}
//# sourceMappingURL=remote-control.service.js.map