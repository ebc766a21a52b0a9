import { WebSocketServer } from 'ws';
import { SUBPROTOCOLS } from './answers.mjs';

/** Opens a WebSocket server on a free port of 127.0.0.1; resolves with the port. */
export function listen(onConnection) {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    backlog: 4096,
    perMessageDeflate: false,
    handleProtocols: (offered) => SUBPROTOCOLS.find((known) => offered.has(known)) ?? false,
  });
  server.on('connection', onConnection);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve(server.address().port));
  });
}
