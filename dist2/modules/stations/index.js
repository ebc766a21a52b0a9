export { StationArchived, StationChanged } from './events.js';
export { BootRecords } from './inventory/boot-records.js';
export { ConnectorStatuses } from './inventory/connector-statuses.js';
export { CONNECTOR_STATUSES } from './inventory/status-report.js';
export { StationPulse } from './presence/station-pulse.js';
export { StationsModule } from './stations.module.js';
export { StationsService } from './stations.service.js';
//# sourceMappingURL=index.js.map