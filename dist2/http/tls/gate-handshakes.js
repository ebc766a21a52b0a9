import { HandshakeGate } from './handshake-gate.js';
/**
 * Puts a gate between the arrival of a connection and its handshake, which Node would begin at once. To be called before
 * the server listens.
 */
export function gateHandshakes(server, clock, limits) {
    const begins = server.listeners('connection');
    const gate = new HandshakeGate(clock, (socket) => {
        for (const begin of begins)
            begin.call(server, socket);
    }, limits);
    // exactly one of these follows on each handshake, however it ends
    server.on('secureConnection', () => gate.ended()).on('tlsClientError', () => gate.ended());
    server.removeAllListeners('connection').on('connection', (socket) => gate.enter(socket));
    return gate;
}
//# sourceMappingURL=gate-handshakes.js.map