import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../../common/start-error.js';
import { run } from './programs.js';
/** The name of the superuser, and of the database, of the embedded PostgreSQL. */
export const TAU = 'tau';
/** Finds or makes the database files in `folder`. */
export async function openCluster(folder, { bin, major }, user) {
    const data = path.join(folder, 'data');
    const passwordFile = path.join(folder, 'password');
    if (!existsSync(data))
        await create(data, passwordFile, bin, user);
    const version = Number.parseInt(await readFile(path.join(data, 'PG_VERSION'), 'utf8'), 10);
    if (version !== major) {
        throw new StartError(`The database in ${data} is of PostgreSQL ${version}, but this TAU brings PostgreSQL ${major}. ` +
            `Start the former TAU, dump the database with pg_dump, and restore it into an empty DATA_DIR.`);
    }
    return { data, password: await readFile(passwordFile, 'utf8') };
}
async function create(data, passwordFile, bin, user) {
    const unfinished = `${data}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (user.uid !== undefined)
        await chown(passwordFile, user.uid, user.gid);
    const initdb = path.join(bin, 'initdb');
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username', TAU, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    // --no-sync: waiting for the disk takes seconds here; syncCluster makes up for it beside the running server
    await run(initdb, ['--pgdata', unfinished, '--no-sync', '--no-instructions', ...locale, ...access], user);
    await rename(unfinished, data); // a start that is killed half-way leaves nothing that looks finished
}
/** Brings new database files safely to the disk. */
export const syncCluster = (data, bin, user) => run(path.join(bin, 'initdb'), ['--pgdata', data, '--sync-only'], user);
//# sourceMappingURL=cluster.js.map