import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { DeviceModel } from './device-model/device-model.js';
import { ProvisioningHandlersV16 } from './provisioning.handlers.v16.js';
import { ProvisioningHandlersV2 } from './provisioning.handlers.v2.js';
import { ProvisioningService } from './provisioning.service.js';
import { ObservedVariables } from './variables/observed-variables.js';
import { VariablesController } from './variables/variables.controller.js';
import { VariablesService } from './variables/variables.service.js';

/** Functional block B: boot and registration, variables and the device model. */
@Module({
  imports: [StationsModule, CommandsModule],
  controllers: [VariablesController],
  providers: [
    ProvisioningHandlersV16,
    ProvisioningHandlersV2,
    ProvisioningService,
    DeviceModel,
    ObservedVariables,
    VariablesService,
  ],
})
export class ProvisioningModule {}
