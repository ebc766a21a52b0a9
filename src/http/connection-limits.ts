import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';

/** A body may take as long as it moves on: a firmware image over a slow line takes the better part of an hour. */
const REQUEST_WITHIN_MS = 3_600_000;
const SILENT_MS = 120_000;
const LARGEST_HEADERS = 16 * 1024;
/** Requests that are under way when the server is closed; whoever still uploads then would hold it up for an hour. */
const ANSWERED_WITHIN_MS = 3000;

export interface ConnectionLimits {
  /** For a connection to say what it wants: the headers of its request, from its first byte or the lack of one. */
  readonly headersWithinMs?: number;
  /** Connections that have not yet said what they want; of more, the oldest are closed. */
  readonly mostSilent?: number;
  /** For requests that are under way when the server is closed. */
  readonly answeredWithinMs?: number;
}

/**
 * Bounds what anybody can take from us before they have said who they are, and for how long they can keep the server
 * from closing. To be called before the server listens.
 * WebSockets are bound by rules of their own: once a connection is upgraded, none of this concerns it.
 */
export function limitConnections(
  server: Server,
  { headersWithinMs = 5000, mostSilent = 4096, answeredWithinMs = ANSWERED_WITHIN_MS }: ConnectionLimits = {},
): void {
  Object.assign(server, {
    headersTimeout: headersWithinMs,
    connectionsCheckingInterval: headersWithinMs / 10,
    maxHeaderSize: LARGEST_HEADERS,
    requestTimeout: REQUEST_WITHIN_MS,
    timeout: SILENT_MS,
  });
  const silent = new Set<Socket>();
  function closed(this: Socket): void {
    silent.delete(this);
  }
  // over TLS it is the decrypted socket that makes requests
  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Socket) => {
    silent.add(socket.once('close', closed));
    if (silent.size <= mostSilent) return;
    const [oldest] = silent;
    silent.delete(oldest!);
    oldest!.destroy();
  });
  server.prependListener('request', ({ socket }) => void silent.delete(socket));
  server.prependListener('upgrade', ({ socket }) => void silent.delete(socket));
  // Node waits for all connections then, also for those that say nothing, and has stopped looking after them
  const close = server.close.bind(server);
  server.close = (closed) => {
    for (const socket of silent) socket.destroy();
    const answered = setInterval(() => server.closeIdleConnections(), 50).unref();
    const late = setTimeout(() => server.closeAllConnections(), answeredWithinMs).unref();
    server.once('close', () => {
      clearInterval(answered);
      clearTimeout(late);
    });
    return close(closed);
  };
}
