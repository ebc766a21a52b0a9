import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.js';

/** A type of the OpenAPI document, e.g. `Api<'TransactionView'>`. */
export type Api<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The query parameters of a GET. */
type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

/** Any answer, whatever its status. */
export interface RawAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test asks for by hand, it knows
  readonly body: any;
  readonly headers: Headers;
}

/** TAU answered with a problem document. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(`${status} ${JSON.stringify(body)}`);
    this.name = 'ApiProblem';
  }

  /** The stable code, e.g. station-offline. */
  get code(): unknown {
    return this.body['code'];
  }
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Where a route also speaks CSV, the text is left to the raw calls. */
async function expectOk<T>(answer: Promise<Answered<T>>): Promise<Exclude<T, string>> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new ApiProblem(response.status, (error ?? {}) as Record<string, unknown>);
  return data as Exclude<T, string>;
}

/** What has a default may be left out, though the generated types do not say so. */
type Registration = { stationId: string } & Partial<Api<'RegisterStation'>>;
type Change = Partial<Api<'ChangeStation'>>;

/** An operator with an admin key. The named calls throw ApiProblem unless the status is 2xx; the raw ones never do. */
export class Operator {
  /** Every route, typed by the OpenAPI document. */
  readonly api: Client<paths>;

  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
  ) {
    this.api = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  }

  register(station: Registration) {
    return expectOk(this.api.POST('/api/v1/stations', { body: station as Api<'RegisterStation'> }));
  }

  async stations(filter: QueryOf<'/api/v1/stations'> = {}) {
    return (await expectOk(this.api.GET('/api/v1/stations', { params: { query: filter } }))).items;
  }

  station(stationId: string) {
    return expectOk(this.api.GET('/api/v1/stations/{stationId}', { params: { path: { stationId } } }));
  }

  changeStation(stationId: string, change: Change) {
    const params = { path: { stationId } };
    return expectOk(this.api.PATCH('/api/v1/stations/{stationId}', { params, body: change as Api<'ChangeStation'> }));
  }

  /** The message log, newest first. */
  async messages(stationId: string, filter: QueryOf<'/api/v1/stations/{stationId}/messages'> = {}) {
    const params = { path: { stationId }, query: filter };
    return (await expectOk(this.api.GET('/api/v1/stations/{stationId}/messages', { params }))).items;
  }

  async transactions(filter: QueryOf<'/api/v1/transactions'> = {}) {
    return (await expectOk(this.api.GET('/api/v1/transactions', { params: { query: filter } }))).items;
  }

  transaction(id: string) {
    return expectOk(this.api.GET('/api/v1/transactions/{id}', { params: { path: { id } } }));
  }

  /** All of them, up to the largest page. */
  async meterValues(id: string) {
    const params = { path: { id }, query: { limit: 500 } };
    return (await expectOk(this.api.GET('/api/v1/transactions/{id}/meter-values', { params }))).items;
  }

  async events(id: string) {
    const params = { path: { id }, query: { limit: 500 } };
    return (await expectOk(this.api.GET('/api/v1/transactions/{id}/events', { params }))).items;
  }

  requestStart(stationId: string, body: Api<'RequestStartDto'>) {
    const params = { path: { stationId } };
    return expectOk(this.api.POST('/api/v1/stations/{stationId}/transactions', { params, body }));
  }

  requestStop(id: string) {
    return expectOk(this.api.POST('/api/v1/transactions/{id}/stop', { params: { path: { id } } }));
  }

  triggerMessage(stationId: string, body: Api<'TriggerMessageDto'>) {
    const params = { path: { stationId } };
    return expectOk(this.api.POST('/api/v1/stations/{stationId}/trigger-message', { params, body }));
  }

  unlockConnector(stationId: string, body: Api<'UnlockConnectorDto'>) {
    const params = { path: { stationId } };
    return expectOk(this.api.POST('/api/v1/stations/{stationId}/unlock-connector', { params, body }));
  }

  clearCache(stationId: string) {
    const params = { path: { stationId } };
    return expectOk(this.api.POST('/api/v1/stations/{stationId}/clear-cache', { params }));
  }

  sendData(stationId: string, body: Api<'SendDataDto'>) {
    const params = { path: { stationId } };
    return expectOk(this.api.POST('/api/v1/stations/{stationId}/data-transfers', { params, body }));
  }

  async dataTransfers(stationId: string, filter: QueryOf<'/api/v1/stations/{stationId}/data-transfers'> = {}) {
    const params = { path: { stationId }, query: filter };
    return (await expectOk(this.api.GET('/api/v1/stations/{stationId}/data-transfers', { params }))).items;
  }

  dataTransfer(id: string) {
    return expectOk(this.api.GET('/api/v1/data-transfers/{id}', { params: { path: { id } } }));
  }

  askStatus(id: string) {
    return expectOk(this.api.POST('/api/v1/transactions/{id}/status', { params: { path: { id } } }));
  }

  closeTransaction(id: string, body: Api<'CloseTransaction'>) {
    return expectOk(this.api.POST('/api/v1/transactions/{id}/close', { params: { path: { id } }, body }));
  }

  correctTransaction(id: string, body: Api<'CorrectTransaction'>) {
    return expectOk(this.api.POST('/api/v1/transactions/{id}/corrections', { params: { path: { id } }, body }));
  }

  withdrawCorrection(id: string, correctionId: string, reason: string) {
    const params = { path: { id, correctionId } };
    const path = '/api/v1/transactions/{id}/corrections/{correctionId}/withdraw';
    return expectOk(this.api.POST(path, { params, body: { reason } }));
  }

  async corrections(id: string) {
    const params = { path: { id } };
    return (await expectOk(this.api.GET('/api/v1/transactions/{id}/corrections', { params }))).items;
  }

  /** What was asked of a station, newest first. */
  async commands(stationId: string, filter: QueryOf<'/api/v1/stations/{stationId}/commands'> = {}) {
    const params = { path: { stationId }, query: filter };
    return (await expectOk(this.api.GET('/api/v1/stations/{stationId}/commands', { params }))).items;
  }

  command(commandId: string) {
    return expectOk(this.api.GET('/api/v1/commands/{commandId}', { params: { path: { commandId } } }));
  }

  get(path: string, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('PUT', path, body, headers);
  }

  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers?: Record<string, string>): Promise<RawAnswer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** @param path below /api/v1, or from the root where it begins with /health or /api */
  private async send(
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<RawAnswer> {
    const url = /^\/(health|api|metrics)(\/|\?|$)/.test(path) ? path : `/api/v1${path}`;
    const response = await fetch(`${this.baseUrl}${url}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
  }
}
