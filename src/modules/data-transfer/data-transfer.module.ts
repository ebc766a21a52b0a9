import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { DataTransferController } from './data-transfer.controller.js';
import { DataTransferHandlersV16 } from './data-transfer.handlers.v16.js';
import { DataTransferHandlersV201 } from './data-transfer.handlers.v201.js';
import { DataTransferService } from './data-transfer.service.js';
import { DataTransferQueries } from './data-transfers.queries.js';
import { DataTransferVendor } from './entities/data-transfer-vendor.entity.js';
import { ReceivedTransfers } from './received-transfers.js';
import { DeclaredVendors } from './vendors/declared-vendors.service.js';
import { VendorRegistry } from './vendors/vendor-registry.js';
import { VendorsController } from './vendors/vendors.controller.js';

/** Functional block P: what the standard has no words for. */
@Module({
  imports: [CommandsModule, DiscoveryModule, StationsModule, TypeOrmModule.forFeature([DataTransferVendor])],
  controllers: [DataTransferController, VendorsController],
  providers: [
    DataTransferHandlersV16,
    DataTransferHandlersV201,
    DataTransferQueries,
    DataTransferService,
    DeclaredVendors,
    ReceivedTransfers,
    VendorRegistry,
  ],
})
export class DataTransferModule {}
