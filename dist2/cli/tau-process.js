import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CliError } from './cli-error.js';
/** Until a first start has made its database; generous, for slow machines. */
const START_MS = 60_000;
/** Until a stop is no longer waited for. */
const STOP_MS = 15_000;
/** A TAU that the demonstration has started for itself. */
export class TauProcess {
    baseUrl;
    child;
    constructor(baseUrl, child) {
        this.baseUrl = baseUrl;
        this.child = child;
    }
    /** Starts TAU with the embedded database in a folder of its own; its output goes to `tau.log` in there. */
    static async start(dataDir, port) {
        mkdirSync(dataDir, { recursive: true });
        const logFile = path.join(dataDir, 'tau.log');
        const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'main.js')], {
            // Ctrl-C goes to the whole group of the terminal; TAU is asked to stop when the stations have left
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe'],
            // empty counts as not set: what is set for the real TAU does not concern the demonstration
            env: {
                ...process.env,
                PORT: String(port),
                DATA_DIR: dataDir,
                DATABASE_URL: '',
                ADMIN_API_KEY: '',
                LOG_FORMAT: 'pretty',
            },
        });
        const log = createWriteStream(logFile);
        child.stdout.pipe(log, { end: false });
        child.stderr.pipe(log, { end: false });
        const tau = new TauProcess(`http://localhost:${port}`, child);
        process.once('exit', () => child.kill());
        await tau.ready().catch(async (error) => {
            await tau.stop();
            throw new CliError(`${error.message}\n${lastLines(logFile)}`);
        });
        return tau;
    }
    /** Resolves when the process is gone. */
    async stop() {
        if (this.child.exitCode !== null || this.child.signalCode !== null)
            return;
        const gone = new Promise((done) => this.child.once('exit', () => done()));
        this.child.kill('SIGTERM');
        const killer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
        await gone;
        clearTimeout(killer);
    }
    async ready() {
        const end = performance.now() + START_MS;
        while (performance.now() < end) {
            if (this.child.exitCode !== null)
                throw new Error('TAU did not start. Its last words:');
            const response = await fetch(`${this.baseUrl}/health/ready`).catch(() => undefined);
            if (response?.ok)
                return;
            await new Promise((pause) => setTimeout(pause, 100));
        }
        throw new Error(`TAU was not ready within ${START_MS / 1000} s. Its last words:`);
    }
}
const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10).join('\n');
//# sourceMappingURL=tau-process.js.map