/** @type {import('jest').Config} */
const base = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  // TypeScript sources import each other with the ".js" ending that Node wants at run time
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  // jest leaves a core unused, which on two cores is half of them
  maxWorkers: '100%',
  // modules of one test file stay in memory in ESM mode; a fresh worker costs less than collecting them
  workerIdleMemoryLimit: '800MB',
  reporters: ['default', '<rootDir>/test/support/conformance-reporter.mjs'],
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.spec.ts',
        '<rootDir>/test/architecture/**/*.spec.ts',
        '<rootDir>/bench/**/*.spec.mjs',
      ],
    },
    { ...withDatabase, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'] },
    // what goes wrong, seen from outside of the process: two rows at a time, which allows four times as long; `npm run
    // faults` plays one after the other and measures
    { ...base, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.fault-spec.ts'] },
    // what needs more than Node: nats-server, openssl, root; run by .ci/run alone
    {
      ...base,
      displayName: 'system',
      testMatch: ['<rootDir>/test/system/**/*.system-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/system/patience.mjs'],
    },
  ],
};
