import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CommandsModule } from './commands/commands.module.js';
import { CommonModule } from './common/common.module.js';
import { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { TlsModule } from './http/tls/tls.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { AuthorizationModule } from './modules/authorization/authorization.module.js';
import { AvailabilityModule } from './modules/availability/availability.module.js';
import { DataTransferModule } from './modules/data-transfer/data-transfer.module.js';
import { CertificatesModule } from './modules/certificates/certificates.module.js';
import { CustomerInformationModule } from './modules/diagnostics/customer-information/customer-information.module.js';
import { DiagnosticsModule } from './modules/diagnostics/diagnostics.module.js';
import { MonitoringModule } from './modules/diagnostics/monitoring.module.js';
import { DisplayMessageModule } from './modules/display-message/display-message.module.js';
import { FirmwareModule } from './modules/firmware/firmware.module.js';
import { PublicationsModule } from './modules/firmware/publications/publications.module.js';
import { MeterValuesModule } from './modules/meter-values/meter-values.module.js';
import { ProvisioningModule } from './modules/provisioning/provisioning.module.js';
import { RemoteControlModule } from './modules/remote-control/remote-control.module.js';
import { SecurityModule } from './modules/security/security.module.js';
import { ReservationModule } from './modules/reservation/reservation.module.js';
import { SmartChargingModule } from './modules/smart-charging/smart-charging.module.js';
import { StationsModule } from './modules/stations/stations.module.js';
import { TransactionsModule } from './modules/transactions/transactions.module.js';
import { OcppModule } from './ocpp/ocpp.module.js';
import { OperatorsModule } from './operators/index.js';
import { RetentionModule } from './retention/retention.module.js';

/** The whole of TAU. Its settings are passed in, so that tests run several side by side. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        LoggingModule,
        CommonModule,
        DatabaseModule,
        OperatorsModule,
        HealthModule,
        FilesModule,
        OcppModule,
        CommandsModule,
        StationsModule,
        ProvisioningModule,
        AvailabilityModule,
        AuthorizationModule,
        TransactionsModule,
        MeterValuesModule,
        RemoteControlModule,
        SecurityModule,
        DataTransferModule,
        DiagnosticsModule,
        MonitoringModule,
        CustomerInformationModule,
        SmartChargingModule,
        CertificatesModule,
        DisplayMessageModule,
        ReservationModule,
        FirmwareModule,
        PublicationsModule,
        RetentionModule,
        TlsModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
