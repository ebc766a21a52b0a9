import http from 'node:http';
import https from 'node:https';

/** How a file is handed over. */
export interface UploadOptions {
  readonly method: 'PUT' | 'POST';
  /** In a form (multipart/form-data), as some stations do. */
  readonly form?: boolean;
  readonly fileName: string;
  /** Hangs up when so many bytes of it are sent. */
  readonly breaksOffAfter?: number;
}

const BOUNDARY = 'simulated-station';

/** Uploads a file over HTTP. @returns the status, 0 where there is no answer */
export async function upload(location: string, content: Buffer, options: UploadOptions): Promise<number> {
  const { method, form = false, fileName, breaksOffAfter } = options;
  const body = form ? formOf(content, fileName) : content;
  const type = form ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/octet-stream';
  const client = location.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const headers = { 'content-type': type, 'content-length': body.length };
    const request = client.request(location, { method, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', () => resolve(0));
    if (breaksOffAfter === undefined) return void request.end(body);
    request.write(body.subarray(0, breaksOffAfter), () => request.destroy());
  });
}

const formOf = (content: Buffer, fileName: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="upload"; filename="${fileName}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
