// Begins a domain: npm run new:domain -- <name> [--entity <Entity>]
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../..');
const template = join(import.meta.dirname, 'template');

interface Names {
  /** As in `workshops`. */
  domain: string;
  /** As in `workshop`, `workshops`; with a capital, `Workshop`, `Workshops`. */
  entity: string;
  entities: string;
  /** As in `workshop_requirement`. */
  column: string;
}

/**
 * Writes the folders of a domain with one entity, running and tested, and registers it where a domain has to be
 * known: the personas' scopes and the stack's dependencies.
 *
 * @throws Error in one sentence when the name is not fit or the domain is there already; nothing is written then.
 */
function newDomain(names: Names): void {
  for (const folder of [`prisma/${names.domain}`, `subgraphs/${names.domain}`]) {
    if (existsSync(join(root, folder))) throw new Error(`${folder} is there already: choose another name.`);
  }
  for (const file of globSync('**/*.tmpl', { cwd: template })) {
    const target = join(root, fill(file.replace(/\.tmpl$/, ''), names));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fill(readFileSync(join(template, file), 'utf8'), names));
  }
  edit('gateway/personas.json', (personas) => {
    personas['company'].scopes.push(`${names.domain}:read`, `${names.domain}:write`);
  });
  edit('stack/package.json', ({ dependencies }) => {
    dependencies[`@guildhall/${names.domain}`] = '*';
  });
  edit('prisma/package.json', ({ exports }) => {
    exports[`./${names.domain}`] = `./${names.domain}/generated/client.ts`;
  });

  // Links the new package, then makes what is generated: the migration, types, the supergraph.
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  run('node', ['prisma/migrate.ts', 'new', 'init', '--domain', names.domain]);
  completeMigration(names);
  run('npm', ['run', '--silent', 'generate']);
  run('npm', ['run', '--silent', 'graph:compose']);
  run('npm', ['run', '--silent', 'format']);
}

/** What the datamodel cannot say of the first table. */
function completeMigration({ domain, column }: Names): void {
  const [file] = globSync(`prisma/${domain}/migrations/*_init/migration.sql`, { cwd: root });
  const path = join(root, file!);
  const constraint = `-- What the database holds of the records, beside the keys.
alter table "${column}"
  add constraint "${column}_name_length" check (char_length(btrim(name)) between 1 and 200);

`;
  const sql = readFileSync(path, 'utf8');
  const place = sql.indexOf('grant usage on schema');
  writeFileSync(path, sql.slice(0, place) + constraint + sql.slice(place));
}

function fill(text: string, { domain, entity, entities, column }: Names): string {
  return text
    .replaceAll('__domain__', domain)
    .replaceAll('__Entity__', capital(entity))
    .replaceAll('__Entities__', capital(entities))
    .replaceAll('__entity_column__', column)
    .replaceAll('__entity__', entity)
    .replaceAll('__entities__', entities);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a package.json or the personas
function edit(file: string, change: (json: any) => void): void {
  const path = join(root, file);
  const json = JSON.parse(readFileSync(path, 'utf8'));
  change(json);
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
}

function run(command: string, args: string[]): void {
  console.log(`> ${[command, ...args].join(' ')}`);
  execFileSync(command, args, { cwd: root, stdio: 'inherit' });
}

function namesOf(args: string[]): Names {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { entity: { type: 'string' } },
  });
  const [domain] = positionals;
  if (!domain || !/^[a-z]{2,30}$/.test(domain)) {
    throw new Error(
      'Name the domain in small letters without spaces: npm run new:domain -- workshops [--entity Workshop]',
    );
  }
  const Entity = values.entity ?? capital(domain.replace(/s$/, ''));
  if (!/^[A-Z][A-Za-z]{1,40}$/.test(Entity)) {
    throw new Error(`An entity is named like a GraphQL type, for example Workshop; ${Entity} is not.`);
  }
  const entity = Entity.charAt(0).toLowerCase() + Entity.slice(1);
  const entities = /[^aeiou]y$/.test(entity) ? entity.replace(/y$/, 'ies') : `${entity}s`;
  const column = entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return { domain, entity, entities, column };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

try {
  const names = namesOf(process.argv.slice(2));
  newDomain(names);
  console.log(`
The domain ${names.domain} is there, runs and is tested. What comes next stands in docs/adding-a-domain.md:
say what it is (prisma/${names.domain}/schema.prisma, subgraphs/${names.domain}/schema.graphql), who sees which rows
(the policies in its migration), and who may ask for what (stack/test/graph/${names.domain}.expectation.ts).`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
