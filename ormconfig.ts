// For the TypeORM command line alone (npm run migration:*). It needs DATABASE_URL; the embedded database has none to give.
import { DataSource } from 'typeorm';
import { loadEnvFile, readConfig } from './src/config/read-config.js';
import { ormOptions } from './src/database/data-source.js';

loadEnvFile();
const { url } = readConfig(process.env).database;
if (!url) throw new Error('Set DATABASE_URL to the database that the migrations are about.');

export default new DataSource(ormOptions(url));
