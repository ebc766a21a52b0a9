// Writes the migration that brings the schema to what the entities say: npm run migration:generate -- security-events
// Compares with the migrations as built, on a throw-away database; a database of yours is neither needed nor touched.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { throwawayPostgres } from './throwaway-postgres.mjs';

const [name] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? '')) {
  console.error('Say what changes, in kebab-case: npm run migration:generate -- security-events');
  process.exit(2);
}
execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const { ormOptions } = await import('../dist/database/data-source.js');
const { migrateDatabase } = await import('../dist/database/migrate.js');

const time = Date.now();
const className = `${name.replace(/(^|-)(.)/g, (_all, _dash, letter) => letter.toUpperCase())}${time}`;
const statements = (queries) =>
  queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('"public".', '').trim()}\`);`).join('\n');

const postgres = await throwawayPostgres();
try {
  await migrateDatabase(postgres.url);
  const dataSource = await new DataSource(ormOptions(postgres.url)).initialize();
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  if (upQueries.length === 0) {
    console.log('The migrations do what the entities say; nothing to write.');
  } else {
    const file = `src/database/migrations/${time}-${name}.ts`;
    if (existsSync(file)) throw new Error(`${file} exists`);
    writeFileSync(
      file,
      `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What changes, and why. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${statements(upQueries)}
  }

  async down(runner: QueryRunner): Promise<void> {
${statements([...downQueries].reverse())}
  }
}
`,
    );
    execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
    console.log(`${file} is written. Read it, say at its top what it is for, and list ${className} in MIGRATIONS`);
    console.log('(src/database/data-source.ts). `npm run migrations:check` then compares the two.');
  }
} finally {
  await postgres.close();
}
