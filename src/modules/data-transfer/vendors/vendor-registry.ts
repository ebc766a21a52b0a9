import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { VENDOR_HANDLER, type VendorHandlerMeta } from './vendor-handler.decorator.js';
import type { VendorAnswer, VendorHandlerMethod, VendorMessage } from './vendor-message.js';

interface Registered {
  readonly handler: VendorHandlerMethod;
  /** Class and method, for people. */
  readonly where: string;
}

const ANY = '*';
/** Line feeds are in no identifier that somebody would register. */
const keyOf = (vendorId = ANY, messageId = ANY): string => `${vendorId.toLowerCase()}\n${messageId.toLowerCase()}`;

/** Who answers the messages of which vendor; read once at the start. */
@Injectable()
export class VendorRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, Registered>();
  private readonly vendors = new Set<string>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object') this.readFrom(instance as Record<string, unknown>);
    }
  }

  /** Whether code knows messages of this vendor, beyond what is asked about every vendor. */
  knows(vendorId: string): boolean {
    return this.vendors.has(vendorId.toLowerCase());
  }

  /**
   * Asks the handler of the message, then that of its vendor, then that of every vendor.
   * [OCPP 2.0.1 P02.FR.06, P02.FR.07] who is not known, and what is not known of somebody who is
   */
  async answer(message: VendorMessage): Promise<VendorAnswer> {
    const { vendorId, messageId } = message;
    const keys = [...(messageId === undefined ? [] : [keyOf(vendorId, messageId)]), keyOf(vendorId), keyOf()];
    for (const key of keys) {
      const answer = await this.handlers.get(key)?.handler(message);
      if (answer) return answer;
    }
    return { status: this.knows(vendorId) ? 'UnknownMessageId' : 'UnknownVendorId' };
  }

  private readFrom(instance: Record<string, unknown>): void {
    for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const method = instance[name] as VendorHandlerMethod;
      const meta = this.reflector.get<VendorHandlerMeta | undefined>(VENDOR_HANDLER, method);
      if (meta) this.register(meta, { handler: method.bind(instance), where: `${instance.constructor.name}.${name}` });
    }
  }

  private register({ vendorId, messageId }: VendorHandlerMeta, entry: Registered): void {
    const key = keyOf(vendorId, messageId);
    const other = this.handlers.get(key);
    if (other) {
      const what = `${messageId ?? 'all messages'} of ${vendorId ?? 'all vendors'}`;
      throw new Error(`Two handlers for ${what}: ${other.where} and ${entry.where}. Remove @VendorHandler from one.`);
    }
    this.handlers.set(key, entry);
    if (vendorId !== undefined) this.vendors.add(vendorId.toLowerCase());
  }
}
