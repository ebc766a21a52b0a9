import { Module } from '@nestjs/common';
import { NoticesModule } from '../../../notices/index.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsHandlersV201 } from './publications.handlers.v201.js';
import { PublicationsService } from './publications.service.js';

/** Functional block L, as far as local controllers publish firmware. */
@Module({
  imports: [NoticesModule],
  controllers: [PublicationsController],
  providers: [PublicationsHandlersV201, PublicationsService],
})
export class PublicationsModule {}
