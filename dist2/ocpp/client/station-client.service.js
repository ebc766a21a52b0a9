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
import { randomUUID } from 'node:crypto';
import { expectedAfter } from '../dispatch/registration-gate.js';
import { OcppError } from '../errors.js';
import { encodeCall, encodeResult } from '../framing/frame.js';
import { isCsmsAction } from '../messages/actions.js';
import { MessageLog } from '../ports.js';
import { Connections } from '../transport/connections.js';
import { maskFrame } from '../validation/mask-frame.js';
import { maskPayload } from '../validation/masking.js';
import { checkOurs, checkStationResponse } from '../validation/validator.js';
import { StationClient } from './station-client.js';
/** Calls stations over the sockets of this process. */
let LocalStationClient = class LocalStationClient extends StationClient {
    connections;
    messages;
    constructor(connections, messages) {
        super();
        this.connections = connections;
        this.messages = messages;
    }
    connected(stationUuid) {
        const connection = this.connections.of(stationUuid);
        return connection?.isOpen && connection.epoch > 0n ? connection : undefined;
    }
    call(stationUuid, action, payload, { epoch, ...options } = {}) {
        const connection = this.connections.of(stationUuid);
        const isMeant = epoch === undefined || connection?.epoch === epoch;
        if (!connection?.isOpen || !isMeant)
            return Promise.resolve({ kind: 'disconnected', sentAt: undefined });
        const { version } = connection;
        if (!isCsmsAction(version, action)) {
            throw new OcppError('NotSupported', `The CSMS cannot send ${action} in OCPP ${version}`);
        }
        const broken = checkOurs(version, action, 'request', payload);
        if (broken)
            throw broken;
        const messageId = randomUUID();
        const text = encodeCall(messageId, action, payload);
        return new Promise((resolve) => connection.outbound.add({
            ...options,
            messageId,
            text,
            read: (reply, sentAt, answeredAt) => this.read(connection, action, payload, reply, sentAt, answeredAt),
            settle: (outcome, sentAt, reply) => {
                if (sentAt)
                    this.record(connection, messageId, action, text, payload, outcome, sentAt, reply);
                resolve(outcome);
            },
        }));
    }
    disconnect(stationUuid, code, reason) {
        this.connections.of(stationUuid)?.socket.close(code, reason);
    }
    changeSettings(stationUuid, settings) {
        const connection = this.connections.of(stationUuid);
        if (connection)
            connection.station = { ...connection.station, settings };
    }
    changeRegistration(stationUuid, decision) {
        const connection = this.connections.of(stationUuid);
        if (connection)
            connection.decision = decision;
    }
    read(connection, action, request, reply, sentAt, answeredAt) {
        if (reply.type === 'error') {
            const { code, description, details } = reply;
            return { kind: 'call-error', code, description, details, sentAt, answeredAt };
        }
        const checked = checkStationResponse(connection.version, action, reply.payload);
        if (!checked.ok) {
            return { kind: 'broken-answer', response: reply.payload, reason: checked.reason, sentAt, answeredAt };
        }
        const expected = checked.payload['status'] === 'Accepted' ? expectedAfter(action, request) : undefined;
        if (expected)
            connection.expected.add(expected);
        return { kind: 'answered', response: checked.payload, sentAt, answeredAt };
    }
    record(connection, messageId, action, text, payload, outcome, sentAt, reply) {
        this.messages.record({
            stationUuid: connection.stationUuid,
            version: connection.version,
            direction: 'to-station',
            action,
            messageId,
            request: maskFrame(connection.version, { wireId: messageId, action, payload }, Buffer.from(text)),
            response: reply && this.evidence(connection, action, messageId, reply),
            outcome: outcome.kind === 'call-error' ? outcome.code : outcome.kind,
            receivedAt: sentAt,
            answeredAt: 'answeredAt' in outcome ? outcome.answeredAt : undefined,
        });
    }
    /** An answer as it may be kept: a station may tell its own secrets. */
    evidence(connection, action, messageId, reply) {
        if (reply.type === 'error')
            return reply.frame;
        const masked = maskPayload(connection.version, action, 'response', reply.payload);
        return masked === reply.payload ? reply.frame : Buffer.from(encodeResult(messageId, masked));
    }
};
LocalStationClient = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Connections,
        MessageLog])
], LocalStationClient);
export { LocalStationClient };
//# sourceMappingURL=station-client.service.js.map