var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var AppModule_1;
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CommandsModule } from './commands/commands.module.js';
import { CommonModule } from './common/common.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { TlsModule } from './http/tls/tls.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { AuthorizationModule } from './modules/authorization/authorization.module.js';
import { AvailabilityModule } from './modules/availability/availability.module.js';
import { MeterValuesModule } from './modules/meter-values/meter-values.module.js';
import { ProvisioningModule } from './modules/provisioning/provisioning.module.js';
import { RemoteControlModule } from './modules/remote-control/remote-control.module.js';
import { StationsModule } from './modules/stations/stations.module.js';
import { TransactionsModule } from './modules/transactions/transactions.module.js';
import { OcppModule } from './ocpp/ocpp.module.js';
import { OperatorsModule } from './operators/index.js';
import { RetentionModule } from './retention/retention.module.js';
/** The whole of TAU. Its settings are passed in, so that tests run several side by side. */
let AppModule = AppModule_1 = class AppModule {
    static forRoot(config) {
        return {
            module: AppModule_1,
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
                RetentionModule,
                TlsModule,
            ],
            providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
        };
    }
};
AppModule = AppModule_1 = __decorate([
    Module({})
], AppModule);
export { AppModule };
//# sourceMappingURL=app.module.js.map