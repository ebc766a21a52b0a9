import { randomBytes } from 'node:crypto';
import { request } from 'node:http';

/** How an attempt to open a WebSocket was answered. */
export interface UpgradeAnswer {
  /** 101 where the upgrade was made. */
  readonly status: number;
  /** The chosen subprotocol. */
  readonly subprotocol: string | undefined;
}

interface Attempt {
  readonly subprotocols: readonly string[];
  /** Basic credentials; none are sent where they are missing. */
  readonly user?: string;
  readonly password?: string;
}

/** Attempts a WebSocket upgrade with exactly these headers, and hangs up. */
export function upgrade(url: string, { subprotocols, user, password }: Attempt): Promise<UpgradeAnswer> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const attempt = request(url.replace(/^ws/, 'http'), {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': subprotocols.join(','),
      ...(user !== undefined && { authorization }),
    },
  });
  return new Promise((answered, failed) => {
    const answer = (status: number | undefined, header: string | string[] | undefined) => {
      attempt.destroy();
      answered({ status: status ?? 0, subprotocol: header?.toString() });
    };
    attempt.on('upgrade', (response, socket) => {
      socket.destroy();
      answer(response.statusCode, response.headers['sec-websocket-protocol']);
    });
    attempt.on('response', (response) => answer(response.statusCode, response.headers['sec-websocket-protocol']));
    attempt.on('error', failed);
    attempt.end();
  });
}
