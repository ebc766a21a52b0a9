import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { SmartChargingController } from './smart-charging.controller.js';
import { SmartChargingHandlersV201 } from './smart-charging.handlers.v201.js';
import { SmartChargingService } from './smart-charging.service.js';

/** Functional block K: what stations tell about limits, profiles and the needs of EVs. */
@Module({
  imports: [NoticesModule],
  controllers: [SmartChargingController],
  providers: [SmartChargingHandlersV201, SmartChargingService],
})
export class SmartChargingModule {}
