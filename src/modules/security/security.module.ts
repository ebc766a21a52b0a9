import { Module } from '@nestjs/common';
import { SecurityController } from './security.controller.js';
import { SecurityEventsStore } from './security-events.store.js';
import { SecurityHandlersV16 } from './security.handlers.v16.js';
import { SecurityHandlersV201 } from './security.handlers.v201.js';
import { SecurityQueries } from './security.queries.js';
import { SecurityService } from './security.service.js';

/** Functional block A: security events, certificates to be signed. */
@Module({
  controllers: [SecurityController],
  providers: [SecurityEventsStore, SecurityHandlersV16, SecurityHandlersV201, SecurityQueries, SecurityService],
})
export class SecurityModule {}
