import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { TransactionsModule } from '../transactions/index.js';
import { DeviceModelReader } from './device-model/device-model-reader.js';
import { DeviceModelController } from './device-model/device-model.controller.js';
import { DeviceModel } from './device-model/device-model.js';
import { DeviceReportPart } from './entities/device-report-part.entity.js';
import { DeviceReport } from './entities/device-report.entity.js';
import { DeviceVariable } from './entities/device-variable.entity.js';
import { ResetBoot } from './entities/reset-boot.entity.js';
import { NetworkProfileRow } from './entities/network-profile.entity.js';
import { ActiveSlotRounds } from './network-profiles/active-slot-rounds.js';
import { NetworkProfilesController } from './network-profiles/network-profiles.controller.js';
import { NetworkProfilesService } from './network-profiles/network-profiles.service.js';
import { SlotVariables } from './network-profiles/slot-variables.js';
import { ProvisioningHandlersV16 } from './provisioning.handlers.v16.js';
import { ProvisioningHandlersV2 } from './provisioning.handlers.v2.js';
import { ProvisioningHandlersV201 } from './provisioning.handlers.v201.js';
import { ProvisioningService } from './provisioning.service.js';
import { BootInventories } from './reports/boot-inventories.js';
import { BootInventoryRounds } from './reports/boot-inventory-rounds.js';
import { ReportReader } from './reports/report-reader.js';
import { ReportStore } from './reports/report-store.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsService } from './reports/reports.service.js';
import { ResetBoots } from './reset/reset-boots.js';
import { ResetReader } from './reset/reset-reader.js';
import { ResetController } from './reset/reset.controller.js';
import { ResetService } from './reset/reset.service.js';
import { ObservedVariables } from './variables/observed-variables.js';
import { VariablesController } from './variables/variables.controller.js';
import { VariablesService } from './variables/variables.service.js';

/** Functional block B: boot and registration, variables, reports, resets and network profiles. */
@Module({
  imports: [
    StationsModule,
    CommandsModule,
    TransactionsModule,
    TypeOrmModule.forFeature([DeviceReport, DeviceReportPart, DeviceVariable, NetworkProfileRow, ResetBoot]),
  ],
  controllers: [
    DeviceModelController,
    NetworkProfilesController,
    ReportsController,
    ResetController,
    VariablesController,
  ],
  providers: [
    ProvisioningHandlersV16,
    ProvisioningHandlersV2,
    ProvisioningHandlersV201,
    ProvisioningService,
    ActiveSlotRounds,
    BootInventories,
    BootInventoryRounds,
    DeviceModel,
    DeviceModelReader,
    NetworkProfilesService,
    ObservedVariables,
    ReportReader,
    ReportsService,
    ReportStore,
    ResetBoots,
    ResetReader,
    ResetService,
    SlotVariables,
    VariablesService,
  ],
  exports: [DeviceModel],
})
export class ProvisioningModule {}
