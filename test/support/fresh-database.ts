import { DataSource } from 'typeorm';
import { ormOptions } from '../../src/database/data-source.js';

/**
 * A migrated, empty database of a test file's own; it goes with the test run.
 * @param name lower-case letters and underscores, unique among the test files
 */
export async function freshDatabase(name: string): Promise<DataSource> {
  const url = new URL(process.env['TAU_TEST_DATABASE_URL']!);
  const template = process.env['TAU_TEST_TEMPLATE']!;
  const server = await new DataSource({ type: 'postgres', url: url.href }).initialize();
  try {
    await server.query(`CREATE DATABASE "${template}_${name}" TEMPLATE "${template}"`);
  } finally {
    await server.destroy();
  }
  url.pathname = `/${template}_${name}`;
  return new DataSource(ormOptions(url.href)).initialize();
}
