// Joins what the end-to-end tests exchanged on the wire (test/support/exchanges.ts) with whether they passed, in
// test/.artifacts/conformance.json; `npm run conformance` makes docs/conformance.md of it. What other test files left
// there at an earlier run stays, so that the tests need not all run at once.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ARTIFACT = 'test/.artifacts/conformance.json';

export default class ConformanceReporter {
  constructor({ rootDir, testNamePattern }) {
    this.rootDir = rootDir;
    // of a file whose tests did not all run, nothing can be said
    this.isPartial = Boolean(testNamePattern);
  }

  onRunStart() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'tau-exchanges-'));
    process.env.TAU_EXCHANGES = this.folder; // workers are forked after this
  }

  onRunComplete(_contexts, { testResults, wasInterrupted }) {
    const ran = testResults.filter(({ testFilePath }) => testFilePath.endsWith('.e2e-spec.ts'));
    if (!this.isPartial && !wasInterrupted && ran.length > 0) this.keep(ran);
    rmSync(this.folder, { recursive: true, force: true });
  }

  keep(ran) {
    const exchanges = this.exchanges();
    const file = path.join(this.rootDir, ARTIFACT);
    const files = readFiles(file);
    for (const { testFilePath, testResults } of ran) {
      const tests = new Map();
      for (const { fullName, status } of testResults) {
        // two tests of one name count as one that passes when both do
        const passed = status === 'passed' && (tests.get(fullName)?.passed ?? true);
        tests.set(fullName, { name: fullName, passed, exchanges: exchanges.get(`${testFilePath} ${fullName}`) ?? [] });
      }
      files[path.relative(this.rootDir, testFilePath).split(path.sep).join('/')] = [...tests.values()];
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ files }, null, 1)}\n`);
  }

  exchanges() {
    const byTest = new Map();
    for (const name of readdirSync(this.folder)) {
      for (const line of readFileSync(path.join(this.folder, name), 'utf8').split('\n').filter(Boolean)) {
        const { file, test, ...exchange } = JSON.parse(line);
        const key = `${file} ${test}`;
        byTest.set(key, [...(byTest.get(key) ?? []), exchange]);
      }
    }
    return byTest;
  }
}

function readFiles(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).files;
  } catch {
    return {}; // the first run
  }
}
