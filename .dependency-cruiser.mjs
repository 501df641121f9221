// The walls of the house: data flows from packages to the platform to the rooms to the command; nothing points back up.

const ROOMS =
  'schools|people|roster|policies|agreements|groups|concerns|safeguarding|cases|sanctions|subject|meetings|letters|governance|privacy|moderation|mail|intake|desk|demo';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'packages-stand-alone',
      comment:
        'A package serves browsers and other people’s programs: it knows nothing of the service or the command.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(server|cli|tests|bench)/' },
    },
    {
      name: 'packages-do-not-lean-on-each-other',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/' },
    },
    {
      name: 'platform-knows-no-rooms',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: '\\.test\\.tsx?$' },
      to: { path: `^server/src/(${ROOMS}|ui|edge)/` },
    },
    {
      name: 'look-knows-no-rooms',
      severity: 'error',
      from: { path: '^server/src/ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: `^server/src/(${ROOMS}|edge|platform)/` },
    },
    {
      name: 'rules-are-pure',
      comment:
        'State machines, guards and calculations do no input or output, so that every case of them can be tested.',
      severity: 'error',
      from: {
        path: '^server/src/[^/]+/(rules|states|guards|outcomes|visibility|calendar|permissions|roles)\\.ts$',
      },
      to: {
        path: [
          '/(store|routes|jobs|pages)[^/]*\\.tsx?$',
          '^server/src/platform/(web|database|mail|jobs|files|pdf|sign-in)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-touch-no-machine',
      severity: 'error',
      from: {
        path: '^server/src/[^/]+/(rules|states|guards|outcomes|visibility|calendar|permissions|roles)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms-do-not-use-each-others-pages',
      comment:
        'A room may use another room’s rules and the functions its store exports, never its pages, routes or jobs.',
      severity: 'error',
      from: { path: `^server/src/(${ROOMS})/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^server/src/(${ROOMS})/[^/]*(pages|routes|jobs)[^/]*\\.tsx?$`,
        pathNot: '^server/src/$1/',
      },
    },
    {
      name: 'service-knows-no-command',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(cli|bench)/' },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      severity: 'error',
      from: { path: '^server/browser/' },
      // A receipt's format, a ticket's proof and a padded length are the same on a page and on the server, and know nothing
      // of either.
      to: {
        path: '^server/src/',
        pathNot: '^server/src/(ui/|concerns/receipt/format|concerns/tell/proof|platform/web/lengths)',
      },
    },
    {
      name: 'no-stray-files',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.tsx?$',
          '(^|/)(index|main)\\.ts$',
          '^tests/',
          '^server/browser/',
          '\\.config\\.',
          '/train/',
          '/fuzz/',
          '/(tables|types)\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      comment:
        'A name that ends in "?url" is a file that the browser build copies; that build fails without it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^node$|\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|public|corpus|fixtures)/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: {
      conditionNames: ['handbell:source', 'types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
