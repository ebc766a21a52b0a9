import { EventEmitter } from 'node:events';
import { WebSocket } from 'ws';
import { ConnectionRefusedError } from './errors.js';
/** How long the other side may take to say goodbye. */
const CLOSE_TIMEOUT_MS = 1000;
/** The line to the CSMS: one WebSocket, opened again with growing pauses for as long as it is wanted. */
export class Link extends EventEmitter {
    options;
    socket;
    connecting;
    wanted = false;
    failures = 0;
    retry;
    constructor(options) {
        super();
        this.options = options;
    }
    get isOpen() {
        return this.socket?.readyState === WebSocket.OPEN;
    }
    /** Connects now. Rejects with ConnectionRefusedError where that fails, and does not try again by itself. */
    async open() {
        if (this.isOpen)
            return;
        await this.connect();
        this.wanted = true;
    }
    /** Hangs up and connects anew, again and again if need be. */
    async reopen() {
        await this.close();
        this.wanted = true;
        await this.connect().catch((error) => this.connectLater(error));
    }
    send(text) {
        this.socket?.send(text);
    }
    /** Loses the line, as a broken network would; it comes back by itself. */
    drop() {
        this.socket?.terminate();
    }
    /**
     * Hangs up; the line stays down until it is opened again. Resolves when the socket is closed.
     * @param abruptly without a word to the other side, as when the power goes
     */
    async close(abruptly = false) {
        this.wanted = false;
        this.retry?.cancel();
        const socket = this.socket;
        if (!socket || socket.readyState === WebSocket.CLOSED)
            return;
        await new Promise((done) => {
            socket.once('close', () => done());
            if (abruptly)
                return socket.terminate();
            socket.close(1000);
            setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
        });
    }
    connect() {
        this.retry?.cancel();
        this.connecting ??= this.handshake().finally(() => (this.connecting = undefined));
        return this.connecting;
    }
    async handshake() {
        const { url, stationId, subprotocols, password } = this.options;
        const secret = await password();
        const credentials = Buffer.from(`${stationId}:${secret}`).toString('base64');
        const socket = new WebSocket(`${url}/${encodeURIComponent(stationId)}`, [...subprotocols], {
            headers: secret === undefined ? {} : { authorization: `Basic ${credentials}` },
            perMessageDeflate: false,
            handshakeTimeout: 10_000,
        });
        this.socket = socket;
        // listens before the handshake is over: the CSMS may speak first
        socket.on('message', (data) => this.emit('text', data.toString()));
        await new Promise((open, refuse) => {
            socket.once('open', open);
            socket.once('unexpected-response', (request, response) => {
                request.destroy();
                refuse(new ConnectionRefusedError(response.statusCode, `HTTP ${response.statusCode} ${response.statusMessage}`));
            });
            socket.on('error', (error) => refuse(new ConnectionRefusedError(undefined, explain(error))));
        });
        this.failures = 0;
        socket.on('close', (code, reason) => this.lost(code, reason.toString()));
        this.emit('open');
    }
    lost(code, reason) {
        this.emit('close', code, reason);
        if (this.wanted)
            this.connectLater(new Error(`closed with ${code}${reason ? ` (${reason})` : ''}`));
    }
    /** Waits longer with every failure, and never exactly as long as the station next door. */
    connectLater(why) {
        if (!this.wanted)
            return;
        const { minMs, maxMs } = this.options.backOff;
        const pause = Math.min(maxMs, minMs * 2 ** this.failures++) * (1 + Math.random() / 4);
        this.emit('waiting', pause, why instanceof Error ? why.message : String(why));
        this.retry = this.options.clock.after(pause, () => {
            this.connect().catch((error) => this.connectLater(error));
        });
    }
}
function explain(error) {
    const code = error.code ?? error.errors?.[0]?.code;
    return code && !error.message.includes(code) ? `${error.message} ${code}`.trim() : error.message;
}
//# sourceMappingURL=link.js.map