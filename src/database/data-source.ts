import 'reflect-metadata';
import type { DataSourceOptions } from 'typeorm';
import { BulkCommandStation } from '../commands/entities/bulk-command-station.entity.js';
import { BulkCommand } from '../commands/entities/bulk-command.entity.js';
import { Command } from '../commands/entities/command.entity.js';
import { FileChunk } from '../files/entities/file-chunk.entity.js';
import { StoredFileRow } from '../files/entities/stored-file.entity.js';
import { IdTokenGroup } from '../modules/authorization/entities/id-token-group.entity.js';
import { IdToken } from '../modules/authorization/entities/id-token.entity.js';
import { CertificateAnswer } from '../modules/certificates/entities/certificate-answer.entity.js';
import { CertificateInstallation } from '../modules/certificates/entities/certificate-installation.entity.js';
import { CertificateInventory } from '../modules/certificates/entities/certificate-inventory.entity.js';
import { StationCertificate } from '../modules/certificates/entities/station-certificate.entity.js';
import { DataTransferVendor } from '../modules/data-transfer/entities/data-transfer-vendor.entity.js';
import { DataTransfer } from '../modules/data-transfer/entities/data-transfer.entity.js';
import { CustomerInformationPartRow } from '../modules/diagnostics/entities/customer-information-part.entity.js';
import { CustomerInformationRequest } from '../modules/diagnostics/entities/customer-information-request.entity.js';
import { LogRequest } from '../modules/diagnostics/entities/log-request.entity.js';
import { LogStatusRow } from '../modules/diagnostics/entities/log-status.entity.js';
import { FirmwareCampaignTarget } from '../modules/firmware/entities/firmware-campaign-target.entity.js';
import { FirmwareCampaign } from '../modules/firmware/entities/firmware-campaign.entity.js';
import { StationAlarm } from '../modules/diagnostics/entities/station-alarm.entity.js';
import { StationEvent } from '../modules/diagnostics/entities/station-event.entity.js';
import { FirmwareImage } from '../modules/firmware/entities/firmware-image.entity.js';
import { FirmwareStatusRow } from '../modules/firmware/entities/firmware-status.entity.js';
import { FirmwareUpdate } from '../modules/firmware/entities/firmware-update.entity.js';
import { MeterValue } from '../modules/meter-values/entities/meter-value.entity.js';
import { DeviceReportPart } from '../modules/provisioning/entities/device-report-part.entity.js';
import { DeviceReport } from '../modules/provisioning/entities/device-report.entity.js';
import { DeviceVariable } from '../modules/provisioning/entities/device-variable.entity.js';
import { NetworkProfileRow } from '../modules/provisioning/entities/network-profile.entity.js';
import { ResetBoot } from '../modules/provisioning/entities/reset-boot.entity.js';
import { CertificateRequest } from '../modules/security/entities/certificate-request.entity.js';
import { SecurityEvent } from '../modules/security/entities/security-event.entity.js';
import { ReservationChange } from '../modules/reservation/entities/reservation-change.entity.js';
import { Reservation } from '../modules/reservation/entities/reservation.entity.js';
import { Connector } from '../modules/stations/entities/connector.entity.js';
import { OcppMessage } from '../modules/stations/entities/ocpp-message.entity.js';
import { RefusedIdentity } from '../modules/stations/entities/refused-identity.entity.js';
import { RuleCount } from '../modules/stations/entities/rule-count.entity.js';
import { Station } from '../modules/stations/entities/station.entity.js';
import { TransactionCorrection } from '../modules/transactions/entities/transaction-correction.entity.js';
import { TransactionEvent } from '../modules/transactions/entities/transaction-event.entity.js';
import { Transaction } from '../modules/transactions/entities/transaction.entity.js';
import { StationNotice } from '../notices/entities/station-notice.entity.js';
import { ApiKey } from '../operators/entities/api-key.entity.js';
import { IdTokenErasure } from '../retention/entities/id-token-erasure.entity.js';
import { RetentionNote } from '../retention/entities/retention-note.entity.js';
import { FirstTables1795000000000 } from './migrations/1795000000000-first-tables.js';
import { HotPath1795100000000 } from './migrations/1795100000000-hot-path.js';
import { Completeness1795200000000 } from './migrations/1795200000000-completeness.js';
import { DataGrowth1795300000000 } from './migrations/1795300000000-data-growth.js';
import { RoomForChanges1795400000000 } from './migrations/1795400000000-room-for-changes.js';
import { DeviceVariables1796000100000 } from './migrations/1796000100000-device-variables.js';
import { ResetBoots1796000100001 } from './migrations/1796000100001-reset-boots.js';
import { DeviceReports1796000100002 } from './migrations/1796000100002-device-reports.js';
import { NetworkProfiles1796000100003 } from './migrations/1796000100003-network-profiles.js';
import { DataTransfers1796000200000 } from './migrations/1796000200000-data-transfers.js';
import { Reservations1796000300000 } from './migrations/1796000300000-reservations.js';
import { FirmwareImages1796000400000 } from './migrations/1796000400000-firmware-images.js';
import { FirmwareUpdates1796000400001 } from './migrations/1796000400001-firmware-updates.js';
import { FirmwareCampaigns1796000400002 } from './migrations/1796000400002-firmware-campaigns.js';
import { Logs1796000500000 } from './migrations/1796000500000-logs.js';
import { SecurityEvents1796000600000 } from './migrations/1796000600000-security-events.js';
import { StationNotices1796000600001 } from './migrations/1796000600001-station-notices.js';
import { StationEvents1796000600002 } from './migrations/1796000600002-station-events.js';
import { CustomerInformation1796000600003 } from './migrations/1796000600003-customer-information.js';
import { KeptCommands1796000700000 } from './migrations/1796000700000-kept-commands.js';
import { BulkCommands1796000700001 } from './migrations/1796000700001-bulk-commands.js';
import { TokenAdvice1796000700002 } from './migrations/1796000700002-token-advice.js';
import { StationCertificates1796100000000 } from './migrations/1796100000000-station-certificates.js';
import { CertificateAnswers1796100000001 } from './migrations/1796100000001-certificate-answers.js';
import { SnakeNaming } from './naming.js';

export const ENTITIES = [
  ApiKey,
  BulkCommand,
  BulkCommandStation,
  CertificateAnswer,
  CertificateInstallation,
  CertificateInventory,
  CertificateRequest,
  Command,
  Connector,
  DeviceReport,
  DeviceReportPart,
  CustomerInformationPartRow,
  CustomerInformationRequest,
  DataTransfer,
  DataTransferVendor,
  DeviceVariable,
  FileChunk,
  FirmwareCampaign,
  FirmwareCampaignTarget,
  FirmwareImage,
  FirmwareStatusRow,
  FirmwareUpdate,
  IdToken,
  IdTokenErasure,
  IdTokenGroup,
  LogRequest,
  LogStatusRow,
  MeterValue,
  NetworkProfileRow,
  OcppMessage,
  RefusedIdentity,
  ResetBoot,
  Reservation,
  ReservationChange,
  RetentionNote,
  RuleCount,
  SecurityEvent,
  Station,
  StationAlarm,
  StationCertificate,
  StationEvent,
  StationNotice,
  StoredFileRow,
  Transaction,
  TransactionCorrection,
  TransactionEvent,
];

/** In order of their time; listed by class, since globs and ESM do not go together. */
export const MIGRATIONS = [
  FirstTables1795000000000,
  HotPath1795100000000,
  Completeness1795200000000,
  DataGrowth1795300000000,
  RoomForChanges1795400000000,
  DeviceVariables1796000100000,
  ResetBoots1796000100001,
  DeviceReports1796000100002,
  NetworkProfiles1796000100003,
  DataTransfers1796000200000,
  Reservations1796000300000,
  FirmwareImages1796000400000,
  FirmwareUpdates1796000400001,
  FirmwareCampaigns1796000400002,
  Logs1796000500000,
  SecurityEvents1796000600000,
  StationNotices1796000600001,
  StationEvents1796000600002,
  CustomerInformation1796000600003,
  KeptCommands1796000700000,
  BulkCommands1796000700001,
  TokenAdvice1796000700002,
  StationCertificates1796100000000,
  CertificateAnswers1796100000001,
];

/** How every connection is made; of the driver, which TypeORM hands them to. */
export const poolOptions = (url: string) => ({
  connectionString: url,
  application_name: 'tau',
  connectionTimeoutMillis: 10_000, // also the longest wait for a connection of the pool
  // the server gives up first: what we have given up must not be carried out later
  statement_timeout: 29_000,
  query_timeout: 30_000,
  keepAlive: true,
});

/** How TAU and the TypeORM command line reach the database. The schema only ever changes by migrations. */
export const ormOptions = (url: string, poolSize = 8): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: ENTITIES,
  migrations: MIGRATIONS,
  migrationsTableName: 'migrations',
  migrationsTransactionMode: 'each',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  // a failed statement reaches whoever asked as an error; TypeORM's own line about it would carry PIN codes and hashes
  logging: ['warn'],
  poolSize,
  extra: poolOptions(url),
});
