import { Module } from '@nestjs/common';
import { CommandsModule } from '../../../commands/index.js';
import { AuthorizationModule } from '../../authorization/index.js';
import { StationsModule } from '../../stations/index.js';
import { CustomerInformationController } from './customer-information.controller.js';
import { CustomerInformationHandlersV201 } from './customer-information.handlers.v201.js';
import { CustomerInformationReader } from './customer-information.reader.js';
import { CustomerInformationService } from './customer-information.service.js';
import { CustomerInformationStore } from './customer-information.store.js';

/** Functional block N, as far as stations hold something about customers. */
@Module({
  imports: [AuthorizationModule, CommandsModule, StationsModule],
  controllers: [CustomerInformationController],
  providers: [
    CustomerInformationHandlersV201,
    CustomerInformationReader,
    CustomerInformationService,
    CustomerInformationStore,
  ],
})
export class CustomerInformationModule {}
