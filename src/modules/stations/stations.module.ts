import { Global, Module } from '@nestjs/common';
import { MessageLog, StationDirectory } from '../../ocpp/index.js';
import { AdmissionService } from './admission/admission.service.js';
import { RefusedIdentityLog } from './admission/refused-identity-log.js';
import { StationCredentials } from './admission/station-credentials.js';
import { BootRecords } from './inventory/boot-records.js';
import { ConnectorStatuses } from './inventory/connector-statuses.js';
import { MessageLogWriter } from './message-log/message-log-writer.js';
import { MessagesService } from './message-log/messages.service.js';
import { Connections } from './presence/connections.js';
import { RuleCounts } from './presence/rule-counts.js';
import { LiveConnections } from './presence/live-connections.js';
import { StationPulse } from './presence/station-pulse.js';
import { RefusedIdentitiesController } from './refused-identities.controller.js';
import { RefusedIdentitiesService } from './refused-identities.service.js';
import { StationCatalog } from './station-catalog.service.js';
import { StationDirectoryService } from './station-directory.service.js';
import { StationsController } from './stations.controller.js';
import { StationsService } from './stations.service.js';

/**
 * The inventory of stations, EVSEs and connectors; no OCPP message of its own. Global, because the kernel finds its
 * ports here without knowing any module.
 */
@Global()
@Module({
  controllers: [StationsController, RefusedIdentitiesController],
  providers: [
    AdmissionService,
    BootRecords,
    Connections,
    ConnectorStatuses,
    LiveConnections,
    MessageLogWriter,
    MessagesService,
    RefusedIdentitiesService,
    RefusedIdentityLog,
    RuleCounts,
    StationCatalog,
    StationCredentials,
    StationPulse,
    StationsService,
    { provide: StationDirectory, useClass: StationDirectoryService },
    { provide: MessageLog, useExisting: MessageLogWriter },
  ],
  exports: [
    BootRecords,
    ConnectorStatuses,
    MessageLog,
    MessagesService,
    StationCatalog,
    StationDirectory,
    StationPulse,
    StationsService,
  ],
})
export class StationsModule {}
