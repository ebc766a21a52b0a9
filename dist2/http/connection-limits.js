import { Server as TlsServer } from 'node:tls';
/** A body may take as long as it moves on: a firmware image over a slow line takes the better part of an hour. */
const REQUEST_WITHIN_MS = 3_600_000;
const SILENT_MS = 120_000;
const LARGEST_HEADERS = 16 * 1024;
/**
 * Bounds what anybody can take from us before they have said who they are. To be called before the server listens.
 * WebSockets are bound by rules of their own: once a connection is upgraded, none of this concerns it.
 */
export function limitConnections(server, { headersWithinMs = 5000, mostSilent = 4096 } = {}) {
    Object.assign(server, {
        headersTimeout: headersWithinMs,
        connectionsCheckingInterval: headersWithinMs / 10,
        maxHeaderSize: LARGEST_HEADERS,
        requestTimeout: REQUEST_WITHIN_MS,
        timeout: SILENT_MS,
    });
    const silent = new Set();
    function closed() {
        silent.delete(this);
    }
    // over TLS it is the decrypted socket that makes requests
    server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket) => {
        silent.add(socket.once('close', closed));
        if (silent.size <= mostSilent)
            return;
        const [oldest] = silent;
        silent.delete(oldest);
        oldest.destroy();
    });
    server.prependListener('request', ({ socket }) => void silent.delete(socket));
    server.prependListener('upgrade', ({ socket }) => void silent.delete(socket));
}
//# sourceMappingURL=connection-limits.js.map