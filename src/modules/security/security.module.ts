import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { StationsModule } from '../stations/index.js';
import { SecurityController } from './security.controller.js';
import { SecurityEvents } from './security-events.js';
import { SecurityHandlersV16 } from './security.handlers.v16.js';
import { SecurityHandlersV201 } from './security.handlers.v201.js';
import { SecurityService } from './security.service.js';

/** Functional block A: security events, and requests for certificates. */
@Module({
  imports: [NoticesModule, StationsModule],
  controllers: [SecurityController],
  providers: [SecurityEvents, SecurityHandlersV16, SecurityHandlersV201, SecurityService],
})
export class SecurityModule {}
