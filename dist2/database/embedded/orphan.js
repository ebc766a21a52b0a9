import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, endsWithin, signal } from './processes.js';
/** Stops a PostgreSQL cleanly: open sessions are cut, everything committed is on disk. */
export async function stopPostmaster(pid) {
    signal(pid, 'SIGINT'); // "fast shutdown"
    if (await endsWithin(pid, 20_000))
        return;
    signal(pid, 'SIGQUIT'); // "immediate shutdown": recovers at the next start
    if (!(await endsWithin(pid, 5000)))
        signal(pid, 'SIGKILL');
}
/** Stops the PostgreSQL that a killed TAU left behind on `data`. Never touches another process with the same pid. */
export async function stopOrphan(data) {
    let pid;
    try {
        pid = Number.parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8'), 10);
    }
    catch {
        return;
    }
    if (pid > 0 && commandLine(pid).includes(data))
        await stopPostmaster(pid);
}
//# sourceMappingURL=orphan.js.map