import { SetMetadata } from '@nestjs/common';
import type { StationRequests, StationResponses } from '../messages/index.js';
import type { OcppVersion } from '../versions.js';
import type { CallContext } from './call-context.js';

/** What the decorator leaves on a method. */
export interface OcppHandlerMeta {
  readonly action: string;
  readonly versions: readonly OcppVersion[];
}

export const OCPP_HANDLER = Symbol('OCPP_HANDLER');

/** An action that exists in every one of the versions: `keyof` of a union gives the keys that all have. */
export type SharedAction<V extends OcppVersion> = keyof StationRequests[V] & keyof StationResponses[V] & string;

type RequestOf<V extends OcppVersion, A extends string> = {
  [K in V]: A extends keyof StationRequests[K] ? StationRequests[K][A] : never;
}[V];
type ResponseOf<V extends OcppVersion, A extends string> = {
  [K in V]: A extends keyof StationResponses[K] ? StationResponses[K][A] : never;
}[V];

/** The shape of a method that handles action A in versions V: it returns the response, or a promise of it. */
export type HandlerMethod<V extends OcppVersion, A extends string> = (
  request: RequestOf<V, A>,
  context: CallContext,
) => ResponseOf<V, A> | Promise<ResponseOf<V, A>>;

/**
 * Marks a method of any provider as the handler of a CALL from stations.
 *
 * `@OcppHandler('BootNotification', '1.6')` on `boot(request, context)`: a typo, an action that the CSMS sends
 * itself, the payload of another version or a wrong response do not compile. A second handler for the same action
 * and version stops the start.
 */
export function OcppHandler<A extends SharedAction<V>, V extends OcppVersion>(action: A, ...versions: [V, ...V[]]) {
  // the generic M is needed: without it correct async methods are rejected
  return <M extends HandlerMethod<V, A>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    SetMetadata<symbol, OcppHandlerMeta>(OCPP_HANDLER, { action, versions })(target, key, descriptor);
  };
}
