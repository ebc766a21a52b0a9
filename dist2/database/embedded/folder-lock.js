import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../common/start-error.js';
import { bornOf, isRunning } from './processes.js';
/** A process in a container often has the pid of the one before it, so the pid alone says little. */
const isAlive = ({ pid, born }) => pid !== process.pid && isRunning(pid) && (born === '' || bornOf(pid) === born);
function readHolder(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/** Removes the lock of a dead process, unless somebody else has just taken the folder over in its place. */
function discard(file, dead) {
    const aside = `${file}.${process.pid}.dead`;
    if (!existsSync(file))
        return;
    renameSync(file, aside);
    if (JSON.stringify(readHolder(aside)) !== JSON.stringify(dead))
        linkSync(aside, file);
    rmSync(aside);
}
/**
 * Claims a data folder for this process, so that a second start beside a running one harms nothing. The lock of a
 * process that was killed does not bind.
 * @returns gives the folder up
 * @throws StartError naming the process that has it
 */
export function lockFolder(folder) {
    const file = path.join(folder, 'tau.lock');
    const own = path.join(folder, `tau.lock.${process.pid}`);
    writeFileSync(own, JSON.stringify({ pid: process.pid, born: bornOf(process.pid) }), { mode: 0o644 });
    try {
        for (;;) {
            try {
                linkSync(own, file); // exclusive, and never seen half written
                return () => rmSync(file, { force: true });
            }
            catch (error) {
                if (error.code !== 'EEXIST')
                    throw error;
            }
            const holder = readHolder(file);
            if (holder && isAlive(holder)) {
                throw new StartError(`TAU is already running on ${folder} (process ${holder.pid}). Stop that one first, ` +
                    `or give this one a DATA_DIR and a PORT of its own.`);
            }
            discard(file, holder);
        }
    }
    finally {
        rmSync(own, { force: true });
    }
}
//# sourceMappingURL=folder-lock.js.map