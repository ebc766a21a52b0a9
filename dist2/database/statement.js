/** The manager's transaction, as the hot path knows one; the ORM itself knows no names of statements. */
export function within(manager) {
    const send = async (statement, values) => {
        const client = (await manager.queryRunner.connect());
        return client.query({ ...statement, values });
    };
    return {
        run: async (statement, values) => (await send(statement, values)).rows,
        change: async (statement, values) => (await send(statement, values)).rowCount ?? 0,
    };
}
/** Runs a named statement on its own. Its errors are the driver's and carry no parameters. */
export async function query(dataSource, statement, values) {
    // the pool that TypeORM keeps: its own `query` has no place for the name
    const { master } = dataSource.driver;
    return (await master.query({ ...statement, values })).rows;
}
//# sourceMappingURL=statement.js.map