import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Config } from '../../config/config.js';
import type { CallContext, RegistrationStatus } from '../../ocpp/index.js';
import { BootRecords, type BootReport, StationBooted } from '../stations/index.js';
import { withJitter } from './jitter.js';

/** What a station is answered to its BootNotification. */
export interface BootAnswer {
  status: RegistrationStatus;
  /** Accepted: seconds between two Heartbeats; else: seconds until the station may boot again. */
  interval: number;
  currentTime: Date;
}

/** What of a CALL concerns a boot. */
export type BootContext = Pick<CallContext, 'station' | 'receivedAt' | 'register' | 'afterReply'>;

/** Functional block B: how stations come into the network. */
@Injectable()
export class ProvisioningService {
  constructor(
    private readonly boots: BootRecords,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly config: Config,
  ) {}

  /**
   * Stores what a station says about itself and gives it the operator's decision. A BootNotification
   * proves no reboot: stations send it after a change of network too, so it ends no transaction.
   * [OCPP 2.0.1 B01.FR.02, B02.FR.01, B03, B10.FR.10]
   */
  async boot(report: BootReport, context: BootContext): Promise<BootAnswer> {
    const { station, receivedAt } = context;
    const decision = await this.boots.record(station.id, report, receivedAt);
    // archived meanwhile: its connection is being closed
    const status = decision?.registrationStatus ?? 'Rejected';
    context.register(status);
    context.afterReply(() => this.events.emit(new StationBooted(station.id, status)));
    const { heartbeatIntervalSeconds, pendingIntervalSeconds } = this.config.ocpp;
    const heartbeat = decision?.rules.heartbeatIntervalSeconds ?? heartbeatIntervalSeconds;
    // the jitter keeps stations that booted together from beating together
    const interval = withJitter(status === 'Accepted' ? heartbeat : pendingIntervalSeconds);
    return { status, interval, currentTime: this.clock.now() };
  }
}
