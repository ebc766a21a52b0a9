import { Module } from '@nestjs/common';
import { StationsModule } from '../stations/index.js';
import { ProvisioningHandlersV16 } from './provisioning.handlers.v16.js';
import { ProvisioningHandlersV2 } from './provisioning.handlers.v2.js';
import { ProvisioningService } from './provisioning.service.js';

/** Functional block B: boot and registration. */
@Module({
  imports: [StationsModule],
  providers: [ProvisioningHandlersV16, ProvisioningHandlersV2, ProvisioningService],
})
export class ProvisioningModule {}
