import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { DomainEvents } from './domain-events.js';

/** What every module may use: the clock and the carrier of domain events. */
@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, DomainEvents],
  exports: [Clock, DomainEvents],
})
export class CommonModule {}
