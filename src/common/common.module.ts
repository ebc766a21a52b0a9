import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { DomainEvents } from './domain-events.js';
import { Secrets } from './secrets.js';
import { Shutdown } from './shutdown.js';

/** What every module may use: the clock, the carrier of domain events, the hashing of secrets, the end of the process. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, DomainEvents, Secrets, Shutdown],
  exports: [Clock, DomainEvents, Secrets, Shutdown],
})
export class CommonModule {}
