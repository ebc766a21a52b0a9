import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { LOCKS } from './advisory-locks.js';
import { databaseStartError, isStarting } from './database-errors.js';
import { ormOptions } from './data-source.js';
import { StartError } from '../common/start-error.js';
const OLDEST_POSTGRES = 15;
/**
 * Brings the schema of a database up to date. Of several processes that start at once, one migrates and the others
 * wait for it: TypeORM itself takes no lock.
 * @throws StartError that says what is wrong with the database, without its password
 */
export async function migrateDatabase(url) {
    // apart from the application's connections: a migration may take longer than any of its queries is allowed to
    const dataSource = new DataSource({ ...ormOptions(url, 2), entities: [], extra: {} });
    try {
        await connect(dataSource);
        await checkVersion(dataSource);
        await underLock(dataSource.createQueryRunner(), () => dataSource.runMigrations());
    }
    catch (error) {
        throw error instanceof StartError ? error : databaseStartError(error, url);
    }
    finally {
        if (dataSource.isInitialized)
            await dataSource.destroy();
    }
}
/** A server that has just been started, or recovers, is worth waiting for. */
async function connect(dataSource) {
    for (let attempt = 1;; attempt++) {
        try {
            await dataSource.initialize();
            return;
        }
        catch (error) {
            if (!isStarting(error) || attempt === 60)
                throw error;
            await wait(500);
        }
    }
}
async function checkVersion(dataSource) {
    const query = `SELECT current_setting('server_version_num')::int / 10000 AS version`;
    const [{ version }] = (await dataSource.query(query));
    if (version >= OLDEST_POSTGRES)
        return;
    throw new StartError(`DATABASE_URL leads to PostgreSQL ${version}; TAU needs ${OLDEST_POSTGRES} or newer.`);
}
async function underLock(session, job) {
    try {
        await session.query('SELECT pg_advisory_lock($1)', [LOCKS.migration]);
        await job();
        await session.query('SELECT pg_advisory_unlock($1)', [LOCKS.migration]);
    }
    finally {
        await session.release();
    }
}
//# sourceMappingURL=migrate.js.map