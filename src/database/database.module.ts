import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { ormOptions } from './data-source.js';
import { migrateDatabase } from './migrate.js';
import { StartError } from '../common/start-error.js';

/**
 * The connections to PostgreSQL, the schema up to date. When the database goes away later, the pool connects again by
 * itself once it is back.
 */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: async ({ database }: Config) => {
        if (!database.url) throw new StartError('There is no database: DATABASE_URL is not set, nor one embedded.');
        await migrateDatabase(database.url);
        return { ...ormOptions(database.url, database.poolSize), toRetry: () => false };
      },
    }),
  ],
})
export class DatabaseModule {}
