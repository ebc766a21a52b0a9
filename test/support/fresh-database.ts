import { DataSource } from 'typeorm';
import { ormOptions } from '../../src/database/data-source.js';
import { createTestDatabase } from './test-database.js';

/** Connections to a migrated, empty database of a test file's own; it goes with the test run. */
export async function freshDatabase(): Promise<DataSource> {
  const { url } = await createTestDatabase();
  return new DataSource(ormOptions(url)).initialize();
}
