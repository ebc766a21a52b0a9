import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';

/** What a URL leads to; undefined where it cannot be fetched. */
export async function download(location: string): Promise<Buffer | undefined> {
  try {
    const client = location.startsWith('https:') ? https : http;
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      client.get(location, resolve).on('error', reject);
    });
    const content = await buffer(response);
    return response.statusCode === 200 ? content : undefined;
  } catch {
    return undefined;
  }
}
