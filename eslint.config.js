import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** A rule that reports every node a selector finds (https://eslint.org/docs/latest/extend/selectors). */
const forbid = (selector, message) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});

// Each of these holds a promise that the type checker cannot; docs/decisions tells why where it is not plain.
const guildhall = {
  rules: {
    'no-find-unique': forbid(
      'MemberExpression[property.name=/^findUnique/]',
      'Prisma batches findUnique across requests, so that it may run under another viewer: use findFirst, or loadByKey of kit.',
    ),
    'no-array-transaction': forbid(
      'CallExpression[callee.property.name="$transaction"] > ArrayExpression:first-child',
      'Prisma runs an array transaction under the viewer of whoever asked first: use an interactive transaction.',
    ),
    'no-unsafe-sql': forbid(
      'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]',
      'Text put together by hand lets SQL in: use the tagged templates $queryRaw and $executeRaw.',
    ),
    'no-set-config': forbid(
      ':matches(Literal[value=/set_config/i], TemplateElement[value.raw=/set_config/i])',
      'Only the viewer-aware pool of kit sets the viewer of a connection; elsewhere it would stay for the next request.',
    ),
    'no-unlisted-as-system': forbid(
      ':matches(CallExpression[callee.name="asSystem"], ImportSpecifier[imported.name="asSystem"])',
      'This sees more than its caller may: add the file to mayActAsSystem in eslint.config.js, so that someone reviews it.',
    ),
    'no-process-env': forbid(
      'MemberExpression[object.name="process"][property.name="env"]',
      'Settings are read once, in env.ts, and handed on as arguments.',
    ),
    'no-tests-left-out': forbid(
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|skipIf|runIf|todo|fails)$/]',
      'A test that does not run guards nothing: make it run or remove it.',
    ),
  },
};

/** Use-cases that see more rows than their caller. Each is read by a second person before it is listed. */
const mayActAsSystem = [
  'subgraphs/people/src/services/changesOfFlaggedPerson.ts',
  'subgraphs/staffing/src/services/changeOwnShift.ts',
  'subgraphs/staffing/src/services/checkAssignment.ts',
  'subgraphs/staffing/src/services/claimShift.ts',
  'subgraphs/staffing/src/services/shiftsOfAgents.ts',
  'subgraphs/workshops/src/services/busyParticipants.ts',
  'subgraphs/workshops/src/services/changeOwnParticipation.ts',
  'subgraphs/workshops/src/services/signUpForWorkshop.ts',
];

/** The files that read the environment: once for each deployable, before anything else. */
const mayReadEnvironment = [
  '**/env.ts',
  '**/generate.ts',
  'bench/src/stack/*.ts',
  'gateway/src/generation.ts',
  'monitoring/src/findProgram.ts',
  'prisma/embedded.ts',
  'prisma/migrate.ts',
  'stack/src/db.ts',
  'stack/src/settings.ts',
  'stack/src/dev/serviceProcess.ts',
  '**/*.test.ts',
  'stack/test/stackProcess.ts',
  'web/serve.ts',
  'web/src/instrumentation.ts',
  'web/test/stack.ts',
];

/** Commands, whose output is for the person who typed them. */
const commands = [
  'bench/peers/*.mjs',
  'stack/*.mjs',
  '**/generate.ts',
  'bench/src/*.ts',
  'gateway/src/changes/graphCheck.ts',
  'gateway/src/compose.ts',
  'gateway/src/composeSets.ts',
  'gateway/src/runGateway.ts',
  'prisma/migrate.ts',
  'seeds/machines/run.ts',
  'seeds/run.ts',
  'stack/blackbox/run.ts',
  'stack/newDomain/newDomain.ts',
  'stack/src/dev/watch.ts',
  'stack/src/runCommand.ts',
  'stack/src/token.ts',
  'terraform/src/main.ts',
  'terraform/src/newViewerKey.ts',
  'web/*.ts',
  'web/test/measure.ts',
  'web/test/screenshots.ts',
];

export default defineConfig(
  globalIgnores([
    '**/generated/',
    '**/*.generated.ts',
    '**/reports/',
    '**/dist/',
    '.data/',
    '.turbo/',
    'web/.next/',
    'web/public/explorer/',
    'web/next-env.d.ts',
    'terraform/cdktf.out/',
  ]),
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { guildhall },
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', Buffer: 'readonly', URL: 'readonly' },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...Object.fromEntries(Object.keys(guildhall.rules).map((name) => [`guildhall/${name}`, 'error'])),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^@cdktn/provider-aws$',
              message: 'The barrel costs 10 s and 743 MiB: import from lib/<resource>/index.js.',
            },
            {
              regex: '^@guildhall/[^/]+$',
              message: 'Packages have no barrel: import one of their subpaths.',
            },
          ],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
    rules: {
      ...reactHooks.configs.flat.recommended.rules,
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'What a page keeps stands in its address.' },
      ],
    },
  },
  {
    files: mayActAsSystem.length > 0 ? mayActAsSystem : ['nothing'],
    rules: { 'guildhall/no-unlisted-as-system': 'off' },
  },
  { files: [...mayReadEnvironment, ...commands], rules: { 'guildhall/no-process-env': 'off' } },
  { files: commands, rules: { 'no-console': 'off' } },
  {
    // The only setter of viewers, and the tests that show what it keeps out.
    files: ['subgraphs/kit/src/viewerPool.ts', 'subgraphs/kit/src/*.test.ts', 'prisma/testing/viewer.ts'],
    rules: { 'guildhall/no-set-config': 'off' },
  },
  {
    files: ['subgraphs/kit/src/*.test.ts'],
    rules: {
      'guildhall/no-find-unique': 'off',
      'guildhall/no-array-transaction': 'off',
      'guildhall/no-unsafe-sql': 'off',
      'guildhall/no-unlisted-as-system': 'off',
    },
  },
  { files: ['**/fixtures/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    files: ['eslint.config.js', 'stack/test/houseRules.test.ts'],
    rules: { 'guildhall/no-set-config': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
