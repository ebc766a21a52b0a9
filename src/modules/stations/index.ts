// What other blocks may use.
export { StationFilter } from './dto/station-filter.dto.js';
export type { StationRules } from './entities/station.entity.js';
export { StationArchived, StationBooted, StationChanged, StationConnected, StatusReported } from './events.js';
export { BootRecords, type BootDecision, type BootReport } from './inventory/boot-records.js';
export { ConnectorStatuses } from './inventory/connector-statuses.js';
export { CONNECTOR_STATUSES, type ConnectorStatus, type StatusReport } from './inventory/status-report.js';
export { type OpenReservationState, OpenReservationView, StationReservations } from './station-reservations.js';
export { MessageView } from './dto/message.dto.js';
export { MessagesService } from './message-log/messages.service.js';
export { StationPulse } from './presence/station-pulse.js';
export { noStationMatches } from './station-problems.js';
export { StationCatalog } from './station-catalog.service.js';
export { StationsModule } from './stations.module.js';
export { StationsService, type StationRef } from './stations.service.js';
