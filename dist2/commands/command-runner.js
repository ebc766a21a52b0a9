var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var CommandRunner_1;
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DomainEvents } from '../common/domain-events.js';
import { ProblemError } from '../common/problems.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { maskPayload, StationClient } from '../ocpp/index.js';
import { refusalOf } from './command-problems.js';
import { CommandStore } from './command.store.js';
import { CommandAnswered } from './events.js';
import { settlementOf } from './settlement.js';
const RECORD_AGAIN_AFTER_MS = 1000;
const RECORD_ATTEMPTS = 300;
const STOP_WITHIN_MS = 3000;
/** Carries commands from their row to the station and the answer back into the row, whether or not somebody waits. */
let CommandRunner = CommandRunner_1 = class CommandRunner {
    client;
    store;
    clock;
    events;
    logger = new Logger(CommandRunner_1.name);
    running = new Map();
    stopped = false;
    constructor(client, store, clock, events) {
        this.client = client;
        this.store = store;
        this.clock = clock;
        this.events = events;
    }
    async onApplicationBootstrap() {
        const ended = await this.store.settleLeftOvers();
        if (ended > 0)
            this.logger.warn(`${ended} commands were under way when TAU stopped; they are ended as "restart"`);
    }
    /** The sockets are closed by now; what was under way still gets its end recorded. */
    async beforeApplicationShutdown() {
        this.stopped = true;
        const waited = new Promise((resolve) => this.clock.after(STOP_WITHIN_MS, resolve));
        await Promise.race([Promise.allSettled(this.running.values()), waited]);
    }
    /** Resolves with the settled command, or undefined where its `Idempotency-Key` belongs to another. */
    run(run) {
        const { id } = run.draft;
        const settled = this.carryOut(run).finally(() => this.running.delete(id));
        this.running.set(id, settled);
        // nobody may be waiting any more when it fails
        settled.catch((error) => error instanceof ProblemError || this.logger.error(error));
        return settled;
    }
    /** The command once it is settled, as far as it runs in this process; otherwise as it stands. */
    async settled(id) {
        return (await this.running.get(id)) ?? this.store.find(id);
    }
    async carryOut({ draft, epoch, payload, read }) {
        if (!(await this.store.insert(draft)))
            return undefined;
        let tried = false;
        const beforeSend = () => {
            tried = true;
            return this.store.claim(draft.id, this.clock.now());
        };
        const outcome = await this.call(draft, payload, { epoch, beforeSend });
        await this.record(draft, settlementOf(masked(draft, outcome), read, tried));
        return this.store.find(draft.id);
    }
    async call({ id, stationUuid, action, ocppVersion }, payload, options) {
        try {
            return await this.client.call(stationUuid, action, payload, options);
        }
        catch (error) {
            await this.store.withdraw(id);
            throw refusalOf(error, action, ocppVersion);
        }
    }
    /** The station has spoken, so its answer outlives a database that is away for a while. */
    async record(draft, settlement) {
        const { id, stationUuid, name, transactionId } = draft;
        if (!(await this.settle(id, settlement)) || settlement.state !== 'answered')
            return;
        const { answer, response, answeredAt } = settlement;
        this.events.emit(new CommandAnswered(id, stationUuid, name, answer?.status, response, answeredAt, transactionId));
    }
    async settle(id, settlement, attempts = RECORD_ATTEMPTS) {
        try {
            return await this.store.settle(id, settlement);
        }
        catch (error) {
            if (attempts <= 1 || this.stopped || !isDatabaseAway(error))
                throw error;
            await new Promise((resolve) => this.clock.after(RECORD_AGAIN_AFTER_MS, resolve));
            return this.settle(id, settlement, attempts - 1);
        }
    }
};
CommandRunner = CommandRunner_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [StationClient,
        CommandStore,
        Clock,
        DomainEvents])
], CommandRunner);
export { CommandRunner };
/** What the station answered, with its secrets masked. */
function masked({ ocppVersion, action }, outcome) {
    switch (outcome.kind) {
        case 'answered': {
            const response = maskPayload(ocppVersion, action, 'response', outcome.response);
            return { ...outcome, response };
        }
        case 'broken-answer':
            return { ...outcome, response: maskPayload(ocppVersion, action, 'response', outcome.response) };
        default:
            return outcome;
    }
}
//# sourceMappingURL=command-runner.js.map