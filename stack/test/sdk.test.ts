import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../src/settings.ts';
import { startGraph } from './graph/startGraph.ts';
import { makeFolder, removeFolder } from './stackProcess.ts';

// What a partner does: install the packed package into an empty folder, compile against it, run the README's example.

const sdk = join(repository, 'sdk');
const bin = join(repository, 'node_modules/.bin');

let folder: string;
let packed: string[];
beforeAll(async () => {
  folder = makeFolder();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], sdk);
  // npm prints what its scripts print before its own JSON.
  const [tarball] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as [
    { filename: string; files: { path: string }[] },
  ];
  packed = tarball.files.map(({ path }) => path).toSorted();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball.filename)],
    folder,
  );
  writeFileSync(join(folder, 'example.ts'), example());
});
afterAll(() => folder && removeFolder(folder));

async function run(
  command: string,
  args: string[],
  cwd: string,
  settings: Record<string, string> = {},
): Promise<{ code?: number; stdout: string; stderr: string }> {
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    npm_config_cache: join(folder, '.npm'),
    npm_config_update_notifier: 'false',
    ...settings,
  };
  return promisify(execFile)(command, args, { cwd, env });
}

/** The one program in the README. */
function example(): string {
  const programs = [...readFileSync(join(sdk, 'README.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```$/gm)];
  expect(programs).toHaveLength(1);
  return programs[0]![1]!;
}

/** Compiles files of the folder as a careful partner does, the package's own types included. */
async function compile(
  files: Record<string, string>,
  options: object = {},
  compiler: 'typescript' | 'typescript-7' = 'typescript-7',
): Promise<string> {
  const place = join(folder, 'compiled');
  mkdirSync(place, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2022',
        module: 'nodenext',
        lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
        types: [],
        ...options,
      },
      files: Object.keys(files),
    }),
  );
  try {
    return (await run(join(bin, 'node'), [join(bin, '..', compiler, 'bin/tsc'), '-p', '.'], place)).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('the package', () => {
  test('holds what partners need, and nothing of how it is made', () => {
    const modules = [
      'client',
      'guildhallError',
      'retryDelay',
      'schema.generated',
      'selection',
      'typeMap.generated',
    ];
    expect(packed).toEqual(
      [
        'README.md',
        'package.json',
        'partner.graphql',
        ...[...modules, 'writeOperation'].flatMap((name) => [`dist/${name}.d.ts`, `dist/${name}.js`]),
      ].toSorted(),
    );
  });

  test('needs no other package', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      '@guildhall',
    ]);
  });

  const node = 'declare const process: { env: Record<string, string | undefined>; exitCode?: number };\n';

  test.for([
    { module: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
    { module: 'nodenext', exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ])('has types under which the example of the README compiles: %j', async (options) => {
    expect(await compile({ 'example.ts': node + example() }, options)).toBe('');
  });

  test('has types for those whose compiler is not the newest', async () => {
    expect(await compile({ 'example.ts': node + example() }, {}, 'typescript')).toBe('');
  });

  test('has types that name what is wrong with a program', async () => {
    const errors = await compile({
      'wrong.ts': `import { createClient } from '@guildhall/sdk';
import type { ShiftFilter } from '@guildhall/sdk/schema';
const guildhall = createClient({ url: 'https://graph.example/graphql', token: '' });
const filter: ShiftFilter = { facilityId: 'f', openly: true };
await guildhall.query({ shifts: { __args: { filter }, nodes: { id: true, rate: true } } });
const { me } = await guildhall.query({ me: { name: true } });
me.name;
export {};
`,
    });
    const lines = errors.split('\n').filter((line) => line.includes('error TS'));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("'openly' does not exist in type 'ShiftFilter'");
    expect(lines[1]).toContain('NotInContract<"rate">');
    expect(lines[2]).toContain("'me' is possibly 'null'");
  });
});

describe('the example of the README', () => {
  let graph: Awaited<ReturnType<typeof startGraph>>;
  beforeAll(async () => {
    graph = await startGraph(0.15);
  });
  afterAll(() => graph?.close());

  const runExample = (token: string) =>
    run(join(bin, 'node'), ['example.ts'], folder, { GUILDHALL_URL: graph.url, GUILDHALL_TOKEN: token });

  test('plans a shift of the facility, in the composed graph', async () => {
    const { data } = await graph.query(
      'facility',
      '{ facilities(first: 1) { nodes { id name } } me { name } agents(first: 1) { nodes { person { name } } } }',
    );
    const facility = data.facilities.nodes[0];
    // The first open shift from now on, whatever the seeds have.
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const endsAt = new Date(Date.now() + 7_200_000).toISOString();
    const { data: made } = await graph.query(
      'company',
      `mutation ($input: CreateShiftInput!) { createShift(input: $input) {
        __typename ... on CreateShiftPayload { shift { id } }
      } }`,
      { input: { facilityId: facility.id, startsAt, endsAt } },
    );
    const { stdout, stderr } = await runExample(graph.tokenOf('facility'));
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe(`${data.me.name} plans for ${facility.name}.`);
    expect(lines[1]).toBe(`Open: ${startsAt} to ${endsAt}, anyone`);
    expect(lines[2]).toBe(`${data.agents.nodes[0].person.name} has the shift, which is ASSIGNED.`);
    const { data: after } = await graph.query(
      'facility',
      `{ shift(id: "${made.createShift.shift.id}") { status } }`,
    );
    expect(after.shift.status).toBe('ASSIGNED');
  });

  test('says what went wrong when its token is none, and ends with an error', async () => {
    const failed = await runExample('nonsense').catch((error: { code: number; stderr: string }) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^UNAUTHENTICATED: .+ \(request [\w-]+\)\n$/);
  });
});
