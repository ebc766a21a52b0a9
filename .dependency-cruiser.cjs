// The directions in which parts of TAU may depend on each other. `npm run boundaries` checks them.

const BLOCK = '^src/modules/([^/]+)/';
const HANDLERS = '\\.handlers\\.v[0-9]+\\.ts$';
const EDGES = `(${HANDLERS}|\\.controller\\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'kernel-knows-no-block',
      comment:
        'The protocol kernel finds handlers by discovery and declares the ports it needs; it stays testable alone.',
      severity: 'error',
      from: { path: '^src/ocpp/' },
      to: { path: '^src/(modules|database|commands|operators|files|health|http|cli)/' },
    },
    {
      name: 'kernel-by-its-door',
      comment: 'Everybody else sees src/ocpp/index.ts alone, so that the kernel can be rearranged behind it.',
      severity: 'error',
      from: { pathNot: '^src/(ocpp/|app\\.(module|setup)\\.ts$)' },
      to: { path: '^src/ocpp/', pathNot: '^src/ocpp/index\\.ts$' },
    },
    {
      name: 'edges-are-thin',
      comment: 'Handlers and controllers translate and delegate: their own service, nothing below it. Types may pass.',
      severity: 'error',
      from: { path: EDGES },
      to: {
        path: '(^src/database/|\\.entity\\.ts$|(^|/)node_modules/(typeorm|@nestjs/typeorm|pg)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'blocks-by-their-door',
      comment: 'A functional block sees another one through its index.ts alone.',
      severity: 'error',
      from: { path: BLOCK },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'blocks-by-their-door-from-outside',
      comment: 'So does the rest of TAU. Only the composition of the application and the list of entities look inside.',
      severity: 'error',
      from: { pathNot: ['^src/modules/', '^src/app\\.module\\.ts$', '^src/database/data-source\\.ts$'] },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'commands-and-operators-by-their-door',
      comment: 'The same for what is no functional block but as much of a unit.',
      severity: 'error',
      from: { pathNot: ['^src/(commands|operators)/', '^src/app\\.module\\.ts$', '^src/database/data-source\\.ts$'] },
      to: { path: '^src/(commands|operators)/', pathNot: '/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Where two parts want each other, one listens to an event. Types alone cannot tie a knot at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'versions-apart',
      comment: 'OCPP 1.6 and 2.x are translated to the same service, never to each other.',
      severity: 'error',
      from: { path: '\\.handlers\\.v16\\.ts$' },
      to: { path: '\\.handlers\\.v2\\d*\\.ts$' },
    },
    {
      name: 'versions-apart-the-other-way',
      comment: 'See versions-apart.',
      severity: 'error',
      from: { path: '\\.handlers\\.v2\\d*\\.ts$' },
      to: { path: '\\.handlers\\.v16\\.ts$' },
    },
    {
      name: 'payload-types-in-version-files',
      comment:
        'Services speak 2.0.1 words; the payloads of a version stay in its handlers and in the translations of commands.',
      severity: 'error',
      from: { path: '^src/(modules|commands)/', pathNot: [HANDLERS, '\\.commands\\.ts$'] },
      to: { path: ['^src/ocpp/messages/', '(^|/)node_modules/typed-ocpp/'] },
    },
    {
      name: 'common-has-no-domain',
      comment: 'What everybody uses depends on nobody.',
      severity: 'error',
      from: { path: '^src/common/' },
      to: { path: '^src/', pathNot: '^src/(common|config)/' },
    },
    {
      name: 'no-http-below-the-edge',
      comment: 'Services know no HTTP: the same rules serve OCPP, REST and jobs.',
      severity: 'error',
      from: { path: '\\.service\\.ts$', pathNot: '^src/(ocpp|http|health)/' },
      to: { path: '(^|/)node_modules/(@types/)?express/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What the running TAU imports is installed with it. Types vanish in the build.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere compiles in tests and dies in production.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(spec|type-test)\\.ts$' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
