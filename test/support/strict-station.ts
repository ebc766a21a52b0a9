import ocppRpc from 'ocpp-rpc';
import type {
  CsmsAction,
  CsmsRequests,
  CsmsResponses,
  OcppVersion,
  StationAction,
  StationRequests,
  StationResponses,
} from '../../src/ocpp/index.js';
import { exchangesOf } from './exchanges.js';

type StrictVersion = Extract<OcppVersion, '1.6' | '2.0.1'>;
type Handler = (request: Record<string, unknown>) => unknown;

/**
 * A station made of the independent client of `ocpp-rpc`, which looks at every message of TAU with its own validators.
 * It knows no OCPP 2.0.
 */
export class StrictStation<V extends StrictVersion> {
  /** What TAU sent that breaks the standard, in the client's words. */
  readonly violations: string[] = [];
  private readonly client: InstanceType<typeof ocppRpc.RPCClient>;

  constructor(
    readonly stationId: string,
    readonly version: V,
    endpoint: string,
    password: string,
  ) {
    // its types ask for every option, its constructor for none of these
    const options: Partial<ConstructorParameters<typeof ocppRpc.RPCClient>[0]> = {
      endpoint,
      identity: stationId,
      password,
      protocols: [`ocpp${version}`],
      strictMode: true,
      reconnect: false,
    };
    this.client = new ocppRpc.RPCClient(options as ConstructorParameters<typeof ocppRpc.RPCClient>[0]);
    const note = exchangesOf(version);
    this.client.on('message', ({ message, outbound }: { message: string; outbound: boolean }) => {
      note(outbound ? 'sent' : 'received', message);
    });
    this.client.on('strictValidationFailure', (failure: { method?: string; error?: Error }) => {
      this.violations.push(`${failure.method ?? ''} ${failure.error?.message ?? JSON.stringify(failure)}`);
    });
  }

  async connect(): Promise<this> {
    await this.client.connect();
    return this;
  }

  async call<A extends StationAction<V>>(action: A, payload: StationRequests[V][A]): Promise<StationResponses[V][A]> {
    return (await this.client.call(action, payload as object)) as StationResponses[V][A];
  }

  /** How a CALL of TAU is answered; without this it is NotImplemented. */
  onCall<A extends CsmsAction<V>>(action: A, answer: (request: CsmsRequests[V][A]) => CsmsResponses[V][A]): this {
    this.client.handle(action, async ({ params }) => (answer as Handler)(params ?? {}) as Record<string, unknown>);
    return this;
  }

  async close(): Promise<void> {
    await this.client.close({ code: 1000 });
  }
}
