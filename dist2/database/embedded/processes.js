import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
/** State and start time of a process on Linux; undefined elsewhere, or when there is none. */
function procStat(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // the program's name, in parentheses, may hold anything; the state is the field after it, the start time the 22nd
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { state: fields[0], startTime: fields[19] };
    }
    catch {
        return undefined;
    }
}
/** What tells a process from a later one with the same pid; empty where the system does not say. */
export function bornOf(pid) {
    const stat = procStat(pid);
    return stat ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.startTime}` : '';
}
/** Program and arguments of a process, separated by spaces; empty if there is none. */
export function commandLine(pid) {
    try {
        if (process.platform === 'linux')
            return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    }
    catch {
        return '';
    }
}
/** Sends a signal; a process that is gone or not ours to signal is left alone. */
export function signal(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch {
        // gone already
    }
}
/** Whether there is such a process that has not ended. */
export function isRunning(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        if (error.code !== 'EPERM')
            return false;
    }
    return procStat(pid)?.state !== 'Z'; // ended, but nobody has asked for its result
}
/** Whether the process ended within `ms`. */
export async function endsWithin(pid, ms) {
    for (const end = performance.now() + ms; performance.now() < end; await wait(20))
        if (!isRunning(pid))
            return true;
    return !isRunning(pid);
}
//# sourceMappingURL=processes.js.map