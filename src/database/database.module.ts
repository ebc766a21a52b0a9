import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { Workload } from '../ocpp/index.js';
import { ormOptions } from './data-source.js';
import { Backlog } from './backlog.js';
import { LostConnections } from './lost-connections.js';
import { WritePool } from './write-pool.js';

/**
 * The connections to PostgreSQL, whose schema has been brought up to date before (see migrate.ts). When the database
 * goes away later, the pool connects again by itself once it is back.
 */
@Global()
@Module({
  providers: [Backlog, LostConnections, WritePool, { provide: Workload, useExisting: Backlog }],
  exports: [Backlog, LostConnections, Workload, WritePool],
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config, LostConnections],
      useFactory: ({ database }: Config, lost: LostConnections) => ({
        ...ormOptions(database.url!, database.poolSize),
        poolErrorHandler: (error: Error) => lost.note(error),
        toRetry: () => false, // whoever opened the database has waited as long as it is worth
      }),
    }),
  ],
})
export class DatabaseModule {}
