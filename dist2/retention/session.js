/** One connection to the database. Jobs do all of their work on one, so that requests keep the others. */
export class Session {
    runner;
    constructor(runner) {
        this.runner = runner;
    }
    /** The rows of a SELECT, or of a statement that ends with one. */
    async rows(sql, values = []) {
        return (await this.runner.query(sql, values, true)).records;
    }
    /** @returns how many rows a statement changed */
    async change(sql, values = []) {
        return (await this.runner.query(sql, values, true)).affected ?? 0;
    }
    /** Commits what `work` did, or nothing of it. */
    async transaction(work) {
        await this.runner.startTransaction();
        try {
            const result = await work();
            await this.runner.commitTransaction();
            return result;
        }
        catch (error) {
            // the connection may be gone, and the first error says more
            await this.runner.rollbackTransaction().catch(() => undefined);
            throw error;
        }
    }
}
/** Lends a connection to `work`. */
export async function withSession(dataSource, work) {
    const runner = dataSource.createQueryRunner();
    try {
        return await work(new Session(runner));
    }
    finally {
        await runner.release();
    }
}
/**
 * Does `work` unless another process does it at this moment.
 * @param lock names the work among the advisory locks of the database
 */
export function underLock(dataSource, lock, work) {
    return withSession(dataSource, async (session) => {
        const [{ taken }] = (await session.rows('SELECT pg_try_advisory_lock($1) AS taken', [lock]));
        if (!taken)
            return;
        try {
            await work(session);
        }
        finally {
            // a connection that was lost has lost its locks as well
            await session.rows('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
        }
    });
}
//# sourceMappingURL=session.js.map