// `npm run check`: everything that must hold before a change lands. `--without-tests` leaves out unit and end-to-end
// tests and faults, for those who have just run `npm test` and `npm run faults:quick`.
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['format', 'format:check'],
  ['lint', 'lint'],
  ['types, with the type tests', 'types'],
  ['boundaries', 'boundaries'],
  ['build', 'build'],
  ['unit and end-to-end tests', 'test', 'test'],
  ['faults, the quick form', 'faults:quick', 'test'],
  ['breakages that tests notice, ten of them', 'mutants:quick'],
  ['conformance drift', 'conformance:check'],
  ['OpenAPI drift', 'openapi:check'],
  ['migration drift', 'migrations:check'],
  ['start of the built application', 'start:check'],
];

const withoutTests = process.argv.includes('--without-tests');
const failed = [];
for (const [title, script, kind] of STEPS) {
  if (kind === 'test' && withoutTests) continue;
  console.log(`\n── ${title}`);
  // pretest would build once more
  const args = ['run', '--silent', script, ...(kind === 'test' ? ['--ignore-scripts'] : [])];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failed.push(title);
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
