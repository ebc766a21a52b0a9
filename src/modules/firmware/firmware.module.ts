import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { Config } from '../../config/config.js';
import { FileStore } from '../../files/file-store.js';
import { FirmwareImagesController } from './firmware-images.controller.js';
import { FirmwareImagesService } from './images/firmware-images.service.js';
import { formOptions } from './images/form-upload.js';

/** Functional block L: firmware. */
@Module({
  imports: [MulterModule.registerAsync({ inject: [FileStore, Config], useFactory: formOptions })],
  controllers: [FirmwareImagesController],
  providers: [FirmwareImagesService],
})
export class FirmwareModule {}
