import { Module } from '@nestjs/common';
import { LogUploads } from './log-uploads.service.js';

/** The taking of uploads; a module of its own, because the reading of forms is set up with it. */
@Module({ providers: [LogUploads], exports: [LogUploads] })
export class LogUploadsModule {}
