import { Logger } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import { STATUS_CODES } from 'node:http';
import { WebSocketServer } from 'ws';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AdmissionControl } from './admission-control.js';
import { HandshakeService } from './handshake.service.js';
import { retryAfter } from './retry-after.js';
/** Longer than this no station waits for the answer to its handshake. */
const LONGEST_HANDSHAKE_MS = 10_000;
const upgradedRequests = new WeakMap();
/** The station behind an upgraded request. */
export const upgradedFrom = (request) => upgradedRequests.get(request);
function refuse(socket, status, detail, headers = {}) {
    const body = `${detail}\n`;
    const lines = Object.entries({
        Connection: 'close',
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': String(Buffer.byteLength(body)),
        ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}
const tryAgainShortly = (socket) => refuse(socket, 503, 'Try again shortly.', retryAfter());
/**
 * Takes over the HTTP 'upgrade' event: Nest's own adapter matches exact paths only and cannot refuse with a status.
 * Identity, credentials and version are settled before the 101.
 */
export class OcppWsAdapter extends WsAdapter {
    log = new Logger(OcppWsAdapter.name);
    admission;
    handshake;
    config;
    clock;
    /** One for each frame limit and compression; they only make sockets, the server of Nest announces them. */
    makers = new Map();
    listener;
    server;
    /** Handshakes fail, which the log has heard of. */
    failing = false;
    constructor(app) {
        super(app);
        this.admission = app.get(AdmissionControl, { strict: false });
        this.handshake = app.get(HandshakeService, { strict: false });
        this.config = app.get(Config, { strict: false });
        this.clock = app.get(Clock, { strict: false });
    }
    ensureHttpServerExists(port, httpServer) {
        if (this.httpServersRegistry.has(port) || !httpServer)
            return httpServer;
        this.httpServersRegistry.set(port, httpServer);
        this.listener = (request, socket, head) => void this.upgrade(port, request, socket, head);
        this.server = httpServer.on('upgrade', this.listener);
        return httpServer;
    }
    /** Frames are OCPP arrays, read by the gateway; Nest would look for {event, data}. */
    bindMessageHandlers() { }
    async dispose() {
        if (this.listener)
            this.server?.off('upgrade', this.listener);
        await super.dispose();
    }
    async upgrade(port, request, socket, head) {
        const onError = () => socket.destroy();
        socket.on('error', onError);
        const place = this.admission.enter();
        if (!place)
            return tryAgainShortly(socket);
        const leave = () => {
            socket.off('close', leave);
            place.leave();
        };
        socket.on('close', leave);
        try {
            const settled = await this.inTime(this.settle(request, place));
            this.failing = false;
            if (socket.destroyed)
                return;
            if ('status' in settled)
                return refuse(socket, settled.status, settled.detail, settled.headers);
            // the shutdown may have begun while the database was asked, and closes only what was open then
            if (!this.admission.isOpen)
                return tryAgainShortly(socket);
            socket.off('error', onError);
            if ('close' in settled) {
                delete request.headers['sec-websocket-protocol'];
                return this.maker(1024, false).handleUpgrade(request, socket, head, (ws) => ws.close(1002, settled.close));
            }
            upgradedRequests.set(request, { ...settled, leave });
            const limit = settled.station.settings.maxFrameBytes ?? this.config.ocpp.maxFrameBytes;
            const announcer = this.wsServersRegistry.get(port)[0];
            this.maker(limit, settled.choice.version !== '1.6').handleUpgrade(request, socket, head, (ws) => announcer.emit('connection', ws, request));
        }
        catch (error) {
            if (socket.destroyed)
                return;
            // once per outage: thousands of stations may be knocking
            if (!this.failing)
                this.log.error('handshakes fail, stations are asked to come again', { err: error });
            this.failing = true;
            tryAgainShortly(socket);
        }
    }
    /** Settles whose the connection is, then waits for its turn. */
    async settle(request, place) {
        const settled = await this.handshake.settle(request);
        if ('station' in settled && !(await place.turn()))
            throw new Error('the station has hung up');
        return settled;
    }
    inTime(work) {
        return new Promise((resolve, reject) => {
            const tooLate = () => reject(new Error(`not settled within ${LONGEST_HANDSHAKE_MS} ms`));
            const timer = this.clock.after(LONGEST_HANDSHAKE_MS, tooLate);
            void work.then(resolve, reject).finally(() => timer.cancel());
        });
    }
    maker(maxPayload, deflate) {
        const key = `${maxPayload}:${deflate}`;
        let maker = this.makers.get(key);
        if (!maker) {
            maker = new WebSocketServer({
                noServer: true,
                clientTracking: false,
                maxPayload,
                // read, never written; without context takeover an idle connection keeps no window
                perMessageDeflate: deflate && { serverNoContextTakeover: true, clientNoContextTakeover: true },
                handleProtocols: (_offered, request) => upgradedRequests.get(request)?.choice.subprotocol ?? false,
            });
            this.makers.set(key, maker);
        }
        return maker;
    }
}
//# sourceMappingURL=ocpp-ws.adapter.js.map