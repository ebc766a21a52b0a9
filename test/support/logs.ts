import http from 'node:http';
import type { TestCsms } from './csms.js';
import type { Api, RawAnswer } from './operator.js';

type Detail = Api<'LogRequestDetailView'>;

/** Asks a station for a log, as an operator does. */
export const asksForLog = (
  csms: TestCsms,
  stationId: string,
  body: object = {},
  headers?: Record<string, string>,
): Promise<RawAnswer> => csms.operator.post(`/stations/${stationId}/log-requests`, body, headers);

/** A request as REST shows it; without an id the last one of the station. */
export async function logRequestOf(csms: TestCsms, stationId: string, id?: string): Promise<Detail> {
  const last = id ?? (await csms.operator.get(`/stations/${stationId}/log-requests?limit=1`)).body.items[0]?.id;
  return (await csms.operator.get(`/stations/${stationId}/log-requests/${last}`)).body as Detail;
}

/** Waits until a request stands there. */
export async function untilLogIs(csms: TestCsms, stationId: string, state: string, id?: string): Promise<Detail> {
  let found: Detail | undefined;
  await csms.eventually(async () => {
    found = await logRequestOf(csms, stationId, id);
    expect(found.state).toBe(state);
  });
  return found!;
}

/** What a station said about a request, oldest first. */
export const statusesOf = ({ statuses }: Detail): string[] => statuses.map(({ status }) => status);

interface SendOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** Hangs up after so many bytes instead of ending. */
  readonly breaksOffAfter?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: http.IncomingHttpHeaders;
}

/** Sends bytes to a URL, as a station does or as somebody who wants to know what happens. */
export function sends(
  url: string,
  body: Buffer | string | undefined,
  { method = 'PUT', headers = {}, breaksOffAfter }: SendOptions = {},
): Promise<HttpAnswer | 'no answer'> {
  return new Promise((resolve) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    request.on('error', () => resolve('no answer'));
    if (breaksOffAfter === undefined) return void request.end(body);
    request.setHeader('content-length', body!.length);
    request.write(body!.slice(0, breaksOffAfter), () => request.destroy());
  });
}

/** Downloads the log of a request. */
export async function downloads(csms: TestCsms, path: string, key = csms.apiKey) {
  const response = await fetch(`${csms.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
}
