import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { WebSocketServer } from 'ws';
import { SUBPROTOCOLS } from './answers.mjs';

function listenOn(server, onConnection) {
  const sockets = new WebSocketServer({
    server,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => SUBPROTOCOLS.find((known) => offered.has(known)) ?? false,
  });
  sockets.on('connection', onConnection);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => resolve(server.address().port));
  });
}

/**
 * Opens WebSocket servers on free ports of 127.0.0.1.
 * @param tls {{ certFile: string, keyFile: string } | undefined} files for a second one over TLS
 */
export async function listen(onConnection, tls) {
  const port = await listenOn(createServer(), onConnection);
  if (!tls) return { port };
  const server = createTlsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) });
  return { port, tlsPort: await listenOn(server, onConnection) };
}
