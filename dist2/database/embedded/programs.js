import { spawn } from 'node:child_process';
import { StartError } from '../../common/start-error.js';
const idsOf = ({ uid, gid }) => ({
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
});
/** English messages, whatever the machine's language: the supervisor reads some of them. */
const environment = () => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });
/** Runs a program of PostgreSQL to its end. @throws StartError with what it said, if it fails */
export async function run(program, args, user) {
    const child = spawn(program, args, {
        ...idsOf(user),
        cwd: '/',
        env: environment(),
        stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said = (said + chunk.toString()).slice(-4000)));
    const failure = await new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('close', (code, signal) => resolve(code === 0 ? undefined : `ended with ${code ?? signal}\n${said}`));
    });
    if (failure)
        throw new StartError(`${program}: ${failure.trim()}`);
}
/** PostgreSQL ended before it was ready; `said` is what it logged. */
export class NotReadyError extends Error {
    said;
    constructor(said) {
        super(`PostgreSQL did not start: ${said.trim()}`);
        this.said = said;
    }
}
/** Starts PostgreSQL and waits until it takes connections. @throws NotReadyError */
export async function startPostmaster(program, args, user) {
    // a session of its own: Ctrl-C in the terminal reaches TAU alone, which stops the database last
    const child = spawn(program, args, {
        ...idsOf(user),
        cwd: '/',
        env: environment(),
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
    });
    let said = '';
    let ready;
    const isReady = new Promise((resolve) => (ready = resolve));
    child.stderr.on('data', (chunk) => {
        said = (said + chunk.toString()).slice(-4000);
        if (said.includes('ready to accept connections'))
            ready();
    });
    const gone = new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', () => resolve(said));
    });
    const failed = await Promise.race([isReady.then(() => undefined), gone]);
    if (failed !== undefined)
        throw new NotReadyError(failed);
    return { pid: child.pid, gone };
}
//# sourceMappingURL=programs.js.map