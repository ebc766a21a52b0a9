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
import { Clock } from '../common/clock.js';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { UnknownError } from '../common/problems.js';
import { Secrets } from '../common/secrets.js';
import { isUuid, uuidv7 } from '../common/uuid.js';
import { maskPayload, StationClient } from '../ocpp/index.js';
import { commandNotCancellable, idempotencyKeyReused, problemOf, stationOffline, versionUnsupported, } from './command-problems.js';
import { CommandRunner } from './command-runner.js';
import { CommandStore } from './command.store.js';
import { assertSendable } from './registration.js';
/** The longest that an operator waits for a station's answer. */
export const ANSWER_WITHIN_MS = 30_000;
/** Asks stations for something on behalf of operators, and keeps what was asked and what came of it. */
let CommandsService = class CommandsService {
    client;
    store;
    runner;
    secrets;
    clock;
    constructor(client, store, runner, secrets, clock) {
        this.client = client;
        this.store = store;
        this.runner = runner;
        this.secrets = secrets;
        this.clock = clock;
    }
    /**
     * Sends a command in the version that the station speaks, and waits for the answer, 30 seconds at most. After that
     * the command goes on: the returned one is then still `queued` or `sent`.
     *
     * Throws a ProblemError: `station-offline`, `station-not-accepted`, `version-unsupported`, `validation-failed`,
     * `idempotency-key-reused` before anything is sent; `station-error`, `station-timeout`, `station-offline`,
     * `station-busy`, `command-cancelled`, with the `commandId`, for a command that has no answer.
     */
    execute(station, definition, input, asked, subject = {}) {
        return this.once(station, asked, subject, ({ version }) => {
            const translation = definition.translation(version);
            if (!translation)
                throw versionUnsupported(definition.name, version);
            const { action } = translation;
            const payload = translation.request(input);
            return { name: definition.name, action, payload, read: (response) => translation.answer(response) };
        });
    }
    /** Sends a payload exactly as it is given. `status` is the response's, where it has one. Errors as in `execute`. */
    call(station, action, payload, asked) {
        const read = ({ status }) => (typeof status === 'string' ? { status } : {});
        return this.once(station, asked, {}, () => ({ name: action, action, payload, read }));
    }
    /**
     * The answer that the same request got before: same operator, route, `Idempotency-Key` and body. For requests that
     * look at state before they command: what they find may have changed through the first one.
     */
    async earlier(asked) {
        return this.earlierUntil(this.deadline(), asked);
    }
    /** Throws 404 `command-unknown`. */
    async find(commandId) {
        const command = isUuid(commandId) ? await this.store.find(commandId) : undefined;
        if (!command)
            throw new UnknownError('command', commandId, 'See GET /stations/{stationId}/commands.');
        return command;
    }
    /** Commands of a station, newest first. */
    async list(stationUuid, { limit, cursor, state, name }) {
        const [before] = decodeCursor(cursor, isUuid) ?? [];
        const commands = await this.store.list(stationUuid, { state, name, before, limit: limit + 1 });
        return pageOf(commands, limit, ({ commandId }) => [commandId]);
    }
    /** Takes back a command that was not sent yet. Throws 409 `command-not-cancellable` for any other. */
    async cancel(commandId) {
        await this.find(commandId);
        const cancelled = await this.store.cancel(commandId);
        const command = await this.find(commandId);
        if (!cancelled)
            throw commandNotCancellable(command);
        return command;
    }
    async once(station, asked, subject, speak, until = this.deadline()) {
        const earlier = await this.earlierUntil(until, asked);
        if (earlier)
            return earlier;
        const connection = this.client.connected(station.id);
        if (!connection)
            throw stationOffline(station.stationId);
        const spoken = speak(connection);
        assertSendable(connection, spoken.action);
        const draft = this.draft(connection, spoken, subject, asked);
        const { payload, read } = spoken;
        const settled = this.runner.run({ draft, epoch: connection.epoch, payload, read });
        // undefined: the same request came a moment earlier and took the key
        return (await this.answerUntil(until, settled, draft.id)) ?? this.once(station, asked, subject, speak, until);
    }
    async earlierUntil(until, asked) {
        const earlier = await this.store.earlier(asked, this.clock.now());
        if (!earlier)
            return undefined;
        if (!this.secrets.isDigestOf(asked.canonicalBody, earlier.bodyHash))
            throw idempotencyKeyReused();
        return this.answerUntil(until, this.runner.settled(earlier.commandId), earlier.commandId);
    }
    deadline() {
        return this.clock.monotonic() + ANSWER_WITHIN_MS;
    }
    /** The command when it is settled, or as it stands at the deadline. Throws its problem, if it has one. */
    async answerUntil(until, settled, commandId) {
        let timer;
        const waited = new Promise((resolve) => {
            timer = this.clock.after(Math.max(0, until - this.clock.monotonic()), () => resolve('waited'));
        });
        const first = await Promise.race([settled, waited]).finally(() => timer?.cancel());
        const command = first === 'waited' ? await this.find(commandId) : first;
        const problem = command && problemOf(command);
        if (problem)
            throw problem;
        return command;
    }
    draft({ stationUuid, version }, { name, action, payload }, { remoteStartId, transactionId }, asked) {
        const { canonicalBody } = asked;
        const createdAt = this.clock.now();
        return {
            id: uuidv7(createdAt.getTime()),
            stationUuid,
            name,
            ocppVersion: version,
            action,
            request: maskPayload(version, action, 'request', payload),
            remoteStartId,
            transactionId,
            asked,
            // keyed: the few possible PIN codes of a start could all be tried against a plain hash
            bodyHash: canonicalBody === undefined ? undefined : this.secrets.digest(canonicalBody),
            createdAt,
        };
    }
};
CommandsService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [StationClient,
        CommandStore,
        CommandRunner,
        Secrets,
        Clock])
], CommandsService);
export { CommandsService };
//# sourceMappingURL=commands.service.js.map