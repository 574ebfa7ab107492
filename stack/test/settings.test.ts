import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '@guildhall/prisma/domains';
import { expect, test } from 'vitest';
import { domainSettings, readSettings, repository, stackSettings, workerSettings } from '../src/settings.ts';
import { settingsDocument } from '../src/settingsTable.ts';

const documented = readFileSync(join(repository, 'docs/settings.md'), 'utf8');

test('docs/settings.md says what the settings are', () => {
  expect(documented).toBe(settingsDocument());
});

test.for([
  'gateway/src/env.ts',
  'subgraphs/kit/src/domain.ts',
  'subgraphs/kit/src/runProcess.ts',
  'subgraphs/kit/src/serviceSettings.ts',
  'web/src/env.ts',
])('every setting that %s reads is documented', (file) => {
  const source = readFileSync(join(repository, file), 'utf8');
  const names = [...source.matchAll(/^ +([A-Z][A-Z_]+): z/gm)].map(([, name]) => name);
  expect(names).not.toHaveLength(0);
  for (const name of names) expect(documented).toContain(`| \`${name}\` |`);
});

test('nothing needs to be set', () => {
  expect(readSettings({})).toMatchObject({
    gatewayPort: 4000,
    subgraphPorts: Object.fromEntries(domains.map((domain, place) => [domain, 4001 + place])),
    oidcPort: 4010,
    webPort: 4020,
    hasWeb: true,
    postgresPort: 4032,
    dataDirectory: join(repository, '.data'),
    seedScale: 1,
    serviceUrls: {},
    oidcAudience: 'https://graph.guildhall.example',
  });
});

test('every default that is documented is the one that holds', () => {
  for (const { name, byDefault, schema } of [
    ...stackSettings,
    ...domainSettings('people', 3),
    ...workerSettings('people', 3),
  ]) {
    const value = schema.parse(undefined);
    if (value !== undefined) expect(String(value), name).toBe(byDefault);
  }
});
