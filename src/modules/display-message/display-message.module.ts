import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { DisplayMessageController } from './display-message.controller.js';
import { DisplayMessageHandlersV201 } from './display-message.handlers.v201.js';
import { DisplayMessageService } from './display-message.service.js';

/** Functional block O: messages on the displays of stations. */
@Module({
  imports: [NoticesModule],
  controllers: [DisplayMessageController],
  providers: [DisplayMessageHandlersV201, DisplayMessageService],
})
export class DisplayMessageModule {}
