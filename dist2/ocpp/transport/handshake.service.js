var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var HandshakeService_1;
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { StationDirectory } from '../ports.js';
import { Connections } from './connections.js';
import { chooseVersion, credentialsIn, identityIn, offeredIn } from './handshake.js';
import { ReconnectLimiter } from './reconnect-limiter.js';
import { retryAfter } from './retry-after.js';
const REFUSALS = {
    'unknown-identity': { status: 404, detail: 'This identity is not registered.' },
    'no-credentials': { status: 401, detail: 'HTTP Basic credentials are required.' },
    'wrong-user': { status: 401, detail: 'The user name must be the identity in the URL.' },
    'wrong-password': { status: 401, detail: 'The credentials are wrong.' },
    'insecure-transport': { status: 401, detail: 'This station must connect over TLS.' },
    'too-many-failures': { status: 429, detail: 'Too many wrong credentials.', headers: { 'Retry-After': '60' } },
    'no-common-version': { status: 400, detail: 'None of the offered subprotocols is enabled.' },
    'starting-or-stopping': { status: 503, detail: 'Try again shortly.' },
};
const HANDSHAKE_PING_MS = 5000;
/** Settles path, credentials and version of an upgrade request, in this order, before the 101. */
let HandshakeService = HandshakeService_1 = class HandshakeService {
    directory;
    connections;
    config;
    clock;
    logger = new Logger(HandshakeService_1.name);
    reconnects;
    constructor(directory, connections, config, clock) {
        this.directory = directory;
        this.connections = connections;
        this.config = config;
        this.clock = clock;
        this.reconnects = new ReconnectLimiter(config.ocpp.maxReconnects, () => clock.monotonic());
    }
    async settle(request) {
        const found = identityIn(request.url ?? '/');
        if (found === 'elsewhere')
            return { status: 404, detail: 'Stations connect to /ocpp/{stationId}.' };
        if (found === 'malformed')
            return { status: 400, detail: 'The identity is not percent-encoded correctly.' };
        const { identity } = found;
        const remoteAddress = request.socket.remoteAddress ?? '';
        const refuse = (reason) => this.refuse(identity, remoteAddress, reason);
        const admission = await this.directory.admit({
            identity,
            credentials: credentialsIn(request.headers.authorization, identity),
            remoteAddress,
            secure: request.socket.encrypted === true,
        });
        if (!admission.admitted)
            return refuse(admission.reason);
        const { station } = admission;
        const allowed = station.settings.allowedVersions;
        const enabled = this.config.ocpp.versions.filter((version) => allowed?.includes(version) ?? true);
        const offered = offeredIn(request.headers['sec-websocket-protocol']);
        const choice = chooseVersion(offered, enabled, station.settings.enabledRules);
        if (!choice) {
            const refusal = refuse('no-common-version');
            return this.config.ocpp.subprotocolMismatch === 'close' ? { close: 'no-common-version' } : refusal;
        }
        if (station.settings.securityProfile === 0 && (await this.isAlive(station.id))) {
            return refuse('starting-or-stopping');
        }
        return this.tooSoon(station) ?? { station, choice, remoteAddress };
    }
    /** A station that connects over and over is slowed down, so that the others do not feel it. */
    tooSoon({ id, stationId }) {
        const tooSoon = this.reconnects.count(id);
        if (!tooSoon)
            return undefined;
        this.directory.ruleApplied(id, 'reconnects-too-often');
        if (tooSoon.isNews)
            this.logger.warn('a station connects too often, it is slowed down', { stationId });
        const seconds = Math.ceil(tooSoon.waitMs / 1000);
        return { status: 429, detail: 'This station connects too often.', headers: { 'Retry-After': String(seconds) } };
    }
    /** A station without credentials proves nothing by connecting: its present socket stays if it still answers. */
    isAlive(stationUuid) {
        const socket = this.connections.of(stationUuid)?.socket;
        if (!socket || socket.readyState !== socket.OPEN)
            return Promise.resolve(false);
        // it has sent more than can be worked off, and while it is paused its pong could not be read
        if (socket.isPaused)
            return Promise.resolve(true);
        return new Promise((resolve) => {
            const answered = () => {
                timer.cancel();
                resolve(true);
            };
            const timer = this.clock.after(HANDSHAKE_PING_MS, () => {
                socket.off('pong', answered);
                resolve(false);
            });
            socket.once('pong', answered);
            socket.ping();
        });
    }
    refuse(identity, remoteAddress, reason) {
        this.logger.warn('a station was refused', { identity: identity.slice(0, 64), remoteAddress, reason });
        this.directory.refused({ identity, remoteAddress }, reason);
        const refusal = REFUSALS[reason];
        const hidden = this.config.ocpp.hideUnknown && reason === 'unknown-identity';
        const { status, detail, headers } = hidden ? REFUSALS['wrong-password'] : refusal;
        if (status === 503)
            return { status, detail, headers: retryAfter() };
        return status === 401
            ? { status, detail, headers: { 'WWW-Authenticate': 'Basic realm="ocpp", charset="UTF-8"' } }
            : { status, detail, ...(headers && { headers }) };
    }
};
HandshakeService = HandshakeService_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [StationDirectory,
        Connections,
        Config,
        Clock])
], HandshakeService);
export { HandshakeService };
//# sourceMappingURL=handshake.service.js.map