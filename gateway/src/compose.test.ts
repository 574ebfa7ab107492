import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '../fixtures/schemas.ts';
import {
  type Composed,
  CompositionFailed,
  composeGraph,
  composeSupergraph,
  drifted,
  writeComposed,
} from './compose.ts';

let files: Composed;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-compose-'));
  files = { supergraph: join(folder, 'supergraph.graphql'), contract: join(folder, 'partner.graphql') };
});
afterEach(() => rmSync(folder, { recursive: true }));

const changed = (from: string, to: string, given = schemas) =>
  given.map(({ name, typeDefs }) => ({ name, typeDefs: typeDefs.replace(from, to) }));
const tagged = changed('me: Person @authenticated', 'me: Person @authenticated @tag(name: "partner")').map(
  ({ name, typeDefs }) => ({
    name,
    typeDefs: typeDefs.replace(
      'note: String\n    owner: Person',
      'note: String @tag(name: "partner")\n    owner: Person',
    ),
  }),
);

test('the committed supergraph and contract are what the schemas compose into', () => {
  expect(drifted(composeGraph()), 'run `npm run graph:compose` and commit what it writes').toEqual([]);
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

describe('what is written', () => {
  test('is the supergraph and the contract, and nothing when both are there already', () => {
    const composed = composeGraph(tagged);
    expect(writeComposed(composed, files)).toEqual([files.supergraph, files.contract]);
    expect(readFileSync(files.supergraph, 'utf8')).toBe(composed.supergraph);
    expect(readFileSync(files.contract, 'utf8')).toMatch(
      /^# The part of the graph that partners may build on/,
    );
    expect(writeComposed(composed, files)).toEqual([]);
  });

  test('is no contract when nothing is tagged, and one that was there goes', () => {
    writeComposed(composeGraph(tagged), files);
    writeComposed(composeGraph(schemas), files);
    expect(existsSync(files.contract)).toBe(false);
    expect(drifted(composeGraph(schemas), files)).toEqual([]);
  });

  test('has drifted when a rule or a tag is another one', () => {
    writeComposed(composeGraph(tagged), files);
    expect(drifted(composeGraph(changed('[["agent"]]', '[["company"]]', tagged)), files)).toEqual([
      'supergraph',
    ]);
    expect(drifted(composeGraph(schemas), files)).toEqual(['supergraph', 'contract']);
  });
});
