import { StartError } from '../common/start-error.js';
/** The SQLSTATE or the system's error code behind an error of TypeORM or pg; empty if there is none. */
export function databaseErrorCode(error) {
    const { code, driverError, errors } = (error ?? {});
    return driverError?.code ?? code ?? errors?.[0]?.code ?? '';
}
const AWAY = /^(08|57014$|57P0[1-3]$|53300$|3D000$|28P01$|ECONN|ENOTFOUND$|EAI_AGAIN$|EHOSTUNREACH$|ENETUNREACH$|ETIMEDOUT$|EPIPE$)/;
const AWAY_MESSAGE = /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|DataSource is not|Driver not Connected)/i;
/** Whether an error says that the database cannot be asked now, rather than that the question was wrong. */
export function isDatabaseAway(error) {
    if (!(error instanceof Error))
        return false;
    const message = error.driverError?.message ?? error.message;
    return AWAY.test(databaseErrorCode(error)) || AWAY_MESSAGE.test(message);
}
/** SQLSTATE classes in which what a row says is to blame. */
const REFUSED = /^(21|22|23|54|P0)/;
/** Whether PostgreSQL refused what a row says: it would do so every time, while other rows may pass. */
export const refusesRow = (error) => REFUSED.test(databaseErrorCode(error));
const RACES = new Set([
    '40001', // serialization
    '40P01', // a deadlock
    '23514', // the row went to the default partition while one for its time was attached; there are no other checks
]);
/** Whether a statement lost a race that harms no row: the same may be sent again at once. */
export const lostRace = (error) => RACES.has(databaseErrorCode(error));
/** Whether the server is there but still recovering or starting. */
export const isStarting = (error) => databaseErrorCode(error) === '57P03';
const ADVICE = {
    ECONNREFUSED: 'nothing answers there; is PostgreSQL running, and are host and port right?',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the host name cannot be looked up',
    ETIMEDOUT: 'no answer came; are host and port right, and does a firewall let it through?',
    '28P01': 'the user name or the password is wrong',
    '28000': 'the server does not let this user in (see its pg_hba.conf)',
    '3D000': 'the database does not exist; create it: CREATE DATABASE',
    '42501': 'the user may not create tables there; make it the owner of the database',
};
/** The URL without its password, for messages. */
export function withoutPassword(url) {
    const shown = new URL(url);
    if (shown.password)
        shown.password = '***';
    for (const name of shown.searchParams.keys())
        if (/password|key/i.test(name))
            shown.searchParams.set(name, '***');
    return shown.toString();
}
/** Why the database cannot be used, in words for whoever starts TAU. */
export function databaseStartError(error, url) {
    const code = databaseErrorCode(error);
    const said = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    const advice = ADVICE[code];
    const reason = advice ? `${advice} (${said})` : `${said}${code && ` (${code})`}`;
    return new StartError(`The database at DATABASE_URL (${withoutPassword(url)}) cannot be used: ${reason}`, {
        cause: error,
    });
}
//# sourceMappingURL=database-errors.js.map