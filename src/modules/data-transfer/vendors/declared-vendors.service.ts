import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { ProblemError, UnknownError, ValidationFailedError } from '../../../common/problems.js';
import type { DeclareVendor, VendorView } from '../dto/vendor.dto.js';
import { DataTransferVendor } from '../entities/data-transfer-vendor.entity.js';
import { VendorHandler } from './vendor-handler.decorator.js';
import type { VendorAnswer, VendorMessage } from './vendor-message.js';
import { VendorRegistry } from './vendor-registry.js';

const LONGEST_ID = 255;
/** The list is shown as a whole. */
const MOST_VENDORS = 500;

/** Vendors whose messages the operator wants to have accepted, to read them or to take them from the list of transfers. */
@Injectable()
export class DeclaredVendors {
  constructor(
    @InjectRepository(DataTransferVendor) private readonly vendors: Repository<DataTransferVendor>,
    private readonly registry: VendorRegistry,
    private readonly clock: Clock,
  ) {}

  /** Accepts what was declared; other messages of a declared vendor are not known. */
  @VendorHandler({})
  async accept({ vendorId, messageId }: VendorMessage): Promise<VendorAnswer | undefined> {
    // a text that the database refuses was never declared
    if (vendorId.includes('\0')) return undefined;
    const vendor = await this.vendors.findOneBy({ vendorKey: vendorId.toLowerCase() });
    if (!vendor) return undefined;
    const { messageIds } = vendor;
    const isKnown = messageIds === null || messageIds.some((each) => each.toLowerCase() === messageId?.toLowerCase());
    return { status: isKnown ? 'Accepted' : 'UnknownMessageId' };
  }

  async list(): Promise<VendorView[]> {
    const vendors = await this.vendors.find({ order: { vendorKey: 'ASC' } });
    return vendors.map(toView);
  }

  /** Declares a vendor, or changes what was declared. @throws ProblemError 409 `vendor-handled`, `too-many-vendors` */
  async declare(vendorId: string, { messageIds }: DeclareVendor): Promise<VendorView> {
    if (vendorId.length > LONGEST_ID || /\p{Cc}/u.test(vendorId)) {
      throw new ValidationFailedError(`vendorId has to be at most ${LONGEST_ID} characters, none of them a control.`);
    }
    if (this.registry.knows(vendorId)) {
      throw new ProblemError('vendor-handled', 409, `TAU answers the messages of ${vendorId} by itself.`);
    }
    const vendorKey = vendorId.toLowerCase();
    if ((await this.vendors.count()) >= MOST_VENDORS && !(await this.vendors.existsBy({ vendorKey }))) {
      throw new ProblemError('too-many-vendors', 409, `There are ${MOST_VENDORS} vendors already. Delete one first.`);
    }
    const vendor = { vendorKey, vendorId, messageIds: messageIds ?? null, changedAt: this.clock.now() };
    await this.vendors.upsert(vendor, ['vendorKey']);
    return toView(vendor);
  }

  /** Forgets a vendor: its messages are answered UnknownVendorId again. @throws UnknownError `vendor-unknown` */
  async remove(vendorId: string): Promise<void> {
    const { affected } = await this.vendors.delete({ vendorKey: vendorId.replaceAll('\0', '').toLowerCase() });
    if (!affected) throw new UnknownError('vendor', vendorId, 'See GET /data-transfer-vendors.');
  }
}

const toView = ({ vendorId, messageIds, changedAt }: DataTransferVendor): VendorView => ({
  vendorId,
  messageIds,
  changedAt,
});
