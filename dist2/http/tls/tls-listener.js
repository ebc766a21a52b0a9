var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable, Logger, } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { Clock } from '../../common/clock.js';
import { StartError } from '../../common/start-error.js';
import { Config } from '../../config/config.js';
import { limitConnections } from '../connection-limits.js';
import { explainListenFailure } from '../listen-failure.js';
import { CertificateWatch } from './certificate-watch.js';
import { gateHandshakes } from './gate-handshakes.js';
import { secureContext } from './secure-context.js';
import { noteFailedHandshake } from './failed-handshakes.js';
/**
 * TLS_PORT: the same REST and the same stations as on the plain port, which stays open beside it. Everything that
 * arrives here is handed to the plain server's listeners, so there is one application with two doors.
 */
let TlsListener = class TlsListener {
    host;
    config;
    clock;
    logger = new Logger('TLS');
    server;
    gate;
    watch;
    constructor(host, config, clock) {
        this.host = host;
        this.config = config;
        this.clock = clock;
    }
    /** The port in use; undefined without TLS_PORT. */
    get port() {
        return this.server?.address()?.port;
    }
    /** @throws StartError where the certificates or the port cannot be used */
    async onApplicationBootstrap() {
        const { tls, http } = this.config;
        if (!tls)
            return;
        this.watch = new CertificateWatch(tls, this.clock, (certificates) => this.server?.setSecureContext(secureContext(certificates)));
        this.warnOfMissingSuites(this.watch.certificates);
        const handshakeMs = tls.handshakeTimeoutSeconds * 1000;
        const server = this.open(this.watch.certificates, handshakeMs);
        this.server = server;
        this.gate = gateHandshakes(server, this.clock, { silentMs: handshakeMs });
        try {
            await once(server.listen(tls.port, http.host), 'listening');
        }
        catch (error) {
            const explained = explainListenFailure(error, 'TLS_PORT');
            throw explained === undefined ? error : new StartError(explained, { cause: error });
        }
        server.on('error', (error) => this.logger.error(error));
        this.logger.log(`TLS is served on port ${this.port}`);
    }
    /** Stations have been let go by now; nothing new begins. */
    beforeApplicationShutdown() {
        this.watch?.stop();
    }
    async onApplicationShutdown() {
        const { server } = this;
        this.gate?.close();
        if (!server?.listening)
            return;
        await new Promise((resolve) => server.close(resolve));
    }
    open(certificates, handshakeTimeout) {
        const plain = this.host.httpAdapter.getHttpServer();
        const server = createServer({
            ...secureContext(certificates),
            handshakeTimeout,
            // HTTP/1.1 is all there is. Else Node keeps a copy of that list for each connection, and with it a buffer of 8 KiB.
            ALPNProtocols: [],
        });
        limitConnections(server);
        return server
            .on('request', (request, response) => plain.emit('request', request, response))
            .on('upgrade', (request, socket, head) => plain.emit('upgrade', request, socket, head))
            .on('tlsClientError', noteFailedHandshake);
    }
    warnOfMissingSuites(certificates) {
        for (const [keyType, name] of [
            ['rsa', 'RSA'],
            ['ec', 'ECDSA'],
        ]) {
            if (certificates.some((certificate) => certificate.keyType === keyType))
                continue;
            this.logger.warn(`no certificate with an ${name} key: stations whose suites need one cannot connect over TLS`);
        }
    }
};
TlsListener = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [HttpAdapterHost,
        Config,
        Clock])
], TlsListener);
export { TlsListener };
//# sourceMappingURL=tls-listener.js.map