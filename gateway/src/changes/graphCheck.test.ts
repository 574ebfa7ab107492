import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas as fixtures } from '../../fixtures/schemas.ts';
import { type Composed, composeGraph, writeComposed } from '../compose.ts';
import { type CheckedGraph, checkGraph } from './graphCheck.ts';
import { EarlierGraphMissing } from './lastRelease.ts';

const tag = '@tag(name: "partner")';
const changed = (from: string, to: string, given = fixtures) =>
  given.map(({ name, typeDefs }) => ({ name, typeDefs: typeDefs.replace(from, to) }));
/** The fixtures with a contract: `me`, and the salary of a person. */
const schemas = changed(
  'salary: Pay',
  `salary: Pay ${tag}`,
  changed('me: Person @authenticated', `me: Person @authenticated ${tag}`),
);

let repository: string;
let files: Composed;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'guildhall-graph-check-'));
  mkdirSync(join(repository, 'gateway'));
  files = {
    supergraph: join(repository, 'gateway/supergraph.graphql'),
    contract: join(repository, 'partner.graphql'),
  };
  writeComposed(composeGraph(schemas), files);
});
afterEach(() => rmSync(repository, { recursive: true }));

const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: repository,
      stdio: 'pipe',
    },
  );
const check = (args: string[] = [], given: CheckedGraph = {}) =>
  checkGraph(args, { schemas, files, trusted: new Map(), repository, today: '2026-11-24', ...given });

/** A repository whose release v1.0.0 has the fixtures, and a later commit that nobody released. */
function release(): void {
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'released');
  git('tag', 'v1.0.0');
  git('commit', '--quiet', '--allow-empty', '--message', 'later');
  git('tag', 'vacation-photos');
}

describe('before the first release', () => {
  test('there is nothing to compare with, and it says so', async () => {
    const expected = {
      text: 'The graph\nThere is no release yet, so there is nothing to compare with.',
      exitCode: 0,
    };
    expect(await check()).toEqual(expected);
    git('init', '--quiet');
    expect(await check()).toEqual(expected);
  });
});

describe('drift', () => {
  test('of the supergraph fails, says what mends it, and leaves the file alone', async () => {
    const before = readFileSync(files.supergraph, 'utf8');
    const { text, exitCode } = await check([], {
      schemas: changed('rooms: Int', 'rooms: Int cellars: Int', schemas),
    });
    expect(exitCode).toBe(1);
    expect(text).toContain(
      'gateway/supergraph.graphql is not what the schemas compose into: run `npm run graph:compose` and commit what it writes.',
    );
    expect(text).not.toContain('sdk/partner.graphql');
    expect(readFileSync(files.supergraph, 'utf8')).toBe(before);
  });

  test('of the contract fails', async () => {
    writeFileSync(files.contract, '');
    const { text, exitCode } = await check();
    expect(exitCode).toBe(1);
    expect(text).toContain('sdk/partner.graphql is not what the schemas compose into');
  });

  test('of a rule alone fails', async () => {
    const { exitCode } = await check([], { schemas: changed('[["agent"]]', '[["company"]]', schemas) });
    expect(exitCode).toBe(1);
  });
});

test('a deprecation without a day fails, told with its domain and place', async () => {
  const undated = changed('rooms: Int', 'rooms: Int @deprecated(reason: "Use floors.")', schemas);
  writeComposed(composeGraph(undated), files);
  const { text, exitCode } = await check([], { schemas: undated });
  expect(exitCode).toBe(1);
  expect(text).toContain('people: House.rooms is deprecated without saying');
});

test('a deprecation whose day has passed is told, and fails nothing', async () => {
  const overdue = changed(
    'rooms: Int',
    'rooms: Int @deprecated(reason: "Use floors. Goes on 2026-11-01.")',
    schemas,
  );
  writeComposed(composeGraph(overdue), files);
  const { text, exitCode } = await check([], { schemas: overdue });
  expect(exitCode).toBe(0);
  expect(text).toMatch(
    /free to go[^]*House\.rooms: Use floors\. Goes on 2026-11-01\.[^]*No registered operation uses it/,
  );
});

describe('the comparison', () => {
  const broken = changed('salary: Pay', '', changed('[["agent"]]', '[["company"]]', schemas)).map(
    ({ name, typeDefs }) => ({
      name,
      typeDefs: typeDefs.replace('note: String\n    owner: Person', `note: String ${tag}\n    owner: Person`),
    }),
  );

  test('is with the last release by itself; breaking changes are told with whom they break, and fail nothing', async () => {
    release();
    writeComposed(composeGraph(broken), files);
    const { text, exitCode } = await check([], { schemas: broken });
    expect(exitCode).toBe(0);
    expect(text).toMatchInlineSnapshot(`
      "The graph since v1.0.0

      Breaking
        Field 'salary' was removed from object type 'Person'.
            It was never deprecated.
            Hits partners (it is in their contract); those who may ask for it: company.
        In the partner contract: Type 'Pay' was removed.
            Hits partners (it is in their contract).

      Rights that are lost (breaking for these roles)
        agent may no longer ask for Person.diary.

      Rights that are gained (to be read by a reviewer)
        company may now ask for Person.diary.

      Whether a breaking change may happen is for people to decide: nothing here fails the check."
    `);
  });

  test('is written as Markdown for a pull request, in which nothing of the schema is markup and nobody is called', async () => {
    release();
    const marked = changed(
      'rooms: Int',
      'rooms: Int @deprecated(reason: "Use <b>*floors*</b> @everyone. Goes on 2027-11-01.")',
      schemas,
    );
    writeComposed(composeGraph(marked), files);
    const { text } = await check(['--format', 'markdown'], { schemas: marked });
    expect(text).toMatch(/^## The graph since v1\.0\.0\n\n/);
    expect(text).toContain(
      '### Deprecated from now on\n\n- House.rooms: Use \\<b\\>\\*floors\\*\\</b\\> @\u200beveryone. Goes on 2027-11-01.\n  - No registered',
    );
  });

  test('is with a file or a commit when one is named, and says so when there is none', async () => {
    release();
    const file = join(repository, 'other.graphql');
    writeFileSync(file, composeGraph(broken).supergraph);
    expect((await check(['--against', file])).text).toContain(`The graph since ${file}`);
    expect((await check(['--against', 'HEAD~1'])).text).toBe(
      'The graph since HEAD~1\nNothing changes for those who use it.',
    );
    await expect(check(['--against', 'v9.9.9'])).rejects.toThrow(EarlierGraphMissing);
    await expect(check(['--against', 'v9.9.9'])).rejects.toThrow(
      'There is no graph to compare with at v9.9.9',
    );
  });

  test('counts rights by the personas of the release', async () => {
    writeFileSync(
      join(repository, 'gateway/personas.json'),
      JSON.stringify({
        company: { description: 'All.', scopes: [] },
        guest: { description: 'Few.', scopes: ['people:read'] },
      }),
    );
    release();
    const { text } = await check();
    expect(text).toMatch(/lost[^]*guest may no longer ask for [^\n]*Query\.person/);
  });
});

test('a format that does not exist is refused', async () => {
  await expect(check(['--format', 'html'])).rejects.toThrow('--format is one of text, markdown.');
});
