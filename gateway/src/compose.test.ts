import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '../fixtures/schemas.ts';
import { CompositionFailed, type DomainSchema, composeCommand, composeSupergraph } from './compose.ts';
import { supergraphFile } from './supergraphFile.ts';

let folder: string;
let file: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-compose-'));
  file = join(folder, 'supergraph.graphql');
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (args: string[], given: DomainSchema[] = schemas) =>
  composeCommand(args, { file, schemas: given, print: (line) => printed.push(line) });
const changed = (from: string, to: string) =>
  schemas.map(({ name, typeDefs }) => ({ name, typeDefs: typeDefs.replace(from, to) }));

test('the committed supergraph is what the schemas compose into', () => {
  expect(
    readFileSync(supergraphFile, 'utf8') === composeSupergraph().supergraphSdl,
    'run `npm run compose -w gateway` and commit the file',
  ).toBe(true);
});

test('the same schemas compose into the same text', () => {
  expect(composeSupergraph({ schemas })).toEqual(composeSupergraph({ schemas: structuredClone(schemas) }));
});

test('a part of the domains composes into a graph of its own', () => {
  const { supergraphSdl } = composeSupergraph({ domains: ['people'] });
  expect(supergraphSdl).toContain(
    '@join__graph(name: "people", url: "http://people.guildhall.internal/graphql")',
  );
  expect(supergraphSdl).not.toContain('staffing');
  expect(() => composeSupergraph({ domains: ['peple'] })).toThrow('There is no domain peple');
});

test('schemas that do not fit together fail with every reason', () => {
  const broken = changed('title: String!', 'title: Strin').map(({ name, typeDefs }) => ({
    name,
    typeDefs: typeDefs.replace('me: Person', 'me: Persn'),
  }));
  expect(() => composeSupergraph({ schemas: broken })).toThrow(CompositionFailed);
  expect(() => composeSupergraph({ schemas: broken })).toThrow(/Persn[^]*Strin/);
});

describe('the check for drift', () => {
  test('passes when the file is what the schemas compose into', async () => {
    expect(await run([])).toBe(0);
    expect(await run(['--check'])).toBe(0);
  });

  test('fails when it is not, says what mends it, and leaves the file alone', async () => {
    await run([]);
    const before = readFileSync(file, 'utf8');
    expect(await run(['--check'], changed('rooms: Int', 'rooms: Int\n cellars: Int'))).toBe(1);
    expect(printed.at(-1)).toBe(
      'gateway/supergraph.graphql is not what the schemas compose into: run `npm run compose -w gateway` and commit the file.',
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('fails when there is no file', async () => {
    expect(await run(['--check'])).toBe(1);
  });

  test('sees a change of an access rule', async () => {
    await run([]);
    expect(await run(['--check'], changed('[["agent"]]', '[["company"]]'))).toBe(1);
  });
});

describe('breaking changes', () => {
  test('are reported with what they break, and kept by no one', async () => {
    await run([]);
    expect(await run([], changed('rooms: Int', 'floors: Int'))).toBe(0);
    expect(printed).toContain("Breaking change: Field 'rooms' was removed from object type 'House'");
    expect(printed.filter((line) => line.startsWith('Breaking'))).toHaveLength(1);
  });

  test('are not what adds to the graph', async () => {
    await run([]);
    await run([], changed('rooms: Int', 'rooms: Int\n cellars: Int'));
    expect(printed.join()).not.toContain('Breaking');
  });

  test('can be told since an earlier graph', async () => {
    const earlier = join(folder, 'released.graphql');
    writeFileSync(earlier, composeSupergraph({ schemas }).supergraphSdl);
    const now = changed('rooms: Int', 'floors: Int');
    await run([], now);
    expect(await run(['--check', '--against', earlier], now)).toBe(0);
    expect(printed).toContain("Breaking change: Field 'rooms' was removed from object type 'House'");
  });
});
