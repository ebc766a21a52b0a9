var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var StatusRounds_1;
import { Injectable, Logger, } from '@nestjs/common';
import { BY_ITSELF } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problems.js';
import { Rounds } from '../../common/rounds.js';
import { Config } from '../../config/config.js';
import { StationClient } from '../../ocpp/index.js';
import { TransactionStatusService } from './transaction-status.service.js';
import { TransactionStatuses } from './transaction-statuses.js';
const MINUTE_MS = 60_000;
/** Stations that are asked side by side; each of them one question after the other. */
const AT_ONCE = 8;
/**
 * E14: each minute asks stations about transactions that lack messages or have fallen silent. Which these are follows
 * from what is stored, so that no restart forgets one.
 */
let StatusRounds = StatusRounds_1 = class StatusRounds {
    statuses;
    service;
    client;
    config;
    clock;
    logger = new Logger(StatusRounds_1.name);
    rounds;
    stopped = false;
    constructor(statuses, service, client, config, clock) {
        this.statuses = statuses;
        this.service = service;
        this.client = client;
        this.config = config;
        this.clock = clock;
        this.rounds = new Rounds(clock, MINUTE_MS, () => this.ask(), (error) => this.logger.error(error));
    }
    onApplicationBootstrap() {
        this.rounds.start();
    }
    onModuleDestroy() {
        this.stopped = true;
        this.rounds.stop();
    }
    /** The sockets are closed by now, so that nothing is waited for any more. */
    async beforeApplicationShutdown() {
        await this.rounds.settled();
    }
    async ask() {
        const { silentMinutes } = this.config.transactions;
        const silentSince = silentMinutes === 0 ? null : new Date(this.clock.now().getTime() - silentMinutes * MINUTE_MS);
        const due = await this.statuses.due(silentSince);
        const stations = byStation(due);
        const askNext = async () => {
            for (let next = stations.shift(); next; next = stations.shift())
                await this.askOne(next);
        };
        await Promise.all(Array.from({ length: AT_ONCE }, askNext));
    }
    /** A station that does not answer one question is not asked the others. */
    async askOne(transactions) {
        for (const transaction of transactions) {
            // what is connected elsewhere is asked from there
            if (this.stopped || !this.client.connected(transaction.stationUuid))
                return;
            if (!(await this.statuses.claim(transaction.id)))
                continue;
            try {
                const { state } = await this.service.ask(transaction, BY_ITSELF);
                if (state !== 'answered')
                    return;
            }
            catch (error) {
                // offline, no answer, an error as the answer: the command says so, and it is asked again later
                if (!(error instanceof ProblemError))
                    throw error;
                return;
            }
        }
    }
};
StatusRounds = StatusRounds_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [TransactionStatuses,
        TransactionStatusService,
        StationClient,
        Config,
        Clock])
], StatusRounds);
export { StatusRounds };
function byStation(transactions) {
    const stations = new Map();
    for (const transaction of transactions) {
        const { stationUuid } = transaction;
        stations.set(stationUuid, [...(stations.get(stationUuid) ?? []), transaction]);
    }
    return [...stations.values()];
}
//# sourceMappingURL=status-rounds.js.map