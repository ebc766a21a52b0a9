import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { DiagnosticsHandlersV16 } from './diagnostics.handlers.v16.js';
import { DiagnosticsHandlersV2 } from './diagnostics.handlers.v2.js';
import { LogFiles, LogFilesController } from './log-files.js';
import { LogRequestsController } from './log-requests.controller.js';
import { LogRequestsService } from './log-requests.service.js';
import { LogStatusesService } from './log-statuses.service.js';
import { LogUploadsController } from './log-uploads.controller.js';
import { LogOrders } from './logs/log-orders.js';
import { LogRounds } from './logs/log-rounds.js';
import { LogStore } from './logs/log-store.js';
import { LogUploadsModule } from './logs/log-uploads.module.js';
import { LogUploads } from './logs/log-uploads.service.js';
import { uploadForm } from './logs/upload-form.js';

/** Functional block N: logs of stations. */
@Module({
  imports: [
    CommandsModule,
    StationsModule,
    LogUploadsModule,
    MulterModule.registerAsync({ imports: [LogUploadsModule], inject: [LogUploads], useFactory: uploadForm }),
  ],
  controllers: [LogRequestsController, LogFilesController, LogUploadsController],
  providers: [
    DiagnosticsHandlersV16,
    DiagnosticsHandlersV2,
    LogFiles,
    LogOrders,
    LogRequestsService,
    LogRounds,
    LogStatusesService,
    LogStore,
  ],
})
export class DiagnosticsModule {}
