import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { DomainEvents } from './domain-events.js';
import { Secrets } from './secrets.js';

/** What every module may use: the clock, the carrier of domain events and the hashing of secrets. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, DomainEvents, Secrets],
  exports: [Clock, DomainEvents, Secrets],
})
export class CommonModule {}
