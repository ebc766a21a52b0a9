var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var Dispatcher_1;
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { NotKeptError, OcppError } from '../errors.js';
import { encodeError, encodeResult } from '../framing/frame.js';
import { isKnownAction } from '../messages/actions.js';
import { MessageLog, StationDirectory } from '../ports.js';
import { maskFrame } from '../validation/mask-frame.js';
import { checkOurs, checkStationRequest } from '../validation/validator.js';
import { DispatchedCall } from './dispatched-call.js';
import { OcppRegistry } from './ocpp-registry.service.js';
import { isTransactionAction, mayCall } from './registration-gate.js';
const TRY_AGAIN_LATER = 1013;
/** The one place that validates a CALL, hands it to its block, and turns what comes back into the answer. */
let Dispatcher = Dispatcher_1 = class Dispatcher {
    registry;
    directory;
    messages;
    clock;
    config;
    logger = new Logger(Dispatcher_1.name);
    constructor(registry, directory, messages, clock, config) {
        this.registry = registry;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
        this.config = config;
    }
    /** Answers the CALL, or leaves it unanswered where it could not be kept. Never throws. */
    dispatch(connection, call) {
        const jobs = [];
        let result;
        try {
            result = this.handle(connection, call, jobs);
        }
        catch (error) {
            return this.fail(connection, call, error);
        }
        if (!(result instanceof Promise))
            return this.respond(connection, call, result, jobs);
        const answer = (response) => this.respond(connection, call, response, jobs);
        const fail = (error) => this.fail(connection, call, error);
        // a transaction message is kept, or left unanswered so that the station keeps it: never refused for lack of time
        if (isTransactionAction(call.frame.action))
            return result.then(answer, fail);
        return this.inTime(result, answer, fail);
    }
    /**
     * No station should wait for ever because the database does: a CALL that its handler does not finish in time is
     * answered with InternalError. What the handler does later holds, what it returns later is dropped.
     */
    inTime(result, answer, fail) {
        return new Promise((resolve) => {
            let isAnswered = false;
            const once = (say) => {
                if (isAnswered)
                    return;
                isAnswered = true;
                timer.cancel();
                say();
                resolve();
            };
            const tooLate = () => fail(new OcppError('InternalError', 'The CSMS could not handle this message in time'));
            const timer = this.clock.after(this.config.ocpp.answerBoundSeconds * 1000, () => once(tooLate));
            result.then((response) => once(() => answer(response)), (error) => once(() => fail(error)));
        });
    }
    handle(connection, call, jobs) {
        const { action, payload } = call.frame;
        const handler = this.handlerOf(connection, action);
        const checked = checkStationRequest(connection.version, action, payload, {
            receivedAt: call.receivedAt,
            disabledRules: connection.station.settings.disabledRules,
        });
        if (!checked.ok)
            throw checked.error;
        const rules = call.frame.rules ? [...call.frame.rules, ...checked.rules] : checked.rules;
        for (const rule of rules)
            this.directory.ruleApplied(connection.stationUuid, rule);
        return handler(checked.payload, new DispatchedCall(connection, call, jobs, rules, checked.needsReview));
    }
    handlerOf(connection, action) {
        const { version } = connection;
        const handler = this.registry.get(version, action);
        if (!handler) {
            throw isKnownAction(version, action)
                ? new OcppError('NotSupported', `${action} is not handled here in OCPP ${version}`)
                : new OcppError('NotImplemented', `OCPP ${version} has no action ${action.slice(0, 50)}`);
        }
        if (!mayCall(connection, action)) {
            throw new OcppError('SecurityError', 'Send a BootNotification and wait until it is accepted');
        }
        return handler;
    }
    respond(connection, call, response, jobs) {
        let text;
        try {
            text = this.textOf(connection, call, response);
        }
        catch (error) {
            return this.fail(connection, call, error);
        }
        this.send(connection, call, { text, outcome: 'answered' });
        for (const job of jobs)
            void this.follow(job);
    }
    textOf({ version }, { frame }, response) {
        const broken = checkOurs(version, frame.action, 'response', response);
        if (broken)
            throw new Error(`our ${frame.action} answer: ${broken.message}`);
        return encodeResult(frame.wireId, response);
    }
    fail(connection, call, error) {
        const { stationId, version } = connection;
        const { action, wireId } = call.frame;
        if (error instanceof NotKeptError && isTransactionAction(action)) {
            // silence makes the station keep the message and send it again
            this.logger.error('not kept, left unanswered', { stationId, action, err: error });
            this.log(connection, call, undefined, 'NotKept');
            return connection.socket.close(TRY_AGAIN_LATER, 'the message could not be stored');
        }
        const refusal = error instanceof OcppError ? error : new OcppError('InternalError', 'The CSMS failed to handle this message');
        if (refusal !== error)
            this.logger.error('a message could not be handled', { stationId, action, err: error });
        this.send(connection, call, {
            text: encodeError(wireId, version, refusal.code, refusal.message, refusal.details),
            outcome: refusal.code,
        });
    }
    send(connection, call, answer) {
        connection.send(answer.text);
        this.log(connection, call, answer.text, answer.outcome);
    }
    /** The station has its answer by now: that it cannot be noted must not bring it a second one. */
    log(connection, call, response, outcome) {
        try {
            this.record(connection, call, response, outcome);
        }
        catch (error) {
            this.logger.error('a message could not be logged', { stationId: connection.stationId, err: error });
        }
    }
    record(connection, call, response, outcome) {
        const { stationUuid, version } = connection;
        const { frame, bytes, receivedAt } = call;
        if (frame.action === 'Heartbeat' && outcome === 'answered') {
            return this.messages.heartbeat(stationUuid, version, receivedAt);
        }
        this.messages.record({
            stationUuid,
            version,
            direction: 'from-station',
            action: frame.action,
            messageId: frame.messageId,
            request: call.storedAs === undefined ? maskFrame(version, frame, bytes) : undefined,
            storedAs: call.storedAs,
            response,
            outcome,
            receivedAt,
            answeredAt: response === undefined ? undefined : this.clock.now(),
        });
    }
    async follow(job) {
        try {
            await job();
        }
        catch (error) {
            this.logger.error('what should follow an answer failed', { err: error });
        }
    }
};
Dispatcher = Dispatcher_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [OcppRegistry,
        StationDirectory,
        MessageLog,
        Clock,
        Config])
], Dispatcher);
export { Dispatcher };
//# sourceMappingURL=dispatcher.js.map