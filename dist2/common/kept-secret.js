import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error.js';
/** The secret that a file in the data folder holds; undefined if there is none. */
export function readKeptSecret(dataDir, name) {
    try {
        return readFileSync(path.join(dataDir, name), 'utf8').trim() || undefined;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
/** Puts a secret into a file of the data folder that its owner alone can read; replaces the former one. */
export function keepSecret(dataDir, name, secret) {
    rmSync(path.join(dataDir, name), { force: true });
    writeOnce(dataDir, name, secret);
}
/** The secret in that file, made if there is none yet. Of several processes that make one at once, one wins. */
export function keptSecret(dataDir, name, make) {
    const kept = readKeptSecret(dataDir, name);
    if (kept)
        return kept;
    writeOnce(dataDir, name, make());
    return readKeptSecret(dataDir, name);
}
function writeOnce(dataDir, name, secret) {
    try {
        linkOnce(dataDir, name, secret);
    }
    catch (error) {
        throw new StartError(`A new ${name} cannot be kept in the data folder: ${error.message}. ` +
            `Set DATA_DIR to a folder that this user may write to, or set ${name.replaceAll('-', '_').toUpperCase()}.`);
    }
}
function linkOnce(dataDir, name, secret) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const file = path.join(dataDir, name);
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, `${secret}\n`, { mode: 0o600 });
    try {
        linkSync(whole, file); // never seen half written, never overwritten
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
    }
    finally {
        rmSync(whole);
    }
}
//# sourceMappingURL=kept-secret.js.map