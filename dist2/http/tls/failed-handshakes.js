import { Logger } from '@nestjs/common';
const logger = new Logger('TLS');
/**
 * One line about a TLS handshake that failed: an old version, no common suite, too slow. Who it was nobody can know yet.
 * Whoever only tries whether the port is open, as balancers do, is no news. [OCPP 2.0.1 A00.FR.323]
 */
export function noteFailedHandshake(error, socket) {
    const { code, message } = error;
    const line = { remoteAddress: socket.remoteAddress, reason: code ?? message };
    if (code === 'ECONNRESET')
        logger.debug('a TLS handshake was left off', line);
    else
        logger.warn('a TLS handshake failed', line);
    socket.destroy();
}
//# sourceMappingURL=failed-handshakes.js.map