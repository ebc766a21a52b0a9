// Builds if nothing has been built yet. Never rebuilds: a TAU that runs from dist/ must not see its files change.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('dist/main.js')) {
  process.exitCode =
    spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
