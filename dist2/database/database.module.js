var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Workload } from '../ocpp/index.js';
import { ormOptions } from './data-source.js';
import { Backlog } from './backlog.js';
import { WritePool } from './write-pool.js';
const logger = new Logger('Database');
/**
 * The connections to PostgreSQL, whose schema has been brought up to date before (see migrate.ts). When the database
 * goes away later, the pool connects again by itself once it is back.
 */
let DatabaseModule = class DatabaseModule {
};
DatabaseModule = __decorate([
    Global(),
    Module({
        providers: [Backlog, WritePool, { provide: Workload, useExisting: Backlog }],
        exports: [Backlog, Workload, WritePool],
        imports: [
            TypeOrmModule.forRootAsync({
                inject: [Config],
                useFactory: ({ database }) => ({
                    ...ormOptions(database.url, database.poolSize),
                    poolErrorHandler: (error) => logger.warn(`A connection to the database was lost: ${error.message}`),
                    toRetry: () => false, // whoever opened the database has waited as long as it is worth
                }),
            }),
        ],
    })
], DatabaseModule);
export { DatabaseModule };
//# sourceMappingURL=database.module.js.map