import { type ContextType, Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, ExternalContextCreator, MetadataScanner } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { RouteParamsFactory } from '@nestjs/core/router/route-params-factory.js';
import { validation } from '../../http/validation.js';
import type { Role } from '../../operators/index.js';
import { COMMAND_ROUTE, type CommandRouteMark } from '../command-route.decorator.js';
import type { CommandView } from '../dto/command.dto.js';

/** The request of an operator to one station, as its route takes it. */
export interface RoutedRequest {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: Record<string, string>;
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly operator: { readonly id: string };
}

/** A route below a station that sends it a command. */
export interface CommandRouteEntry {
  readonly method: string;
  /** What follows the station in its path, e.g. `/ocpp/:action`. */
  readonly path: string;
  readonly role: Role;
  /** Throws what a request to the route would be answered because of its body or query, whatever the station. */
  readonly check: (request: Pick<RoutedRequest, 'body'> & { readonly query?: object }) => Promise<void>;
  /** Does what a request to the route does, with its pipes and interceptors; who may ask has been looked at before. */
  readonly run: (request: RoutedRequest) => Promise<CommandView>;
}

const BELOW_STATION = 'stations/:stationId';
const SEGMENT = /^:(.+)$/;
/** The interceptors set the status of an HTTP answer; here nobody reads it. */
const NO_RESPONSE = { status: (): unknown => NO_RESPONSE };

/** Every route that commands one station, found at the start: what can be asked of one can be asked of many. */
@Injectable()
export class CommandRoutes implements OnModuleInit {
  private readonly routes: CommandRouteEntry[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly contexts: ExternalContextCreator,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getControllers()) {
      const controller = instance as Record<string, (...args: unknown[]) => unknown> | undefined;
      if (!controller) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(controller) as object)) {
        this.add(controller, name);
      }
    }
  }

  /** The route that a request means, with what its path says; undefined where there is none. */
  find(method: string, path: string): { route: CommandRouteEntry; params: Record<string, string> } | undefined {
    for (const route of this.routes) {
      const params = route.method === method ? matched(route.path, path) : undefined;
      if (params) return { route, params };
    }
    return undefined;
  }

  /** For people who asked for one that is not there, e.g. `PUT /availability`. */
  names(): string[] {
    return this.routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort();
  }

  private add(controller: Record<string, (...args: unknown[]) => unknown>, name: string): void {
    const handler = controller[name]!;
    const mark = Reflect.getMetadata(COMMAND_ROUTE, handler) as CommandRouteMark | undefined;
    if (!mark) return;
    const paths = [controller.constructor, handler].map(
      (target) => Reflect.getMetadata(PATH_METADATA, target) as string,
    );
    const whole = paths
      .map((path) => path.replace(/^\/+|\/+$/g, ''))
      .filter(Boolean)
      .join('/');
    if (!whole.startsWith(`${BELOW_STATION}/`)) return;
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    const args = { guards: false, interceptors: true, filters: false };
    const params = new RouteParamsFactory();
    const call = this.contexts.create(
      controller,
      handler,
      name,
      ROUTE_ARGS_METADATA,
      {
        exchangeKeyForValue: (type, data, [req, res]) =>
          params.exchangeKeyForValue(type, data as string, { req, res, next: res }),
      },
      undefined,
      undefined,
      args,
      'http' satisfies ContextType,
    );
    const run = (request: RoutedRequest): Promise<CommandView> => call(request, NO_RESPONSE) as Promise<CommandView>;
    const check = checkOf(controller, name);
    const path = whole.slice(BELOW_STATION.length);
    this.routes.push({ method, path, role: mark.role, check, run });
  }
}

/** Checks a body and a query against the classes that the method takes them as. */
function checkOf(controller: object, name: string): CommandRouteEntry['check'] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, name) ?? {}) as Record<
    string,
    { readonly index: number; readonly data?: unknown }
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller, name) as Type[];
  const classOf = (kind: RouteParamtypes): Type | undefined => {
    const arg = Object.entries(args).find(([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined);
    return arg && types[arg[1].index];
  };
  const pipe = validation();
  const [body, query] = [classOf(RouteParamtypes.BODY), classOf(RouteParamtypes.QUERY)];
  return async (request) => {
    if (body) await pipe.transform(request.body ?? {}, { type: 'body', metatype: body });
    if (query) await pipe.transform(request.query ?? {}, { type: 'query', metatype: query });
  };
}

/** What the path says for each `:name` of a pattern; undefined where it is another path. */
function matched(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const name = SEGMENT.exec(segment)?.[1];
    if (name) params[name] = given[i]!;
    else if (segment !== given[i]) return undefined;
  }
  return params;
}
