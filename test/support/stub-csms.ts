import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { schemaOf } from '../../src/ocpp/messages/schemas.js';
import { SUBPROTOCOLS, versionOf, type OcppVersion } from '../../src/ocpp/versions.js';

type Payload = Record<string, unknown>;

/** A CALL of the station as the stub got it. */
export interface Heard {
  readonly messageId: string;
  readonly action: string;
  readonly payload: Payload;
}

/** Answers a CALL; undefined leaves it unanswered. */
type Answer = (payload: Payload, heard: Heard) => Payload | undefined;

const ACCEPTED = { idTagInfo: { status: 'Accepted' }, idTokenInfo: { status: 'Accepted' } };

/** A CSMS of a few lines that looks at every frame of the station with the official schemas. */
export class StubCsms {
  readonly heard: Heard[] = [];
  /** What broke a schema, in words. */
  readonly violations: string[] = [];
  readonly answers: Record<string, Answer> = {
    BootNotification: () => ({ currentTime: '2026-11-22T12:00:00.000Z', interval: 300, status: 'Accepted' }),
    Heartbeat: () => ({ currentTime: '2026-11-22T12:00:00.000Z' }),
    Authorize: () => ACCEPTED,
    StartTransaction: () => ({ ...ACCEPTED, transactionId: 4711 }),
    StopTransaction: () => ({}),
    TransactionEvent: ({ idToken }) => (idToken ? ACCEPTED : {}),
  };
  private readonly server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => [...offered].find((protocol) => versionOf(protocol)) ?? false,
  });
  private readonly pending = new Map<string, { action: string; answered: (frame: unknown[]) => void }>();
  private readonly validators = new Map<string, ValidateFunction>();
  private socket: WebSocket | undefined;
  private version: OcppVersion = '1.6';
  private calls = 0;

  static async start(): Promise<StubCsms> {
    const stub = new StubCsms();
    await once(stub.server, 'listening');
    return stub;
  }

  private constructor() {
    this.server.on('connection', (socket) => {
      this.socket = socket;
      this.version = versionOf(socket.protocol)!;
      socket.on('message', (data) => this.receive(JSON.parse(data.toString()) as unknown[]));
    });
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/ocpp`;
  }

  /** Payloads of every CALL with this action, in order. */
  payloads(action: string): Payload[] {
    return this.heard.filter((call) => call.action === action).map(({ payload }) => payload);
  }

  /** Actions in the order they came. */
  get actions(): string[] {
    return this.heard.map(({ action }) => action);
  }

  /** Sends a CALL; resolves with the frame that answers it. */
  call(action: string, payload: Payload): Promise<unknown[]> {
    const messageId = `stub-${++this.calls}`;
    this.socket!.send(JSON.stringify([2, messageId, action, payload]));
    return new Promise((answered) => this.pending.set(messageId, { action, answered }));
  }

  hangUp(): void {
    this.socket?.terminate();
  }

  async close(): Promise<void> {
    for (const socket of this.server.clients) socket.terminate();
    await new Promise((done) => this.server.close(done));
  }

  private receive(frame: unknown[]): void {
    const [kind, messageId] = frame as [number, string];
    if (kind === 2) return this.answer({ messageId, action: frame[2] as string, payload: frame[3] as Payload });
    const call = this.pending.get(messageId);
    this.pending.delete(messageId);
    if (kind === 3 && call) this.check(call.action, 'response', frame[2]);
    call?.answered(frame);
  }

  private answer(heard: Heard): void {
    this.heard.push(heard);
    this.check(heard.action, 'request', heard.payload);
    const answer = (this.answers[heard.action] ?? (() => ({})))(heard.payload, heard);
    if (answer) this.socket?.send(JSON.stringify([3, heard.messageId, answer]));
  }

  private check(action: string, direction: 'request' | 'response', payload: unknown): void {
    const key = `${this.version} ${action} ${direction}`;
    let validate = this.validators.get(key);
    if (!validate) {
      const schema = schemaOf(this.version, action, direction);
      if (!schema) return void this.violations.push(`${SUBPROTOCOLS[this.version]} has no ${action} ${direction}`);
      const ajv = new Ajv({ strict: false });
      addFormats.default(ajv);
      this.validators.set(key, (validate = ajv.compile(schema)));
    }
    if (!validate(payload))
      this.violations.push(`${key}: ${JSON.stringify(validate.errors)} in ${JSON.stringify(payload)}`);
  }
}
