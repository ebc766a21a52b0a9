import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../common/start-error.js';
/** PostgreSQL refuses to run as root: root lends it the user `postgres`, or else `nobody`. Nothing is created. */
export function databaseUser() {
    if (process.getuid?.() !== 0)
        return {};
    const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
    for (const wanted of ['postgres', 'nobody']) {
        const [name, , uid, gid] = users.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? [];
        if (name && uid && gid)
            return { name, uid: Number(uid), gid: Number(gid) };
    }
    throw new StartError('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. ' +
        'Start TAU as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.');
}
/** The first folder on the way to `target` that the user may not enter; undefined if none bars the way. */
export function barredFolder(target, { uid, gid }) {
    if (uid === undefined)
        return undefined;
    const { root } = path.parse(target);
    const names = path.relative(root, target).split(path.sep);
    return [root, ...names.map((_, i) => path.join(root, ...names.slice(0, i + 1)))].find((folder) => {
        const stat = statSync(folder);
        const enter = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
        return (stat.mode & enter) === 0;
    });
}
//# sourceMappingURL=process-user.js.map