import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

export interface Knock {
  /** Subprotocols to offer, the most wanted first. */
  readonly offers: readonly string[];
  /** HTTP Basic; none unless given. A password may be bytes that are no text. */
  readonly user?: string;
  readonly password?: string | Buffer;
}

/** What a handshake came to. */
export interface HandshakeAnswer {
  /** 101 where the connection was upgraded. */
  readonly status: number;
  /** The header Sec-WebSocket-Protocol of the answer. */
  readonly protocol: string | undefined;
}

/**
 * Asks for an upgrade with exactly these headers, which a WebSocket client would correct or hide. What was opened is
 * closed again.
 * @param url where the station connects, its id included
 */
export function knock(url: string, { offers, user, password }: Knock): Promise<HandshakeAnswer> {
  const credentials = user !== undefined && Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password ?? '')]);
  return new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws/, 'http'), {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        'Sec-WebSocket-Protocol': offers.join(','),
        ...(credentials && { Authorization: `Basic ${credentials.toString('base64')}` }),
      },
    });
    asked.on('upgrade', ({ statusCode, headers }, socket) => {
      socket.destroy();
      resolve({ status: statusCode ?? 0, protocol: headers['sec-websocket-protocol'] });
    });
    asked.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, protocol: response.headers['sec-websocket-protocol'] });
    });
    asked.on('error', reject);
    asked.end();
  });
}
