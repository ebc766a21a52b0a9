// Writes docs/conformance.md from what the end-to-end tests exchanged when they ran last. Needs a build.
// `--check` writes nothing and fails when the committed page is not what the tests have shown.
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { builtMessages } from './conformance-built.mjs';
import { conformancePage } from './conformance-page.mjs';
import { filesBelow } from './files-below.mjs';

const PAGE = 'docs/conformance.md';
const ARTIFACT = 'test/.artifacts/conformance.json';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const { files } = JSON.parse(read(ARTIFACT) ?? '{"files":{}}');
const specs = filesBelow('test', '.e2e-spec.ts');
const neverRan = specs.filter((file) => !files[file]);

if (neverRan.length > 0) {
  console.error(`Run \`npm run test:e2e\` first: nothing is known of ${neverRan.join(', ')}.`);
  process.exitCode = 1;
} else {
  // what was shown by a test file that is gone counts no more
  const tests = specs.flatMap((file) => files[file].map((test) => ({ ...test, file })));
  const page = conformancePage(await builtMessages(), tests);
  if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
  else if (read(PAGE) !== page) {
    console.error(`${PAGE} is not what the tests have shown. Run \`npm run conformance\` and look at the difference.`);
    process.exitCode = 1;
  }
}
