import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { composeSets } from './composeSets.ts';
import { supergraphFile } from './supergraphFile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-sets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function compose(domainSets: Record<string, unknown>) {
  const file = join(folder, 'configuration.json');
  writeFileSync(file, JSON.stringify({ domainSets, accounts: {} }));
  const to = join(folder, 'supergraphs');
  const sets = composeSets(file, to);
  return { sets, to, textOf: (set: string) => readFileSync(join(to, `${set}.graphql`), 'utf8') };
}

test('each set of domains gets a supergraph of its own, as the image of a gateway holds it', () => {
  const { sets, to, textOf } = compose({
    institute: 'all',
    authority: { domains: ['people'], awaits: ['exchange'] },
  });
  expect(sets).toEqual(['institute', 'authority']);
  expect(readdirSync(to).toSorted()).toEqual(['authority.graphql', 'institute.graphql']);
  expect(textOf('institute')).toBe(readFileSync(supergraphFile, 'utf8'));
  expect(textOf('authority')).toBe(composeSupergraph({ domains: ['people'] }).supergraphSdl);
});

test('a domain that does not exist and a set whose name leads elsewhere are refused', () => {
  expect(() => compose({ authority: { domains: ['peple'] } })).toThrow('There is no domain peple');
  expect(() => compose({ '../authority': { domains: ['people'] } })).toThrow();
});
