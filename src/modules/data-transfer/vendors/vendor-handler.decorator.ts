import { SetMetadata } from '@nestjs/common';
import type { VendorHandlerMethod } from './vendor-message.js';

/** Which messages a method answers. */
export interface VendorHandlerMeta {
  /** Absent: of every vendor that no other handler knows. Letter case does not count. */
  readonly vendorId?: string;
  /** Absent: every message of that vendor that has no handler of its own. */
  readonly messageId?: string;
}

export const VENDOR_HANDLER = Symbol('VENDOR_HANDLER');

/**
 * Marks a method of any provider as the handler of what a vendor's stations say by DataTransfer.
 *
 * `@VendorHandler({ vendorId: 'com.example', messageId: 'Diagnosis' })` on `diagnosis(message)`. A second handler for the
 * same stops the start. A message that no handler knows is answered with UnknownVendorId or UnknownMessageId.
 */
export function VendorHandler(meta: VendorHandlerMeta) {
  return <M extends VendorHandlerMethod>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    SetMetadata<symbol, VendorHandlerMeta>(VENDOR_HANDLER, meta)(target, key, descriptor);
  };
}
