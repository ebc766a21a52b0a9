import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CommandsModule } from '../../commands/index.js';
import { Config } from '../../config/config.js';
import { FileStore } from '../../files/file-store.js';
import { StationsModule } from '../stations/index.js';
import { CampaignRounds } from './campaigns/campaign-rounds.js';
import { CampaignStore } from './campaigns/campaign-store.js';
import { DownloadsService } from './downloads/downloads.service.js';
import { FirmwareCampaignsController } from './firmware-campaigns.controller.js';
import { FirmwareCampaignsService } from './firmware-campaigns.service.js';
import { FirmwareDownloadsController } from './firmware-downloads.controller.js';
import { FirmwareHandlersV16 } from './firmware.handlers.v16.js';
import { FirmwareHandlersV2 } from './firmware.handlers.v2.js';
import { FirmwareImagesController } from './firmware-images.controller.js';
import { FirmwareStatusService } from './firmware-status.service.js';
import { FirmwareUpdatesController } from './firmware-updates.controller.js';
import { FirmwareUpdatesService } from './firmware-updates.service.js';
import { FirmwareImagesService } from './images/firmware-images.service.js';
import { formOptions } from './images/form-upload.js';
import { Offers } from './updates/offers.js';
import { UpdateRounds } from './updates/update-rounds.js';
import { UpdateStore } from './updates/update-store.js';

/** Functional block L: firmware images, and updates with them. */
@Module({
  imports: [
    CommandsModule,
    StationsModule,
    MulterModule.registerAsync({ inject: [FileStore, Config], useFactory: formOptions }),
  ],
  controllers: [
    FirmwareImagesController,
    FirmwareUpdatesController,
    FirmwareCampaignsController,
    FirmwareDownloadsController,
  ],
  providers: [
    CampaignRounds,
    CampaignStore,
    FirmwareCampaignsService,
    DownloadsService,
    FirmwareHandlersV16,
    FirmwareHandlersV2,
    FirmwareImagesService,
    FirmwareStatusService,
    FirmwareUpdatesService,
    Offers,
    UpdateRounds,
    UpdateStore,
  ],
})
export class FirmwareModule {}
