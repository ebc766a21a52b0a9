import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { OcppVersion } from '../versions.js';
import type { CallContext } from './call-context.js';
import { OCPP_HANDLER, type OcppHandlerMeta } from './ocpp-handler.decorator.js';

/** A handler as the dispatcher calls it; the decorator has checked its types. */
export type Handler = (request: Record<string, unknown>, context: CallContext) => object | Promise<object>;

interface Registered {
  readonly handler: Handler;
  /** Class and method, for people. */
  readonly where: string;
}

/** The handlers of all functional blocks by version and action, read once at the start. */
@Injectable()
export class OcppRegistry implements OnModuleInit {
  private readonly logger = new Logger(OcppRegistry.name);
  private readonly handlers = new Map<string, Registered>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.readFrom(instance as Record<string, unknown>);
    }
    this.logger.log(`${this.handlers.size} OCPP handlers`);
  }

  get(version: OcppVersion, action: string): Handler | undefined {
    return this.handlers.get(`${version} ${action}`)?.handler;
  }

  /** `version action` of every handler, with its class and method. */
  list(): { version: OcppVersion; action: string; where: string }[] {
    return [...this.handlers].map(([key, { where }]) => {
      const [version, action] = key.split(' ') as [OcppVersion, string];
      return { version, action, where };
    });
  }

  private readFrom(instance: Record<string, unknown>): void {
    for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const method = instance[name] as Handler;
      const meta = this.reflector.get<OcppHandlerMeta | undefined>(OCPP_HANDLER, method);
      for (const version of meta?.versions ?? []) {
        this.register(version, meta!.action, {
          handler: method.bind(instance),
          where: `${instance.constructor.name}.${name}`,
        });
      }
    }
  }

  private register(version: OcppVersion, action: string, entry: Registered): void {
    const key = `${version} ${action}`;
    const other = this.handlers.get(key);
    if (other) {
      throw new Error(
        `Two handlers for ${action} in OCPP ${version}: ${other.where} and ${entry.where}. Remove @OcppHandler from one.`,
      );
    }
    this.handlers.set(key, entry);
  }
}
