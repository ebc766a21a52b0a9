import { randomBytes } from 'node:crypto';
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';

export interface Knock {
  /** Subprotocols to offer, the most wanted first; without them the header is left out. */
  readonly offers?: readonly string[];
  /** HTTP Basic; none unless given. A password may be bytes that are no text. */
  readonly user?: string;
  readonly password?: string | Buffer;
  /** Goes before what is said above; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What a handshake came to. */
export interface HandshakeAnswer {
  /** 101 where the connection was upgraded. */
  readonly status: number;
  /** The header Sec-WebSocket-Protocol of the answer. */
  readonly protocol: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Asks for an upgrade with exactly these headers, which a WebSocket client would correct or hide. What was opened is
 * closed again.
 * @param url where the station connects, its id included
 */
export function knock(url: string, { offers, user, password, headers }: Knock): Promise<HandshakeAnswer> {
  const credentials = user !== undefined && Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password ?? '')]);
  const all = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Protocol': offers?.join(','),
    Authorization: credentials ? `Basic ${credentials.toString('base64')}` : undefined,
    ...headers,
  };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const [, scheme, host, path] = /^ws(s?)(:\/\/[^/]+)(.*)$/.exec(url)!;
  const request = scheme ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    // the path as it stands: a URL would tidy up what is to be tried
    const asked = request(`http${scheme}${host}`, { path, headers: said, rejectUnauthorized: false });
    const tell = (status = 0, answered: IncomingHttpHeaders): void =>
      resolve({ status, protocol: answered['sec-websocket-protocol'], headers: answered });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      tell(response.statusCode, response.headers);
    });
    asked.on('response', (response) => {
      response.resume();
      tell(response.statusCode, response.headers);
    });
    asked.on('error', reject);
    asked.end();
  });
}
