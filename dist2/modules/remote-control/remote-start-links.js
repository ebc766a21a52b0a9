var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var RemoteStartLinks_1;
import { Injectable, Logger, } from '@nestjs/common';
import { CommandAnswered, CommandLinks } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { RemoteStartSeen, TransactionStarted, TransactionRecords } from '../transactions/index.js';
import { cameOf, START_WITHIN_MS } from './came-of.js';
import { StartedTransactions } from './started-transactions.js';
const MINUTE_MS = 60_000;
/** Longer than a request to start can wait for its turn, its answer and its transaction. */
const RECENT_MS = 3 * START_WITHIN_MS;
/** How far back links are looked for that a crash may have lost. */
const LOOK_BACK_MS = 24 * 60 * MINUTE_MS;
/**
 * Finds the transaction that came of each accepted request to start. Events give the link at once; what they cannot
 * give (a crash, a transaction that was faster than the answer) is found again from what is stored.
 */
let RemoteStartLinks = RemoteStartLinks_1 = class RemoteStartLinks {
    links;
    transactions;
    startedTransactions;
    events;
    clock;
    logger = new Logger(RemoteStartLinks_1.name);
    /** Stations that accepted a start and have not begun it, with the time until which that may come. */
    awaited = new Map();
    turn = Promise.resolve();
    timer;
    constructor(links, transactions, startedTransactions, events, clock) {
        this.links = links;
        this.transactions = transactions;
        this.startedTransactions = startedTransactions;
        this.events = events;
        this.clock = clock;
    }
    onModuleInit() {
        this.events.on(CommandAnswered, (answered) => this.inTurn(() => this.answered(answered)));
        this.events.on(TransactionStarted, (started) => this.inTurn(() => this.started(started)));
        this.events.on(RemoteStartSeen, (seen) => this.inTurn(() => this.named(seen.remoteStartId, seen)));
    }
    async onApplicationBootstrap() {
        await this.inTurn(() => this.sweep(LOOK_BACK_MS));
        this.timer = this.clock.every(MINUTE_MS, () => void this.inTurn(() => this.sweep(RECENT_MS)));
    }
    async onModuleDestroy() {
        this.timer?.cancel();
        await this.turn;
    }
    async answered({ commandId, stationUuid, name, status, response }) {
        if (name !== 'RequestStartTransaction' || status !== 'Accepted')
            return;
        const { transactionId } = response;
        // [OCPP 2.0.1 F01] with the cable plugged first there is a transaction already, and the answer names it
        if (typeof transactionId === 'string') {
            const known = await this.transactions.byOcppId(stationUuid, transactionId);
            if (known)
                return this.link(commandId, known);
        }
        this.awaited.set(stationUuid, this.clock.monotonic() + START_WITHIN_MS);
        // the transaction may have begun before the answer was recorded
        await this.sweep(RECENT_MS, stationUuid);
    }
    async started(started) {
        const { stationUuid, remoteStartId } = started;
        if (remoteStartId !== undefined)
            return this.named(remoteStartId, started);
        if ((this.awaited.get(stationUuid) ?? 0) > this.clock.monotonic())
            return this.sweep(RECENT_MS, stationUuid);
        this.awaited.delete(stationUuid);
    }
    /** [OCPP 2.0.1 F01.FR.19, F01.FR.25, F02.FR.01] the transaction carries the number of the request */
    async named(remoteStartId, { stationUuid, transactionId }) {
        const commandId = await this.links.byRemoteStartId(stationUuid, remoteStartId);
        if (commandId)
            await this.link(commandId, transactionId);
    }
    /** Looks through what is stored for the transactions of accepted requests to start. */
    async sweep(lookBackMs, stationUuid) {
        const since = new Date(this.clock.now().getTime() - lookBackMs);
        for (const start of await this.links.unlinkedStarts(since, stationUuid)) {
            const candidates = await this.startedTransactions.since(start.stationUuid, start.sentAt);
            const transaction = candidates.find((candidate) => cameOf(start, candidate));
            if (transaction)
                await this.link(start.commandId, transaction.id);
        }
    }
    /** The transaction first: a crash between the two is seen by the next sweep. */
    async link(commandId, transactionId) {
        await this.transactions.linkToCommand(transactionId, commandId);
        await this.links.link(commandId, transactionId);
    }
    /** One at a time, so that two transactions never get the same command. */
    inTurn(job) {
        this.turn = this.turn.then(job).catch((error) => this.logger.error(error));
        return this.turn;
    }
};
RemoteStartLinks = RemoteStartLinks_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [CommandLinks,
        TransactionRecords,
        StartedTransactions,
        DomainEvents,
        Clock])
], RemoteStartLinks);
export { RemoteStartLinks };
//# sourceMappingURL=remote-start-links.js.map