// Fails when the entities say something that the migrations do not do, or when a migration cannot be taken back.
import { DataSource } from 'typeorm';
import { throwawayPostgres } from './throwaway-postgres.mjs';

const { ENTITIES, MIGRATIONS, ormOptions } = await import('../dist/database/data-source.js');
const { migrateDatabase } = await import('../dist/database/migrate.js');

const postgres = await throwawayPostgres();
try {
  await migrateDatabase(postgres.url);
  const dataSource = await new DataSource(ormOptions(postgres.url)).initialize();
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  if (upQueries.length > 0) {
    console.error('The migrations lack what the entities say. `npm run migration:generate` would write:');
    for (const { query } of upQueries) console.error(`  ${query}`);
    process.exitCode = 1;
  }
  for (let i = 0; i < MIGRATIONS.length; i++) await dataSource.undoLastMigration();
  const left = await dataSource.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname !~ '^(migrations|pk_migrations|PK_)'`,
  );
  if (left.length > 0) {
    console.error(`Taking all migrations back leaves ${left.map(({ relname }) => relname).join(', ')}.`);
    process.exitCode = 1;
  }
  await dataSource.destroy();
  if (!process.exitCode) console.log(`${MIGRATIONS.length} migration(s) and ${ENTITIES.length} entities agree.`);
} finally {
  await postgres.close();
}
