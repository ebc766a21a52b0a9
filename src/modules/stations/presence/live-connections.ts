import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../common/domain-events.js';
import { StationClient } from '../../../ocpp/index.js';
import { StationArchived, StationChanged } from '../events.js';

/** RFC 6455: the connection breaks a rule of this server, here that the station is no longer registered. */
const POLICY_VIOLATION = 1008;

/** Lets an open connection feel at once what operators decide about its station. */
@Injectable()
export class LiveConnections implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly client: StationClient,
  ) {}

  onModuleInit(): void {
    this.events.on(StationChanged, ({ stationUuid, settings, registrationStatus }) => {
      this.client.changeSettings(stationUuid, settings);
      if (registrationStatus) this.client.changeRegistration(stationUuid, registrationStatus);
    });
    this.events.on(StationArchived, ({ stationUuid }) =>
      this.client.disconnect(stationUuid, POLICY_VIOLATION, 'the station is no longer registered'),
    );
  }
}
