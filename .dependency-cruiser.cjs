// Imports go one way: kit is generic; prisma/<domain> <- subgraphs/<domain> <- stack; prisma <- seeds;
// the gateway takes from kit what knows nothing of a database. Tests may reach for seeds and test databases.
const tests =
  '(\\.test\\.ts$|/test/|/fixtures/|/testing/|/testing\\.ts$|/blackbox/|vitest\\.config\\.ts$|^vitest\\.base\\.ts$)';
const source = (folder) => ({ path: folder, pathNot: tests });

module.exports = {
  forbidden: [
    {
      name: 'kit-is-generic',
      comment: 'kit is shared by every domain, so it can know none of them.',
      severity: 'error',
      from: source('^subgraphs/kit/'),
      to: { path: '^(prisma|seeds|gateway|stack|subgraphs/(?!kit/))' },
    },
    {
      name: 'kit-tests-import-no-subgraph',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^(seeds|gateway|stack|subgraphs/(?!kit/))' },
    },
    {
      name: 'reference-stands-alone',
      comment: 'Reference data is read by domains and the seeds, and knows none of them.',
      severity: 'error',
      from: { path: '^subgraphs/reference/' },
      to: { path: '^(prisma|seeds|gateway|stack|subgraphs/(?!reference/))' },
    },
    {
      name: 'subgraphs-stand-apart',
      comment: 'Domains meet in the graph only: another domain is a key, not an import.',
      severity: 'error',
      from: { path: '^subgraphs/(?!(?:kit|reference)/)([^/]+)/' },
      to: { path: '^subgraphs/(?!(?:kit|reference)/)', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-own-their-tables',
      comment: 'A domain reads its own tables; what it needs of another comes through the graph or a job.',
      severity: 'error',
      from: source('^subgraphs/(?!(?:kit|reference)/)([^/]+)/'),
      to: { path: '^(prisma|seeds)/', pathNot: '^prisma/$1/' },
    },
    {
      name: 'subgraphs-import-no-host',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|stack)/' },
    },
    {
      name: 'prisma-stands-alone',
      comment: 'Migrations run before anything else of the repository does.',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(subgraphs|seeds|gateway|stack)/' },
    },
    {
      name: 'seeds-know-tables-only',
      severity: 'error',
      from: { path: '^seeds/' },
      to: { path: '^(gateway|stack|subgraphs/(?!(?:kit|reference)/))' },
    },
    {
      name: 'gateway-takes-little-of-kit',
      comment:
        'The gateway has no database: of kit it may have the viewer, settings, logs, metrics, traces, error codes, page sizes and shared types.',
      severity: 'error',
      from: source('^gateway/'),
      to: {
        path: '^(subgraphs|prisma|seeds)/',
        pathNot:
          '^subgraphs/kit/src/(viewer|env|logger|metrics|errors|telemetry|serviceSettings|pageSize|sharedTypeDefs)(/|\\.ts$)',
      },
    },
    {
      name: 'nothing-imports-the-stack',
      comment: 'Journeys and benchmarks run it, by what its tests start it with.',
      severity: 'error',
      from: { pathNot: '^stack/' },
      to: { path: '^stack/', pathNot: '^stack/test/(browser|stackProcess)\\.ts$' },
    },
    {
      name: 'monitoring-stands-alone',
      comment: 'What watches the services knows them by what they export alone.',
      severity: 'error',
      from: { path: '^monitoring/' },
      to: { path: '^(subgraphs|prisma|seeds|gateway|stack|bench|web|sdk)/' },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'Partners install the SDK without the server: what it needs of it stands in the contract.',
      severity: 'error',
      from: { path: '^sdk/' },
      to: { path: '^(subgraphs|prisma|seeds|gateway|stack|bench|web)/' },
    },
    {
      name: 'sdk-needs-no-packages',
      comment: 'The SDK runs wherever fetch does, and brings nothing into the software of partners.',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'core'] },
    },
    {
      name: 'the-server-needs-no-sdk',
      severity: 'error',
      from: { path: '^(subgraphs|prisma|seeds|gateway)/' },
      to: { path: '^sdk/' },
    },
    {
      name: 'web-stands-apart',
      comment: 'The web app knows the graph by its operations alone, never by the code of a server.',
      severity: 'error',
      from: source('^web/'),
      to: { path: '^(gateway|subgraphs|prisma|seeds|stack|bench)/' },
    },
    { name: 'nothing-imports-the-web', severity: 'error', from: { pathNot: '^web/' }, to: { path: '^web/' } },
    {
      name: 'design-knows-no-feature',
      comment: 'What every page is made of knows none of them.',
      severity: 'error',
      from: source('^web/src/(design|graph|session)/'),
      to: { path: '^web/src/(features|app)/' },
    },
    {
      name: 'features-stand-apart',
      comment: 'An area of the app shows what it owns; what two of them show is design.',
      severity: 'error',
      from: source('^web/src/features/([^/]+)/'),
      to: { path: '^web/src/(features/(?!$1/)|app/)' },
    },
    {
      name: 'terraform-stands-apart',
      comment:
        'Stacks say what runs by its name; of the code that runs they know the list of domains and of scopes.',
      severity: 'error',
      from: { path: '^terraform/' },
      to: {
        path: '^(gateway|subgraphs|prisma|seeds|stack|bench|sdk|web)/',
        pathNot: '^(prisma/domains|gateway/src/personas)\\.ts$',
      },
    },
    {
      name: 'nothing-imports-terraform',
      severity: 'error',
      from: { pathNot: '^terraform/' },
      to: { path: '^terraform/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, pathNot: '/generated/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared',
      comment: "A package declares what it imports; npm's hoisting would hide that it does not.",
      severity: 'error',
      // kit's codegen.ts runs in the packages that call it, with their code generator.
      from: { pathNot: '^subgraphs/kit/codegen\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'Images hold no devDependencies; the explorer is bundled before an image is made.',
      severity: 'error',
      from: {
        pathNot: `${tests}|/codegen\\.ts$|/generate\\.ts$|^gateway/explorer/|^monitoring/grafana/|^web/[^/]+$`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The peers of the benchmark have an installation of their own.
    exclude: {
      path: '(^|/)(generated|dist)/|^bench/peers/|^web/(\\.next/|next-env|public/explorer/)|\\.css$',
    },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    // Test tools are declared once, at the root.
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
